/**
 * @file What the tabs tell one another about who writes, and what was written.
 *
 * Ids only. Another tab may run other code: what it says is read by a validator,
 * and what this version does not know is not for it.
 */
import * as v from 'valibot';

/** What of the kept data is no longer what a follower has read. */
const change = v.variant('kind', [
  v.object({ kind: v.literal('conversation'), id: v.string() }),
  v.object({ kind: v.literal('list') }),
  /** Another tab writes from here on; what the last one told may be incomplete. */
  v.object({ kind: v.literal('everything') }),
]);

export type Change = v.InferOutput<typeof change>;

const leaseMessage = v.variant('kind', [
  /** A tab is there. */
  v.object({ kind: v.literal('here'), schemaVersion: v.number() }),
  /** A tab writes. */
  v.object({
    kind: v.literal('writing'),
    epoch: v.number(),
    schemaVersion: v.number(),
  }),
  /** A person wants to write in the tab `to`. */
  v.object({ kind: v.literal('hand-over'), to: v.string() }),
  /** The writer heard, and writes what is unwritten. */
  v.object({ kind: v.literal('handing-over'), to: v.string() }),
  /** It is done, and has let go of the lock. */
  v.object({ kind: v.literal('handed-over'), to: v.string() }),
  v.object({ kind: v.literal('changed'), what: change }),
]);

export type LeaseMessage = v.InferOutput<typeof leaseMessage>;

/** What is needed of a `BroadcastChannel`. */
export interface TabChannel {
  postMessage(message: unknown): void;
  addEventListener(
    type: 'message',
    heard: (event: { readonly data: unknown }) => void,
  ): void;
  close(): void;
}

export class LeaseChannel {
  readonly #channel: TabChannel;
  #isClosed = false;

  constructor(channel: TabChannel, hear: (message: LeaseMessage) => void) {
    this.#channel = channel;
    channel.addEventListener('message', ({ data }) => {
      const parsed = v.safeParse(leaseMessage, data);
      if (parsed.success && !this.#isClosed) hear(parsed.output);
    });
  }

  say(message: LeaseMessage): void {
    if (!this.#isClosed) this.#channel.postMessage(message);
  }

  close(): void {
    this.#isClosed = true;
    this.#channel.close();
  }
}
