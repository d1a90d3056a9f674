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
  #reading: Promise<void> = Promise.resolve();

  constructor(core: AppCore) {
    this.#core = core;
  }

  /** Reads the first page and the patients; gives how many records could not be read. */
  async read(): Promise<number> {
    const { conversations, patients } = this.#core.kept;
    const listed = new Set(this.#core.now.conversations);
    const page = await conversations.list(PAGE);
    const known = await patients.list();
    // a turn that was kept while the page was read stands before it
    const kept = this.#core.now.conversations.filter((one) => !listed.has(one));
    this.#show(page, kept);
    this.#core.set({ patients: known.records });
    return page.damaged.length + known.damaged.length;
  }

  /** Adds the next page. */
  readOlder(): Promise<void> {
    this.#reading = this.#reading.then(() =>
      this.#core.attempt(async () => {
        if (this.#next === undefined) return;
        const page = await this.#core.kept.conversations.list(PAGE, this.#next);
        this.#show(page, this.#core.now.conversations);
      }),
    );
    return this.#reading;
  }

  /** Forgets everything, for a lock. */
  clear(): void {
    this.#next = undefined;
    this.#core.set({ conversations: [], patients: [], hasOlder: false });
  }

  #show(page: ConversationPage, before: readonly ConversationSummary[]): void {
    this.#next = page.next;
    const known = new Set(before.map(({ id }) => id));
    const more = page.records.filter(({ id }) => !known.has(id)).map(summaryOf);
    this.#core.set({
      conversations: [...before, ...more],
      hasOlder: page.next !== undefined,
    });
  }
}
