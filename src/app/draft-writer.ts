/**
 * @file What is being typed, on disk at most a second behind.
 *
 * Writes follow one another, so an older text never lands on a newer one. When
 * the page may be about to go, or locks, what is there is written at once.
 */
import { areSameFacts } from '../clinic/case-facts.ts';
import type { KeptDraft } from '../store/sealed-drafts.ts';
import type { AppCore } from './core.ts';
import type { Draft, DraftImage } from './state.ts';

const WRITE_MS = 1000;

type Drafts = Readonly<Record<string, Draft>>;

export class DraftWriter {
  readonly #core: AppCore;
  readonly #stops: readonly (() => void)[];
  #written: Drafts = {};
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(core: AppCore) {
    this.#core = core;
    this.#stops = [
      core.state.subscribe(({ drafts, start, writer }) => {
        if (start.kind !== 'started' || drafts === this.#written) return;
        if (writer !== 'writing') return; // they are the other tab's
        // what was sent is a turn: after a crash it is not to stand in the composer too
        if (this.#hasEmptied(drafts)) void this.#write();
        else this.#timer ??= setTimeout(() => void this.#write(), WRITE_MS);
      }),
      core.parts.browser.onLeaving(() => void this.#write()),
    ];
  }

  /** What is on disk, as the page shows it; from here on changes are written. */
  begin(drafts: Drafts): void {
    this.#written = drafts;
  }

  /** Writes `drafts`, which the screen has let go of already. */
  async finish(drafts: Drafts): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#writing;
    await this.#writeAll(drafts);
    this.#written = {};
  }

  stop(): void {
    clearTimeout(this.#timer);
    for (const stop of this.#stops) stop();
  }

  #hasEmptied(drafts: Drafts): boolean {
    return Object.entries(this.#written).some(([key, written]) => {
      const draft = drafts[key];
      return !isEmpty(written) && (draft === undefined || isEmpty(draft));
    });
  }

  #write(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#writing = this.#writing.then(async () => {
      const { drafts, start, writer } = this.#core.now;
      if (start.kind === 'started' && writer === 'writing') {
        await this.#writeAll(drafts);
      }
    });
    return this.#writing;
  }

  async #writeAll(drafts: Drafts): Promise<void> {
    const store = this.#core.kept.drafts;
    for (const key of new Set([
      ...Object.keys(this.#written),
      ...Object.keys(drafts),
    ])) {
      const draft = drafts[key];
      if (draft === this.#written[key]) continue;
      if (this.#core.now.writer !== 'writing') {
        // the right to write was taken away: the draft lies aside for the one who has it
        if (draft !== undefined && !isEmpty(draft)) {
          await store.keepAside(keptDraft(key, draft));
        }
        continue;
      }
      await this.#core.unwritten.insist(
        'drafts',
        () =>
          draft === undefined || isEmpty(draft)
            ? store.remove(key)
            : store.keep(keptDraft(key, draft)),
        () => store.writeRefused(),
      );
    }
    this.#written = drafts;
  }
}

function isEmpty(draft: Draft): boolean {
  const { text, images, editing, queued, facts, syntheticPatient } = draft;
  const isWritten = text !== '' || images.length > 0 || syntheticPatient !== undefined;
  const hasFacts = facts !== undefined && !areSameFacts(facts, {});
  return !isWritten && !hasFacts && editing === undefined && queued === undefined;
}

function keptDraft(key: string, draft: Draft): KeptDraft {
  const { text, images, editing, queued, facts, syntheticPatient } = draft;
  const kept = ({ attachment, blob }: DraftImage) => ({
    attachment,
    bytes: () => blob.arrayBuffer(),
  });
  return {
    key,
    text,
    ...(editing !== undefined && { editing }),
    ...(queued !== undefined && { queued: queued.text }),
    ...(facts !== undefined && { facts }),
    ...(syntheticPatient !== undefined && { syntheticPatient }),
    images: [
      ...images.map(kept),
      ...(queued?.images ?? []).map((image) => ({ ...kept(image), isQueued: true })),
    ],
  };
}
