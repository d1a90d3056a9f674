/** @file How probable the model found each token of an answer, read once more. */
import type { ScoreEvent } from '../engine/engine.ts';
import { askedAgain } from './asked-again.ts';
import type { AppCore } from './core.ts';
import type { EngineLoader } from './engine-loader.ts';
import { describeProblem, type Problem } from './problem.ts';

/** An answer read once, token by token. */
export type CertaintyEvent =
  | Exclude<ScoreEvent, { kind: 'image' }>
  | { readonly kind: 'failed'; readonly problem: Problem };

/** How probable each token of an answer was. */
export async function* readCertainty(
  { core, loader }: { readonly core: AppCore; readonly loader: EngineLoader },
  messageId: string,
  signal: AbortSignal,
): AsyncGenerator<CertaintyEvent> {
  try {
    const { answer, messages } = await askedAgain(core, loader, { messageId, signal });
    const { text, tokenIds } = answer;
    const kept = { text, ...(tokenIds !== undefined && { tokenIds }) };
    for await (const event of core.parts.engine.score(
      { messages, answer: kept },
      signal,
    )) {
      if (event.kind !== 'image') yield event;
    }
  } catch (error) {
    if (!signal.aborted) yield { kind: 'failed', problem: describeProblem(error) };
  }
}
