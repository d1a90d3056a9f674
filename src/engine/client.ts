/**
 * @file The engine as the page has it: an `Engine` whose work happens in a worker.
 *
 * A worker that crashes takes the weights with it, which is the same to a
 * person as a GPU that went away: `device-lost`, load again.
 */
import { assert } from '../base/assert.ts';
import { AssistantError, isKind } from '../base/errors.ts';
import { WorkerClient } from '../base/worker-client.ts';
import type { WorkerHandle } from '../base/worker-protocol.ts';
import type {
  ChatMessage,
  CheckpointSource,
  Engine,
  GenerateEvent,
  GenerateRequest,
  ImageInput,
  LoadEvent,
  LoadOptions,
  ScoreEvent,
  ScoreRequest,
  SeenImage,
  SpelledPrompt,
} from './engine.ts';
import type { EngineEvent, EngineRequest } from './protocol.ts';

/** A worker that does not answer within this is ended without having freed the GPU itself. */
const DISPOSE_MS = 3000;

export class WorkerEngine implements Engine {
  readonly #client: WorkerClient<EngineRequest, EngineEvent>;

  /** @param start - starts a new engine worker; called by `load` when there is none */
  constructor(start: () => WorkerHandle) {
    this.#client = new WorkerClient({ start, crashed });
  }

  /** Loads in a worker of its own: a wasm heap never shrinks, only ends. */
  async *load(
    source: CheckpointSource,
    options: LoadOptions,
    signal: AbortSignal,
  ): AsyncGenerator<LoadEvent> {
    await this.dispose();
    for await (const event of this.#client.call(
      { kind: 'load', source, options },
      signal,
    )) {
      assert(event.kind === 'load', 'a load gets load events');
      yield event.event;
    }
  }

  /** Fails with `device-lost` when the worker crashed and nothing was loaded since. */
  async *generate(
    request: GenerateRequest,
    signal: AbortSignal,
  ): AsyncGenerator<GenerateEvent> {
    if (!this.#client.isStarted) throw crashed('it is not running');
    for await (const event of this.#client.call(
      { kind: 'generate', request },
      signal,
    )) {
      assert(event.kind === 'generate', 'an answer gets generate events');
      yield event.event;
    }
  }

  async *score(request: ScoreRequest, signal: AbortSignal): AsyncGenerator<ScoreEvent> {
    if (!this.#client.isStarted) throw crashed('it is not running');
    for await (const event of this.#client.call({ kind: 'score', request }, signal)) {
      assert(event.kind === 'score', 'a score gets score events');
      yield event.event;
    }
  }

  async see(image: ImageInput): Promise<SeenImage> {
    if (!this.#client.isStarted) throw crashed('it is not running');
    for await (const event of this.#client.call({ kind: 'see', image })) {
      assert(event.kind === 'seen', 'an image gets a seen event');
      return event.image;
    }
    throw crashed('it gave no picture');
  }

  async spell(messages: readonly ChatMessage[]): Promise<SpelledPrompt> {
    if (!this.#client.isStarted) throw crashed('it is not running');
    for await (const event of this.#client.call({ kind: 'spell', messages })) {
      assert(event.kind === 'spelled', 'messages get a spelled event');
      return event.prompt;
    }
    throw crashed('it gave no prompt');
  }

  async forget(): Promise<void> {
    if (!this.#client.isStarted) return;
    for await (const _ of this.#client.call({ kind: 'forget' })) void _;
  }

  /** Lets the engine free the GPU, then ends the worker. It can be loaded again. */
  async dispose(): Promise<void> {
    if (!this.#client.isStarted) return;
    const closed = new AssistantError('aborted', 'The engine was closed.', {
      by: 'page',
    });
    const giveUp = setTimeout(() => this.#client.terminate(closed), DISPOSE_MS);
    try {
      for await (const _ of this.#client.call({ kind: 'dispose' })) void _;
    } catch (error) {
      // A worker that crashed, or that we gave up, has nothing left to free.
      if (!isKind(error, 'device-lost', 'aborted')) throw error;
    } finally {
      clearTimeout(giveUp);
      this.#client.terminate(closed);
    }
  }
}

function crashed(reason: string): AssistantError {
  return new AssistantError(
    'device-lost',
    `The engine's worker stopped (${reason}). Load the checkpoint again.`,
    { reason },
  );
}
