/** @file The list of consultations, a page at a time, and the patients. */
import type { ConversationPage, PageStart } from '../store/conversations.ts';
import type { ConversationHeader } from '../store/records.ts';
import type { AppCore } from './core.ts';
import type { ConversationSummary } from './state.ts';

const PAGE = 100;

export function summaryOf(header: ConversationHeader): ConversationSummary {
  const { leafId: _leaf, facts: _facts, ...summary } = header;
  return summary;
}

/** The list as far as it is read. */
export class ConsultationList {
  readonly #core: AppCore;
  #next: PageStart | undefined;
  /** Of the archived ones; undefined before the first page. */
  #archived: { readonly next: PageStart | undefined } | undefined;
  #reading: Promise<void> = Promise.resolve();

  constructor(core: AppCore) {
    this.#core = core;
  }

  /** Reads the first page and the patients; gives how many records could not be read. */
  async read(): Promise<number> {
    const { conversations, patients } = this.#core.kept;
    const listed = new Set(this.#core.now.conversations);
    const pinned = await conversations.pinned();
    const page = await conversations.page('unshelved', PAGE);
    const known = await patients.list();
    // a turn that was kept while the page was read stands before it
    const kept = this.#core.now.conversations.filter((one) => !listed.has(one));
    this.#show(page, [...kept, ...pinned.records.map(summaryOf)]);
    this.#core.set({ patients: known.records, hasOlderArchived: true });
    if (this.#archived !== undefined) {
      this.#archived = undefined;
      await this.#readArchived();
    }
    return page.damaged.length + pinned.damaged.length + known.damaged.length;
  }

  /** Adds the next page. */
  readOlder(): Promise<void> {
    this.#reading = this.#reading.then(() =>
      this.#core.attempt(async () => {
        if (this.#next === undefined) return;
        const page = await this.#core.kept.conversations.page(
          'unshelved',
          PAGE,
          this.#next,
        );
        this.#show(page, this.#core.now.conversations);
      }),
    );
    return this.#reading;
  }

  /** Adds the next page of the archived ones, which are read only when they are asked for. */
  readArchived(): Promise<void> {
    this.#reading = this.#reading.then(() =>
      this.#core.attempt(() => this.#readArchived()),
    );
    return this.#reading;
  }

  /** Forgets everything, for a lock. */
  clear(): void {
    this.#next = undefined;
    this.#archived = undefined;
    this.#core.set({
      conversations: [],
      patients: [],
      hasOlder: false,
      hasOlderArchived: false,
    });
  }

  async #readArchived(): Promise<void> {
    if (this.#archived !== undefined && this.#archived.next === undefined) return;
    const { conversations } = this.#core.kept;
    const page = await conversations.page('archived', PAGE, this.#archived?.next);
    this.#archived = { next: page.next };
    this.#add(page, this.#core.now.conversations);
    this.#core.set({ hasOlderArchived: page.next !== undefined });
  }

  #show(page: ConversationPage, before: readonly ConversationSummary[]): void {
    this.#next = page.next;
    this.#add(page, before);
    this.#core.set({ hasOlder: page.next !== undefined });
  }

  #add(page: ConversationPage, before: readonly ConversationSummary[]): void {
    const known = new Set(before.map(({ id }) => id));
    const more = page.records.filter(({ id }) => !known.has(id)).map(summaryOf);
    this.#core.set({ conversations: [...before, ...more] });
  }
}
