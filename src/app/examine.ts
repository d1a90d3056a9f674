/** @file Looking into an answer that is there; nothing of it is kept unless the doctor asks. */
import type { AppCore } from './core.ts';
import { didItLook, type Given, type Look, type LookEvent } from './did-it-look.ts';
import type { EngineLoader } from './engine-loader.ts';
import { keepReplay } from './keep-replay.ts';
import { type CertaintyEvent, readCertainty } from './read-certainty.ts';
import { type Replay, replayAnswer, type ReplayEvent } from './replay-answer.ts';

export type { CertaintyEvent, Given, Look, LookEvent, Replay, ReplayEvent };

/** Of an answer of the consultation in the middle, by its id. Each ends early when `signal` does. */
export interface Examine {
  /** Makes it again as it was made, and compares. */
  replay(messageId: string, signal: AbortSignal): AsyncIterable<ReplayEvent>;
  /** Reads it with the picture, without it and with another, and compares. */
  didItLook(messageId: string, signal: AbortSignal): AsyncIterable<LookEvent>;
  /** Reads it, and says how probable each token was. */
  certainty(messageId: string, signal: AbortSignal): AsyncIterable<CertaintyEvent>;
  /** Keeps what came out beside the first. */
  keepReplay(replay: Replay): Promise<void>;
}

export function examine(core: AppCore, loader: EngineLoader): Examine {
  return {
    replay: (messageId, signal) => replayAnswer({ core, loader }, messageId, signal),
    didItLook: (messageId, signal) => didItLook({ core, loader }, messageId, signal),
    certainty: (messageId, signal) =>
      readCertainty({ core, loader }, messageId, signal),
    keepReplay: (replay) => core.attempt(() => keepReplay(core, replay)),
  };
}
