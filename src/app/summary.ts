/**
 * @file Having the model sum up a consultation that no longer fits.
 *
 * A long one is read in parts, each with the summary so far, so that no turn is
 * left out. What a doctor corrected is read as corrected; what a doctor rejected
 * is not read. The summary is a draft: the doctor edits it and begins the next
 * consultation with it, or not.
 */
import { isKind } from '../base/errors.ts';
import type { Message } from '../clinic/conversation.ts';
import type { Review } from '../clinic/review.ts';
import type { ChatMessage } from '../engine/engine.ts';
import { estimateTokens, tokenScale } from './context-use.ts';
import type { AppCore } from './core.ts';
import type { EngineLoader } from './engine-loader.ts';
import { describeProblem, type Problem } from './problem.ts';
import { currentId, currentMessages } from './selectors.ts';
import type { Language } from './state.ts';
import { promptLanguage } from '../clinic/system-prompt.ts';

export type SummaryEvent =
  /** A part begins; what was said before is taken up and said again. */
  | { readonly kind: 'part'; readonly part: number; readonly parts: number }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** Shares of the context: what is read of the consultation at once, and what may be said. */
const READ_SHARE = 0.45;
const SAID_SHARE = 0.25;
/** A part is never smaller: a context that does not hold this holds no summary. */
const LEAST_TOKENS = 32;

interface Words {
  readonly instruction: string;
  readonly soFar: string;
  readonly turns: string;
  readonly doctor: string;
  readonly assistant: string;
  readonly image: (caption: string) => string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    instruction:
      'Summarize this consultation for the doctor who goes on with it. Keep every fact about the patient: age, sex, complaint, course, history, medication, allergies, findings, measurements with their units, what was excluded, what was advised, and what is still open. Say nothing that is not there. Write short lines.',
    soFar: 'Summary of what came before, to be kept and completed:',
    turns: 'The consultation:',
    doctor: 'Doctor',
    assistant: 'Assistant',
    image: (caption) => `[image: ${caption}]`,
  },
  zh: {
    instruction:
      '请为接手的医生总结这次会诊。保留患者的所有事实：年龄、性别、主诉、病程、既往史、用药、过敏、检查所见、带单位的测量值、已排除的情况、已给出的建议，以及尚未解决的问题。不要写会诊中没有的内容。请用简短的条目。',
    soFar: '此前内容的总结，请保留并补全：',
    turns: '会诊内容：',
    doctor: '医生',
    assistant: '助手',
    image: (caption) => `[图片：${caption}]`,
  },
};

/**
 * Sums up the branch on screen. Ends early when `signal` does; every failure is
 * the last event.
 */
export async function* summarize(
  core: AppCore,
  loader: EngineLoader,
  signal: AbortSignal,
): AsyncGenerator<SummaryEvent> {
  try {
    const { checkpoint, device } = await loader.whenReady(signal);
    const { settings, reviews } = core.now;
    const turns = currentMessages(core.now);
    const conversationId = currentId(core.now);
    if (conversationId === undefined || turns.length === 0) return;
    core.audit.note({ what: 'ask', conversationId });
    const words = WORDS[promptLanguage(settings.language, checkpoint.languages)];
    const limit = device.contextTokens;
    const said = Math.max(1, Math.floor(limit * SAID_SHARE));
    const reading: Reading = {
      core,
      words,
      signal,
      scale: tokenScale(turns),
      maxNewTokens: Math.min(settings.maxNewTokens, said),
    };
    yield* readAll(transcript(turns, reviews, words), limit * READ_SHARE, reading);
  } catch (error) {
    if (signal.aborted || isKind(error, 'aborted')) return;
    yield { kind: 'failed', problem: describeProblem(error) };
  }
}

interface Reading {
  readonly core: AppCore;
  readonly words: Words;
  readonly signal: AbortSignal;
  /** Tokens for an estimated one. */
  readonly scale: number;
  readonly maxNewTokens: number;
}

/** In parts of `tokens`; in smaller ones when the estimate was too low. */
async function* readAll(
  turns: readonly string[],
  tokens: number,
  reading: Reading,
): AsyncGenerator<SummaryEvent> {
  try {
    yield* readParts(partsOf(turns, tokens, reading.scale), reading);
  } catch (error) {
    if (!isContextFull(error) || tokens / 2 < LEAST_TOKENS) throw error;
    yield* readAll(turns, tokens / 2, reading);
  }
}

async function* readParts(
  parts: readonly string[],
  { core, words, signal, maxNewTokens }: Reading,
): AsyncGenerator<SummaryEvent> {
  const { engine } = core.parts;
  const { sampling } = core.now.settings;
  let soFar = '';
  for (const [index, part] of parts.entries()) {
    const begin: SummaryEvent = { kind: 'part', part: index + 1, parts: parts.length };
    yield begin;
    let text = '';
    const messages = promptOf(part, soFar, words);
    const request = { messages, sampling, maxNewTokens };
    for await (const event of engine.generate(request, signal)) {
      if (event.kind === 'device') {
        text = ''; // half precision was too small: it begins again
        yield begin;
      }
      if (event.kind !== 'text') continue;
      text += event.text;
      yield { kind: 'text', text: event.text };
    }
    if (signal.aborted) return;
    soFar = text.trim();
  }
}

/** Pieces of at most `tokens`, cut between turns, or inside one that is longer. */
export function partsOf(
  turns: readonly string[],
  tokens: number,
  scale: number,
): readonly string[] {
  const parts: string[] = [];
  let part = '';
  for (const piece of turns.flatMap((turn) => piecesOf(turn, tokens, scale))) {
    const longer = part === '' ? piece : `${part}\n\n${piece}`;
    if (part !== '' && estimateTokens(longer, scale) > tokens) {
      parts.push(part);
      part = piece;
    } else part = longer;
  }
  return part === '' ? parts : [...parts, part];
}

function piecesOf(text: string, tokens: number, scale: number): readonly string[] {
  if (estimateTokens(text, scale) <= tokens || text.length < 2) return [text];
  const half = Math.ceil(text.length / 2);
  const space = text.lastIndexOf(' ', half);
  const at = space > 0 ? space : half;
  return [text.slice(0, at), text.slice(at)].flatMap((piece) =>
    piecesOf(piece, tokens, scale),
  );
}

function transcript(
  turns: readonly Message[],
  reviews: readonly Review[],
  words: Words,
): readonly string[] {
  return turns.flatMap(({ id, role, text, attachments }) => {
    const review = reviews.findLast(({ messageId }) => messageId === id);
    if (review?.verdict === 'rejected') return [];
    const said = review?.verdict === 'edited' ? (review.text ?? text) : text;
    const images = attachments.map(({ caption, name }) => words.image(caption ?? name));
    const lines = [...images, said].filter((line) => line !== '');
    if (lines.length === 0) return [];
    const who = role === 'user' ? words.doctor : words.assistant;
    return [`${who}: ${lines.join('\n')}`];
  });
}

function promptOf(part: string, soFar: string, words: Words): readonly ChatMessage[] {
  const before = soFar === '' ? [] : [`${words.soFar}\n${soFar}`];
  const text = [...before, `${words.turns}\n${part}`].join('\n\n');
  return [
    { role: 'system', content: [{ kind: 'text', text: words.instruction }] },
    { role: 'user', content: [{ kind: 'text', text }] },
  ];
}

function isContextFull(error: unknown): boolean {
  return isKind(error, 'bad-input') && error.details.what === 'context-full';
}
