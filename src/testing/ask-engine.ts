/** @file Asking an engine in tests: short messages in, the whole answer out. */
import type {
  ChatMessage,
  ContentPart,
  Engine,
  GenerateEvent,
  GenerateRequest,
  ImageInput,
} from '../engine/engine.ts';

export const text = (content: string): ContentPart => ({ kind: 'text', text: content });
export const picture = (image: ImageInput): ContentPart => ({ kind: 'image', image });
export const says = (
  role: ChatMessage['role'],
  ...content: ContentPart[]
): ChatMessage => ({
  role,
  content,
});
export const user = (...content: ContentPart[]) => says('user', ...content);

/** Every event, once the last has come. */
export async function collect<T>(events: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const event of events) all.push(event);
  return all;
}

/** What came of a question. */
export interface Reply {
  readonly events: readonly GenerateEvent[];
  readonly text: string;
  readonly finish: string;
  readonly promptTokens: number;
  readonly reusedTokens: number;
  readonly newTokens: number;
  readonly images: readonly Extract<GenerateEvent, { kind: 'image' }>[];
}

/** What a question may change. */
export interface Asked extends Partial<Omit<GenerateRequest, 'messages'>> {
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: GenerateEvent) => void;
}

/** Asks, and waits for the end of the answer. */
export async function ask(
  engine: Engine,
  messages: readonly ChatMessage[],
  { signal = new AbortController().signal, onEvent, ...change }: Asked = {},
): Promise<Reply> {
  const sampling = {
    temperature: 0,
    topK: 1,
    topP: 1,
    repetitionPenalty: 1.05,
    seed: 0,
  };
  const request = { messages, sampling, maxNewTokens: 8, ...change };
  const events: GenerateEvent[] = [];
  for await (const event of engine.generate(request, signal)) {
    events.push(event);
    onEvent?.(event);
  }
  const done = events.at(-1);
  if (done?.kind !== 'done') throw new Error('an answer ends with done');
  return {
    events,
    text: events.map((it) => (it.kind === 'text' ? it.text : '')).join(''),
    finish: done.finish,
    ...done.usage,
    images: events.filter((it) => it.kind === 'image'),
  };
}
