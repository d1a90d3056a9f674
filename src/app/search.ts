/**
 * @file The search index while the page is unlocked: opened behind everything else,
 * kept up to date, dropped at a lock.
 *
 *   unlocked → (idle) newest consultations first, slice by slice → those whose
 *   record is missing or of an earlier state, made again → open
 *
 * What is open so far can be searched from the beginning.
 */
import { isKind } from '../base/errors.ts';
import { factLines } from '../clinic/case-facts.ts';
import type { Change } from '../store/lease-channel.ts';
import {
  type SearchFound,
  type SearchHit,
  SearchIndex,
} from '../store/search-index.ts';
import type { GatheredText, Searchable, SearchTexts } from '../store/search-texts.ts';
import type { SearchState } from './state.ts';

export type { Marked } from '../store/marked-text.ts';
export type { SearchHit };

export interface SearchResults extends SearchFound {
  /** False while older consultations are still being opened for searching. */
  readonly isComplete: boolean;
}

interface SearchOptions {
  /** What is on disk; undefined before the start and while the page is locked. */
  readonly texts: () => SearchTexts | undefined;
  readonly patientName: (patientId: string) => string | undefined;
  readonly report: (state: SearchState) => void;
  /** Runs work whose failure is told as a notice. */
  readonly attempt: (work: () => Promise<void>) => Promise<void>;
}

/** Another tab that changes the list has changed one of the newest. */
const RECENT = 20;
/** Results on screen are searched again this often while the index opens. */
const REPORT_MS = 500;

export class Search {
  readonly #options: SearchOptions;
  #visit = new Visit();
  #state: SearchState = { isOpen: false, changes: 0 };
  #asked = 0;
  #working: Promise<void> = Promise.resolve();

  constructor(options: SearchOptions) {
    this.#options = options;
  }

  /** Begins to open the index; resolves when it is open. */
  open(): Promise<void> {
    const visit = new Visit();
    this.#visit = visit;
    return this.#options.attempt(async () => {
      await whenIdle();
      await this.#openAll(visit);
    });
  }

  /** Forgets everything, for a lock. */
  drop(): void {
    this.#visit = new Visit();
    this.#report(false);
  }

  /** A consultation got a turn, another title, another patient: reads it again. */
  update(conversationId: string): Promise<void> {
    const visit = this.#visit;
    return this.#enqueue(async () => {
      await this.#renew(visit, conversationId);
      if (visit === this.#visit) this.#report(this.#state.isOpen);
    });
  }

  /** Consultations were erased. */
  forget(conversationIds: readonly string[]): void {
    for (const id of conversationIds) this.#visit.forget(id);
    this.#report(this.#state.isOpen);
  }

  /** Another tab changed something. It is read when somebody searches next. */
  hear(what: Change): void {
    if (what.kind === 'conversation') this.#visit.changedElsewhere.add(what.id);
    else this.#visit.isListStale = true;
  }

  /** A later call ends an earlier one, which then gives what it has. */
  async find(query: string): Promise<SearchResults> {
    const asked = ++this.#asked;
    const isWanted = () => asked === this.#asked;
    await this.#catchUp(this.#visit);
    const found = await this.#visit.index.find(query, isWanted);
    return { ...found, isComplete: this.#state.isOpen };
  }

  async #openAll(visit: Visit): Promise<void> {
    const texts = this.#options.texts();
    if (texts === undefined) return;
    const stale: string[] = [];
    let reportedMs = performance.now();
    for await (const slice of texts.openAll()) {
      if (visit !== this.#visit) return;
      for (const one of slice.opened) {
        if (!visit.index.has(one.header.id)) this.#put(visit, one);
      }
      stale.push(...slice.stale);
      if (performance.now() - reportedMs > REPORT_MS) {
        this.#report(false);
        reportedMs = performance.now();
      }
    }
    for (const id of stale) {
      if (visit !== this.#visit) return;
      await this.#enqueue(() => this.#renew(visit, id));
    }
    if (visit === this.#visit) this.#report(true);
  }

  /** Reads what another tab changed. */
  async #catchUp(visit: Visit): Promise<void> {
    const texts = this.#options.texts();
    if (texts === undefined) return;
    if (visit.isListStale) {
      visit.isListStale = false;
      const ids = await texts.newestFirst();
      const left = new Set(ids);
      for (const id of visit.index.ids()) if (!left.has(id)) visit.index.remove(id);
      for (const id of ids.slice(0, RECENT)) visit.changedElsewhere.add(id);
    }
    const ids = [...visit.changedElsewhere];
    visit.changedElsewhere.clear();
    for (const id of ids) await this.#enqueue(() => this.#renew(visit, id));
  }

  /** Reads the turns of a consultation, and writes what the next visit reads of them. */
  async #renew(visit: Visit, conversationId: string): Promise<void> {
    const texts = this.#options.texts();
    if (texts === undefined || visit !== this.#visit) return;
    const gathered = await texts.gather(conversationId);
    if (visit !== this.#visit) return;
    if (gathered === undefined) return visit.index.remove(conversationId);
    this.#put(visit, gathered);
    await this.#keep(visit, texts, gathered);
  }

  /** One that is not written is made again at the next visit. */
  async #keep(visit: Visit, texts: SearchTexts, gathered: GatheredText): Promise<void> {
    if (!visit.canWrite) return;
    try {
      await texts.keep(gathered);
    } catch (error) {
      visit.canWrite = false; // told once; the index works on
      if (!isKind(error, 'not-writer')) throw error;
    }
  }

  #put(visit: Visit, { header, turns }: Searchable): void {
    const { id, title, tags, updatedMs, patientId, facts, shelf } = header;
    if (visit.erased.has(id)) return;
    const patientName =
      patientId === undefined ? undefined : this.#options.patientName(patientId);
    const named = patientName === undefined ? {} : { patientName };
    const noted = factLines(facts ?? {}, 'en').map(({ value }) => value);
    visit.index.put(
      {
        id,
        title,
        tags,
        updatedMs,
        ...named,
        ...(noted.length > 0 && { noted: noted.join('; ') }),
        ...(shelf === 'archived' && { isArchived: true }),
      },
      turns,
    );
  }

  #report(isOpen: boolean): void {
    this.#state = { isOpen, changes: this.#state.changes + 1 };
    this.#options.report(this.#state);
  }

  /** One consultation at a time, so that nothing older is written over something newer. */
  #enqueue(work: () => Promise<void>): Promise<void> {
    this.#working = this.#working.then(() => this.#options.attempt(work));
    return this.#working;
  }
}

/** From an unlock to the next lock. */
class Visit {
  readonly index = new SearchIndex();
  /** What is still being read of them comes too late. */
  readonly erased = new Set<string>();
  readonly changedElsewhere = new Set<string>();
  isListStale = false;
  canWrite = true;

  forget(id: string): void {
    this.erased.add(id);
    this.index.remove(id);
  }
}

function whenIdle(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof requestIdleCallback === 'undefined') setTimeout(resolve);
    else requestIdleCallback(() => resolve(), { timeout: 1000 });
  });
}
