/** @file Looking into an answer that is there; nothing of it is kept unless the doctor asks. */
import type { AppCore } from './core.ts';
import type { EngineLoader } from './engine-loader.ts';
import { keepReplay } from './keep-replay.ts';
import { type Replay, replayAnswer, type ReplayEvent } from './replay-answer.ts';

export type { Replay, ReplayEvent };

/** Of an answer of the consultation in the middle, by its id. Each ends early when `signal` does. */
export interface Examine {
  /** Makes it again as it was made, and compares. */
  replay(messageId: string, signal: AbortSignal): AsyncIterable<ReplayEvent>;
  /** Keeps what came out beside the first. */
  keepReplay(replay: Replay): Promise<void>;
}

export function examine(core: AppCore, loader: EngineLoader): Examine {
  return {
    replay: (messageId, signal) => replayAnswer({ core, loader }, messageId, signal),
    keepReplay: (replay) => core.attempt(() => keepReplay(core, replay)),
  };
}
