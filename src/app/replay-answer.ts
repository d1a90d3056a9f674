/**
 * @file Making an answer again as it was made: the same words before it, the same
 * settings and seed. What comes out is compared and not kept, unless the doctor asks.
 */
import { must } from '../base/assert.ts';
import { type DiffPart, diffWords } from '../base/word-diff.ts';
import { type OriginDifference, originDifferences } from '../clinic/answer-origin.ts';
import type { Finish, Message, Provenance } from '../clinic/conversation.ts';
import type { GenerateRequest } from '../engine/engine.ts';
import { originOf } from './answer-origin.ts';
import { provenanceOf } from './provenance-of.ts';
import { type AskedAgain, askedAgain } from './asked-again.ts';
import type { AppCore } from './core.ts';
import type { EngineLoader } from './engine-loader.ts';
import { describeProblem, type Problem } from './problem.ts';

export type ReplayEvent =
  | { readonly kind: 'text'; readonly newTokens: number; readonly ofTokens: number }
  | { readonly kind: 'done'; readonly replay: Replay }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** The answer made again, and how it compares with the one that is kept. */
export interface Replay {
  readonly of: Message;
  readonly text: string;
  readonly tokenIds: readonly number[];
  readonly finish: Finish;
  readonly provenance: Provenance;
  /** `unknown` where the tokens of the first were not kept; words are compared then too. */
  readonly tokens: 'identical' | 'different' | 'unknown';
  readonly words: readonly DiffPart[];
  /** What decides the words and is not the same. */
  readonly differences: readonly OriginDifference[];
  /** False for an answer of an earlier version: its settings were not kept. */
  readonly isSameSettings: boolean;
}

/** Ends early when `signal` does; every failure is the last event. */
export async function* replayAnswer(
  { core, loader }: { readonly core: AppCore; readonly loader: EngineLoader },
  messageId: string,
  signal: AbortSignal,
): AsyncGenerator<ReplayEvent> {
  try {
    const asked = await askedAgain(core, loader, { messageId, signal });
    yield* makeAgain(core, asked, signal);
  } catch (error) {
    if (!signal.aborted) yield { kind: 'failed', problem: describeProblem(error) };
  }
}

async function* makeAgain(
  core: AppCore,
  asked: AskedAgain,
  signal: AbortSignal,
): AsyncGenerator<ReplayEvent> {
  const { answer, ready, system } = asked;
  const { settings } = core.now;
  const origin = answer.provenance?.origin;
  const request: GenerateRequest = {
    messages: asked.messages,
    sampling: origin?.sampling ?? settings.sampling,
    maxNewTokens: lengthOf(answer) ?? origin?.maxNewTokens ?? settings.maxNewTokens,
    // from the cache what came from it then, so that the rest is rounded in the same passes
    reuseAtMost: answer.provenance?.reusedTokens ?? 0,
  };
  const startedMs = Date.now();
  let { device } = ready;
  let text = '';
  let tokenIds: number[] = [];
  for await (const event of core.parts.engine.generate(request, signal)) {
    if (event.kind === 'device') {
      device = event.device; // half precision was too small: it begins again
      text = '';
      tokenIds = [];
    }
    if (event.kind === 'text') {
      text += event.text;
      if (event.tokenId >= 0) tokenIds.push(event.tokenId);
      const ofTokens = answer.tokenIds?.length ?? request.maxNewTokens;
      yield { kind: 'text', newTokens: tokenIds.length, ofTokens };
    }
    if (event.kind !== 'done') continue;
    const { finish, usage } = event;
    if (finish === 'stopped') return;
    const latest = { ...ready, device };
    const made = { ready: latest, request, usage, startedMs };
    const { facts } = answer.provenance ?? {};
    const provenance = provenanceOf(usage, {
      ...latest,
      told: { system, ...(facts !== undefined && { facts }) },
      origin: await originOf(core, made),
    });
    const again = { text, tokenIds, finish, provenance };
    yield { kind: 'done', replay: compare(answer, again) };
  }
}

function compare(
  of: Message,
  again: Pick<Replay, 'text' | 'tokenIds' | 'finish' | 'provenance'>,
): Replay {
  const { origin } = of.provenance ?? {};
  const { origin: latest } = again.provenance;
  const isKnown = origin !== undefined && latest !== undefined;
  return {
    ...again,
    of,
    tokens: compareTokens(of.tokenIds, again.tokenIds),
    words: diffWords(of.text, again.text),
    differences: isKnown ? originDifferences(origin, latest) : [],
    isSameSettings: isKnown,
  };
}

/** An answer that did not end by itself is made again as far as it came. */
function lengthOf({ state, finish, tokenIds }: Message): number | undefined {
  const isWhole = state === 'complete' && finish !== 'context-full';
  if (isWhole && finish !== 'length') return undefined;
  return tokenIds === undefined || tokenIds.length === 0 ? undefined : tokenIds.length;
}

function compareTokens(
  first: readonly number[] | undefined,
  again: readonly number[],
): Replay['tokens'] {
  if (first === undefined || first.length === 0) return 'unknown';
  const isSame =
    first.length === again.length && first.every((id, i) => id === again[i]);
  return isSame ? 'identical' : 'different';
}

/** The answer as a turn of its own, beside the one it was compared with. */
export function replayAsMessage(replay: Replay): Message {
  const { of, text, tokenIds, finish, provenance } = replay;
  return {
    id: crypto.randomUUID(),
    parentId: must(of.parentId, 'an answer has a question'),
    role: 'assistant',
    text,
    attachments: [],
    state: 'complete',
    createdMs: Date.now(),
    provenance,
    finish,
    tokenIds,
  };
}
