/**
 * @file The whole conversation as the app runs it (cached KV, kept features,
 * prefill in small chunks), replies compared token by token.
 */
import { must } from '../base/assert.ts';
import type { Network } from '../engine/network.ts';
import { imageTokens } from '../engine/prepared-image.ts';
import { penalize } from '../engine/sampling.ts';
import {
  TokenGenerator,
  type PromptImage,
  type TokenPrompt,
} from '../engine/token-generator.ts';
import { readGenerationSettings } from '../model/read-settings.ts';
import type { Golden } from './read-golden.ts';
import type { Stage } from './stage.ts';
import type { Tolerances } from './tolerances.ts';
import type { VerifiedImages } from './verify-images.ts';

/** Logits closer than this are a tie: either token is right. */
const TIE = 1e-4;
/** As in the reference: at most so many tokens a reply. */
const REPLY_TOKENS = 8;
/** Small, so that prompts and images are cut in the middle. */
const CHUNK_TOKENS = 13;

/** Replies of every turn, without and with the repetition penalty; how much of each prompt was reused. */
export async function verifyConversation(
  golden: Golden,
  network: Network,
  images: VerifiedImages,
  tolerances: Tolerances,
): Promise<Stage[]> {
  const stages: Stage[] = [];
  for (const penalty of [1, 1.05]) {
    const generator = new TokenGenerator(network, {
      maxTokens: 4096,
      chunkTokens: CHUNK_TOKENS,
    });
    try {
      let expectedReuse = 0;
      for (let turn = 0; turn < golden.turns.length; turn++) {
        const prompt = readPrompt(golden, network, images, turn);
        const run = { generator, prompt, penalty, turn, golden, network };
        const reply = await replyTo(run);
        stages.push(compareReply(run, reply, tolerances));
        stages.push(compareReuse(run, reply.reusedTokens, expectedReuse));
        expectedReuse = reusableAfter(golden, turn, prompt.ids, reply.tokenIds);
      }
    } finally {
      generator.dispose();
    }
  }
  return stages;
}

interface TurnRun {
  readonly generator: TokenGenerator;
  readonly prompt: TokenPrompt;
  readonly penalty: number;
  readonly turn: number;
  readonly golden: Golden;
  readonly network: Network;
}

interface Reply {
  readonly tokenIds: readonly number[];
  readonly reusedTokens: number;
  /** Of the first token that is not the reference's: how far the two logits are apart. */
  readonly gap: number | undefined;
}

function readPrompt(
  golden: Golden,
  network: Network,
  images: VerifiedImages,
  turn: number,
): TokenPrompt {
  const ids = golden.tensors.ints(`turn.${turn}.prompt_ids`);
  const { vision } = network.source.manifest.config;
  const runs: PromptImage[] = [];
  for (let i = 0; i < ids.length;) {
    if (ids[i] !== golden.special.imagePad) {
      i++;
      continue;
    }
    const index = runs.length;
    const { gridThw } = must(
      images.prepared[index],
      'an image for every run of image tokens',
    );
    const tokens = imageTokens(gridThw, vision);
    const features = () =>
      Promise.resolve(must(images.features[index], 'features of every image'));
    runs.push({ start: i, tokens, sha256: `image ${index}`, gridThw, features });
    i += tokens;
  }
  return { ids, images: runs };
}

async function replyTo({
  generator,
  prompt,
  penalty,
  turn,
  golden,
  network,
}: TurnRun): Promise<Reply> {
  const expected = golden.tensors.ints(replyName(turn, penalty));
  const { stopTokenIds } = readGenerationSettings(golden.generation);
  const limits = {
    sampling: { temperature: 0, topK: 0, topP: 1, repetitionPenalty: penalty, seed: 0 },
    maxNewTokens: REPLY_TOKENS,
    stopTokenIds: new Set<number>(),
    bannedTokenIds: new Set<number>(),
  };
  const tokenIds: number[] = [];
  let reusedTokens = 0;
  for await (const event of generator.generate(
    prompt,
    limits,
    new AbortController().signal,
  )) {
    if (event.kind === 'prefill') ({ reusedTokens } = event);
    if (event.kind !== 'token') continue;
    const wanted = expected[tokenIds.length];
    if (event.tokenId !== wanted) {
      const gap = await logitGap(
        network,
        { prompt, tokenIds, penalty },
        event.tokenId,
        wanted,
      );
      return { tokenIds: [...tokenIds, event.tokenId], reusedTokens, gap };
    }
    tokenIds.push(event.tokenId);
    // the reference counts the end of turn as a token of the reply
    if (event.tokenId === golden.special.imEnd || stopTokenIds[0] === event.tokenId) {
      break;
    }
  }
  return { tokenIds, reusedTokens, gap: undefined };
}

const replyName = (turn: number, penalty: number) =>
  penalty === 1
    ? `turn.${turn}.reply_ids`
    : `turn.${turn}.reply_ids_penalty_${penalty}`;

async function logitGap(
  { head }: Network,
  {
    prompt,
    tokenIds,
    penalty,
  }: { prompt: TokenPrompt; tokenIds: readonly number[]; penalty: number },
  ours: number,
  theirs: number | undefined,
): Promise<number> {
  if (theirs === undefined) return Infinity;
  const logits = await head.logits();
  const seen = new Set([...prompt.ids, ...tokenIds]);
  const penalized = (id: number) =>
    seen.has(id) ? penalize(logits[id], penalty) : logits[id];
  // also when ours has the smaller one: then it was not chosen by its logit
  return Math.abs(penalized(ours) - penalized(theirs));
}

function compareReply(
  { golden, turn, penalty }: TurnRun,
  { tokenIds, gap }: Reply,
  { replies }: Tolerances,
): Stage {
  const expected = golden.tensors.ints(replyName(turn, penalty));
  const isEqual = gap === undefined && tokenIds.length === expected.length;
  const isTie = gap !== undefined && gap < TIE;
  const note = isEqual
    ? `${expected.length} tokens`
    : isTie
      ? `a tie at token ${tokenIds.length - 1}`
      : `[${tokenIds.join(' ')}] instead of [${expected.join(' ')}]`;
  return {
    name: `reply ${turn}${penalty === 1 ? '' : `, penalty ${penalty}`}`,
    maxAbs: gap ?? 0,
    maxRel: 0,
    tolerance: replies === 'exact' ? { kind: 'exact' } : { kind: 'report' },
    isOk: replies === 'report' || isEqual || isTie,
    note,
  };
}

/** A follow-up turn must compute its new tokens and no more. */
function compareReuse(
  { turn, penalty, prompt }: TurnRun,
  reused: number,
  expected: number,
): Stage {
  const total = prompt.ids.length;
  return {
    name: `prefill ${turn}${penalty === 1 ? '' : `, penalty ${penalty}`}`,
    maxAbs: Math.abs(reused - expected),
    maxRel: 0,
    tolerance: { kind: 'exact' },
    isOk: reused === expected,
    note: `${total - reused} of ${total} tokens computed`,
  };
}

/** How much of the next turn's prompt the cache holds after this reply. */
function reusableAfter(
  golden: Golden,
  turn: number,
  promptIds: Int32Array,
  reply: readonly number[],
): number {
  if (turn + 1 >= golden.turns.length) return 0;
  const next = golden.tensors.ints(`turn.${turn + 1}.prompt_ids`);
  // the last token of a reply was chosen but not run
  const cached = [...promptIds, ...reply.slice(0, -1)];
  let same = 0;
  while (same < cached.length && cached[same] === next[same]) same++;
  return same;
}
