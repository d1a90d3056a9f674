/**
 * @file Making one answer: wait for the engine, feed it the turns, let the
 * answer grow, keep it as it ended.
 *
 *   waiting-for-engine → images → prefill → decode → complete | stopped | failed
 *
 * A device that is lost on the way is loaded again, once, and the answer begins
 * anew; lost a second time, the answer fails and the consultation stays.
 */
import { assert, never } from '../base/assert.ts';
import { isKind, toErrorRecord } from '../base/errors.ts';
import { NextFrame } from '../base/next-frame.ts';
import type { AnswerOrigin } from '../clinic/answer-origin.ts';
import type { Message, Provenance } from '../clinic/conversation.ts';
import type {
  BegunAnswer,
  GenerateEvent,
  GenerateRequest,
  Sampling,
} from '../engine/engine.ts';
import { originOf } from './answer-origin.ts';
import { AnswerWriter } from './answer-writer.ts';
import { chatMessages } from './chat-messages.ts';
import type { AppCore } from './core.ts';
import type { EngineLoader } from './engine-loader.ts';
import { type Made, provenanceOf } from './provenance-of.ts';
import type { AnswerState, EngineState } from './state.ts';
import { tellForAnswer, type Told } from './what-is-told.ts';

/** What to answer, and where the answer grows. */
export interface Question {
  readonly conversationId: string;
  /** The turns before the answer. */
  readonly messages: readonly Message[];
  /** The answer, kept already: empty, or as far as it was made. */
  readonly answer: Message;
  readonly sampling: Sampling;
  /** For an answer that goes on. */
  readonly begun?: BegunAnswer;
}

type Running = Extract<AnswerState, { kind: 'running' }>;
type Done = Extract<GenerateEvent, { kind: 'done' }>;
type NewDevice = Extract<GenerateEvent, { kind: 'device' }>;
type Begun = Extract<GenerateEvent, { kind: 'begun' }>;
type Ready = Extract<EngineState, { kind: 'ready' }>;

/** Name of the lock by which other tabs see that an answer is being made. */
export function answerLock(messageId: string): string {
  return `answer:${messageId}`;
}

export class Answering {
  readonly #core: AppCore;
  readonly #loader: EngineLoader;
  /** A fast model makes several tokens between two paints. */
  readonly #frames = new NextFrame();
  #stopping = new AbortController();
  #running: Promise<unknown> = Promise.resolve();
  #writer: AnswerWriter | undefined;

  constructor(core: AppCore, loader: EngineLoader) {
    this.#core = core;
    this.#loader = loader;
  }

  /** The answer that grows now, newer than what is on disk. */
  get growing(): Message | undefined {
    return this.#writer?.message;
  }

  /**
   * Reserves the engine for the answer `messageId`, so that nothing else is
   * sent while its turn is being kept; `run` or `cancel` follows.
   */
  reserve(conversationId: string, messageId: string): void {
    assert(this.#core.now.answer.kind === 'idle', 'one answer at a time');
    this.#stopping = new AbortController();
    this.#core.set({ answer: startOfAnswer(conversationId, messageId) });
  }

  cancel(): void {
    this.#core.set({ answer: { kind: 'idle' } });
  }

  /** Makes the answer that was reserved, and gives it. Every failure ends as its state. */
  run(question: Question): Promise<Message> {
    const { browser } = this.#core.parts;
    const running = browser.whileHolding(answerLock(question.answer.id), () =>
      this.#make(question),
    );
    this.#running = running;
    return running;
  }

  /** Ends the running answer; what there is of it stays. */
  stop(): void {
    if (this.#core.now.answer.kind !== 'running') return;
    this.#progress({ isStopping: true });
    this.#stopping.abort();
  }

  /** Stops, and waits until the answer is kept as it is. */
  async stopAndWait(): Promise<void> {
    this.stop();
    await this.#running;
  }

  async #make(question: Question): Promise<Message> {
    const { conversationId, answer } = question;
    const writer = new AnswerWriter(this.#core, this.#frames, conversationId, answer);
    this.#writer = writer;
    writer.begin(question.begun);
    const ending = await this.#tryTwice(question, writer);
    await this.#core.attempt(() => writer.finish(withTokens(ending, writer.tokenIds)));
    void this.#core.search.update(conversationId);
    this.#core.audit.note({ what: 'answer', conversationId });
    this.#writer = undefined;
    this.#frames.drop(this);
    this.#core.set({ answer: { kind: 'idle' } });
    return writer.message;
  }

  /** How the answer ended, as the change of its message. */
  async #tryTwice(question: Question, writer: AnswerWriter): Promise<Partial<Message>> {
    try {
      return await this.#generate(question, writer);
    } catch (error) {
      if (!isKind(error, 'device-lost')) return endingOf(error);
    }
    try {
      await this.#reload();
      writer.begin(question.begun);
      return await this.#generate(question, writer);
    } catch (error) {
      return endingOf(error);
    }
  }

  /** Loads the lost checkpoint again, and says so. */
  async #reload(): Promise<void> {
    const { engine } = this.#core.now;
    this.#progress({ phase: 'waiting-for-engine', newTokens: 0, tokensPerSecond: 0 });
    if (engine.kind !== 'ready') return; // somebody loads already
    await this.#loader.load(engine.checkpoint, true);
    if (this.#core.now.engine.kind === 'ready') {
      this.#core.tell({ kind: 'engine-reloaded' });
    }
  }

  async #generate(question: Question, writer: AnswerWriter): Promise<Partial<Message>> {
    const { signal } = this.#stopping;
    const { engine } = this.#core.parts;
    let ready = await this.#loader.whenReady(signal);
    const told = await this.#told(question, ready);
    const request = await this.#request(question, told.system);
    this.#progress({ phase: 'prefill' });
    const speed = new Speed();
    const startedMs = Date.now();
    for await (const event of engine.generate(request, signal)) {
      if (event.kind === 'done') {
        const made = { ready, request, usage: event.usage, startedMs };
        const origin = await originOf(this.#core, made);
        return endingOfDone(event, { ...ready, told, origin }, question.answer);
      }
      if (event.kind === 'device') {
        // half precision was too small: the answer begins again on another configuration
        writer.begin(question.begun);
        ready = { ...ready, device: event.device };
        this.#core.set({ engine: ready });
        continue;
      }
      if (event.kind === 'begun') {
        writer.begin(event);
        continue;
      }
      if (event.kind === 'text') writer.grow(event.text, event.tokenId);
      this.#follow(event, speed);
    }
    throw new Error('The engine ended an answer without saying how.');
  }

  #told({ conversationId, answer, begun }: Question, ready: Ready): Promise<Told> {
    const before = begun === undefined ? undefined : answer;
    return tellForAnswer(this.#core, { conversationId, before }, ready.checkpoint);
  }

  async #request(
    { conversationId, messages, sampling, begun }: Question,
    system: string,
  ): Promise<GenerateRequest> {
    const { settings } = this.#core.now;
    const { attachments } = this.#core.kept;
    const chat = await chatMessages(messages, system, (sha256) =>
      attachments.read(conversationId, sha256),
    );
    return {
      messages: chat,
      sampling,
      maxNewTokens: settings.maxNewTokens,
      ...(begun !== undefined && { begun }),
    };
  }

  #follow(event: Exclude<GenerateEvent, Done | NewDevice | Begun>, speed: Speed): void {
    switch (event.kind) {
      case 'image':
        return this.#progress({
          phase: 'images',
          imageIndex: event.index,
          imageCount: event.count,
        });
      case 'prefill':
        return this.#progress({
          phase: 'prefill',
          prefillDoneTokens: event.doneTokens,
          prefillTotalTokens: event.totalTokens,
          reusedTokens: event.reusedTokens,
        });
      case 'text': {
        const { newTokens, tokensPerSecond } = speed.count();
        this.#frames.ask(this, () =>
          this.#advance({ phase: 'decode', newTokens, tokensPerSecond }),
        );
        return;
      }
      default:
        return never(event);
    }
  }

  /** After what waits to be shown, so that nothing older follows it. */
  #progress(change: Partial<Running>): void {
    this.#frames.settle(this);
    this.#advance(change);
  }

  #advance(change: Partial<Running>): void {
    const { answer } = this.#core.now;
    if (answer.kind === 'running') this.#core.set({ answer: { ...answer, ...change } });
  }
}

/** Tokens a second since the first one. */
class Speed {
  #firstMs: number | undefined;
  #tokens = 0;

  count(): { newTokens: number; tokensPerSecond: number } {
    const nowMs = performance.now();
    this.#firstMs ??= nowMs;
    this.#tokens++;
    const seconds = (nowMs - this.#firstMs) / 1000;
    const tokensPerSecond = seconds > 0 ? (this.#tokens - 1) / seconds : 0;
    return { newTokens: this.#tokens, tokensPerSecond };
  }
}

function startOfAnswer(conversationId: string, messageId: string): Running {
  return {
    kind: 'running',
    conversationId,
    messageId,
    phase: 'waiting-for-engine',
    isStopping: false,
    imageIndex: 0,
    imageCount: 0,
    prefillDoneTokens: 0,
    prefillTotalTokens: 0,
    reusedTokens: 0,
    newTokens: 0,
    tokensPerSecond: 0,
  };
}

function endingOfDone(
  { finish, usage }: Done,
  ready: Made,
  before: Message,
): Partial<Message> {
  const latest = provenanceOf(usage, ready);
  const isContinued = before.text !== '';
  return {
    state: finish === 'stopped' ? 'stopped' : 'complete',
    finish,
    provenance: isContinued ? continued(before.provenance, latest) : latest,
  };
}

/** Tokens stay with an answer: it can go on from them, and be looked at word by word. */
function withTokens(
  ending: Partial<Message>,
  tokenIds: readonly number[],
): Partial<Message> {
  return tokenIds.length > 0 ? { ...ending, tokenIds } : ending;
}

/** Of an answer that went on: where all of it came from. */
function continued(before: Provenance | undefined, latest: Provenance): Provenance {
  if (before === undefined) return { ...latest, continuations: 1 };
  const both = (one: string, other: string) =>
    one.split(' + ').includes(other) ? one : `${one} + ${other}`;
  const sawNothing = [before, latest].some((part) => part.understandsImages === false);
  return {
    ...latest,
    checkpoint: both(before.checkpoint, latest.checkpoint),
    quantization: both(before.quantization, latest.quantization),
    device: both(before.device, latest.device),
    ...(sawNothing && { understandsImages: false }),
    ...(before.isDemonstration === true && { isDemonstration: true }),
    promptTokens: before.promptTokens,
    reusedTokens: before.reusedTokens,
    newTokens: before.newTokens + latest.newTokens,
    continuations: (before.continuations ?? 0) + 1,
    ...withOrigin(before.origin, latest.origin),
  };
}

/** How it began, with the time it took in all. */
function withOrigin(
  first: AnswerOrigin | undefined,
  last: AnswerOrigin | undefined,
): Pick<Provenance, 'origin'> {
  const origin = first ?? last;
  if (first === undefined || last === undefined || origin === undefined) {
    return origin === undefined ? {} : { origin };
  }
  const { imageMs, prefillMs, decodeMs, endedMs } = last.times;
  const times = {
    ...first.times,
    endedMs,
    imageMs: first.times.imageMs + imageMs,
    prefillMs: first.times.prefillMs + prefillMs,
    decodeMs: first.times.decodeMs + decodeMs,
  };
  return { origin: { ...first, times } };
}

function endingOf(error: unknown): Partial<Message> {
  if (isKind(error, 'aborted')) return { state: 'stopped', finish: 'stopped' };
  const record = toErrorRecord(error);
  return { state: 'failed', failure: record.message, error: record };
}
