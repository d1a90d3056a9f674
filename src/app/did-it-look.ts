/**
 * @file Whether an answer depended on the picture: it is read again with the picture,
 * without it, and with a meaningless one, and each time the model begins its own
 * answer, without chance. Nothing of it is kept.
 */
import { type ChatMessage, GREEDY_SAMPLING } from '../engine/engine.ts';
import { type AskedAgain, askedAgain } from './asked-again.ts';
import type { AppCore } from './core.ts';
import type { EngineLoader } from './engine-loader.ts';
import { greyPicture } from './grey-picture.ts';
import { describeProblem, type Problem } from './problem.ts';

/** What the model is given in place of the pictures. */
export type Given = 'with' | 'without' | 'other';

export type LookEvent =
  | { readonly kind: 'reading'; readonly given: Given }
  | { readonly kind: 'done'; readonly look: Look }
  | { readonly kind: 'failed'; readonly problem: Problem };

export interface Look {
  readonly readings: Readonly<Record<Given, Reading>>;
  /** Tokens of the answer, and those of each beginning. */
  readonly tokens: number;
  readonly begunTokens: number;
  readonly verdict: 'none' | 'some' | 'much';
}

export interface Reading {
  /** Of the answer's tokens, natural, ≤ 0. */
  readonly meanLogprob: number;
  /** How the model itself begins. */
  readonly tokenIds: readonly number[];
  /** First token at which it begins otherwise than with the picture; undefined for none. */
  readonly differsAt: number | undefined;
}

/** So many tokens of each beginning are compared. */
const BEGINNING = 48;
/** In nats a token: below the first, the answer hardly depends; above the second, it does. */
const HARDLY = 0.02;
const CLEARLY = 0.2;
const GIVEN: readonly Given[] = ['with', 'without', 'other'];

/** Ends early when `signal` does; every failure is the last event. */
export async function* didItLook(
  { core, loader }: { readonly core: AppCore; readonly loader: EngineLoader },
  messageId: string,
  signal: AbortSignal,
): AsyncGenerator<LookEvent> {
  try {
    const asked = await askedAgain(core, loader, { messageId, signal });
    yield* readThrice(core, asked, signal);
  } catch (error) {
    if (!signal.aborted) yield { kind: 'failed', problem: describeProblem(error) };
  }
}

async function* readThrice(
  core: AppCore,
  asked: AskedAgain,
  signal: AbortSignal,
): AsyncGenerator<LookEvent> {
  const read: Partial<Record<Given, Awaited<ReturnType<typeof readOnce>>>> = {};
  for (const given of GIVEN) {
    yield { kind: 'reading', given };
    const messages = await withPictures(asked.messages, given);
    read[given] = await readOnce(core, { ...asked, messages }, signal);
    if (signal.aborted) return;
  }
  const { with: seen, without, other } = read;
  if (seen === undefined || without === undefined || other === undefined) return;
  const reading = (one: typeof seen): Reading => ({
    ...one,
    differsAt: differsAt(seen.tokenIds, one.tokenIds),
  });
  const readings = {
    with: reading(seen),
    without: reading(without),
    other: reading(other),
  };
  const verdict = judge(readings);
  const { tokens } = seen;
  const begunTokens = seen.tokenIds.length;
  yield { kind: 'done', look: { readings, tokens, begunTokens, verdict } };
}

async function readOnce(
  core: AppCore,
  { messages, answer }: AskedAgain,
  signal: AbortSignal,
) {
  const { engine } = core.parts;
  const { text, tokenIds } = answer;
  const kept = { text, ...(tokenIds !== undefined && { tokenIds }) };
  const logprobs: number[] = [];
  for await (const event of engine.score({ messages, answer: kept }, signal)) {
    if (event.kind === 'token') logprobs.push(event.token.logprob);
  }
  const begun: number[] = [];
  const request = { messages, sampling: GREEDY_SAMPLING, maxNewTokens: BEGINNING };
  for await (const event of engine.generate(request, signal)) {
    if (event.kind === 'text' && event.tokenId >= 0) begun.push(event.tokenId);
  }
  const sum = logprobs.reduce((total, logprob) => total + logprob, 0);
  return {
    meanLogprob: logprobs.length === 0 ? 0 : sum / logprobs.length,
    tokens: logprobs.length,
    tokenIds: begun,
  };
}

/** The prompt with its pictures, without them, or with grey ones. */
async function withPictures(
  messages: readonly ChatMessage[],
  given: Given,
): Promise<readonly ChatMessage[]> {
  if (given === 'with') return messages;
  return Promise.all(
    messages.map(async ({ role, content }) => {
      const parts = content.map(async (part) => {
        if (part.kind === 'text') return [part];
        if (given === 'without') return [];
        return [{ kind: 'image' as const, image: await greyPicture() }];
      });
      return { role, content: (await Promise.all(parts)).flat() };
    }),
  );
}

/** By how much more probable the picture made the answer, and whether the beginning changed. */
export function judge(readings: Look['readings']): Look['verdict'] {
  const { with: seen, without, other } = readings;
  const change = Math.max(
    Math.abs(seen.meanLogprob - without.meanLogprob),
    Math.abs(seen.meanLogprob - other.meanLogprob),
  );
  const isOther = [without, other].some((one) => one.differsAt !== undefined);
  if (change >= CLEARLY) return 'much';
  return change < HARDLY && !isOther ? 'none' : 'some';
}

function differsAt(
  first: readonly number[],
  other: readonly number[],
): number | undefined {
  const most = Math.max(first.length, other.length);
  for (let i = 0; i < most; i++) if (first[i] !== other[i]) return i;
  return undefined;
}
