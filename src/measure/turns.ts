/** @file A conversation of five turns, asked of an engine as the app asks it. */
import { must } from '../base/assert.ts';
import type { ChatMessage, Engine, GenerateEvent, Usage } from '../engine/engine.ts';
import type { TurnFinding } from './findings.ts';

const QUESTIONS = [
  'A patient of 58 has had chest pain on exertion for two weeks. What are common causes?',
  'The pain goes to the left arm and ends at rest. Which of them is most likely?',
  'Which tests should be done first?',
  'The electrocardiogram at rest is normal. Does that rule it out?',
  'What should the patient be told before going home?',
];

const GREEDY = { temperature: 0, topK: 0, topP: 1, repetitionPenalty: 1.05, seed: 0 };

/** Asks every question, with what was answered before. */
export async function* askTurns(
  engine: Engine,
  device: string,
  maxNewTokens: number,
): AsyncGenerator<TurnFinding> {
  const messages: ChatMessage[] = [];
  let knownTokens = 0;
  for (const [index, question] of QUESTIONS.entries()) {
    messages.push(message('user', question));
    const { usage, reply, tokenMs, isCut } = await ask(engine, messages, maxNewTokens);
    const [firstTokenMs = 0] = tokenMs;
    const decodeMs = (tokenMs.at(-1) ?? firstTokenMs) - firstTokenMs;
    messages.push(message('assistant', reply));
    yield {
      kind: 'turn',
      device,
      turn: index + 1,
      promptTokens: usage.promptTokens,
      reusedTokens: usage.reusedTokens,
      prefilledTokens: usage.promptTokens - usage.reusedTokens,
      newTokens: usage.promptTokens - knownTokens,
      firstTokenMs,
      decodeTokensPerSecond: ((tokenMs.length - 1) / decodeMs) * 1000,
    };
    // the last token of a reply that was cut has not been through the network
    knownTokens = usage.promptTokens + usage.newTokens - (isCut ? 1 : 0);
  }
}

interface Answer {
  readonly usage: Usage;
  readonly reply: string;
  /** Since the question, per token. */
  readonly tokenMs: readonly number[];
  /** Ended by its length. */
  readonly isCut: boolean;
}

async function ask(
  engine: Engine,
  messages: readonly ChatMessage[],
  maxNewTokens: number,
): Promise<Answer> {
  const startMs = performance.now();
  const tokenMs: number[] = [];
  const texts: string[] = [];
  const request = { messages: [...messages], sampling: GREEDY, maxNewTokens };
  let end: Extract<GenerateEvent, { kind: 'done' }> | undefined;
  for await (const event of engine.generate(request, new AbortController().signal)) {
    if (event.kind === 'done') end = event;
    if (event.kind !== 'text') continue;
    texts.push(event.text);
    if (event.tokenId >= 0) tokenMs.push(performance.now() - startMs);
  }
  const { usage, finish } = must(end, 'an answer ends');
  return { usage, reply: texts.join(''), tokenMs, isCut: finish === 'length' };
}

function message(role: ChatMessage['role'], text: string): ChatMessage {
  return { role, content: [{ kind: 'text', text }] };
}
