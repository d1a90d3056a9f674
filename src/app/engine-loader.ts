/**
 * @file Bringing a checkpoint into the engine, and saying how far it is.
 *
 * One load at a time: a new one stops the one before. `whenReady` is how an
 * answer waits for it.
 */
import { AssistantError, fromErrorRecord, isKind } from '../base/errors.ts';
import type { LoadEvent, LoadOptions } from '../engine/engine.ts';
import type { AppCore } from './core.ts';
import { describeProblem } from './problem.ts';
import { canEngineBecomeReady } from './selectors.ts';
import type { CheckpointSummary, EngineState, Settings } from './state.ts';

/** KV for this many positions; the checkpoint's own limit may be lower. */
export const CONTEXT_TOKENS = 8192;

type Loading = Extract<EngineState, { kind: 'loading' }>;

export class EngineLoader {
  readonly #core: AppCore;
  #stopping = new AbortController();

  constructor(core: AppCore) {
    this.#core = core;
  }

  /** Loads an installed checkpoint. What goes wrong becomes the engine's state. */
  async load(checkpoint: CheckpointSummary, isRecovery = false): Promise<void> {
    this.stop();
    const stopping = new AbortController();
    this.#stopping = stopping;
    const { engine, library } = this.#core.parts;
    this.#set({ ...startOfLoading(checkpoint), isRecovery });
    try {
      const source = await library.open(checkpoint.id);
      const options = loadOptions(this.#core.now.settings);
      for await (const event of engine.load(source, options, stopping.signal)) {
        if (stopping.signal.aborted) return;
        this.#apply(event, checkpoint);
      }
    } catch (error) {
      if (stopping.signal.aborted || isKind(error, 'aborted')) return;
      this.#set({ kind: 'failed', problem: describeProblem(error), checkpoint });
    }
  }

  /** Stops a load that runs; the engine is then whatever comes next. */
  stop(): void {
    this.#stopping.abort();
  }

  /** Frees the weights. */
  async unload(): Promise<void> {
    this.stop();
    await this.#core.parts.engine.dispose();
    this.#set({ kind: 'empty' });
  }

  /**
   * Resolves once the engine is ready.
   *
   * @throws the error of its load, or AssistantError 'aborted'
   */
  async whenReady(
    signal: AbortSignal,
  ): Promise<Extract<EngineState, { kind: 'ready' }>> {
    const { state } = this.#core;
    for (;;) {
      const { engine } = state.getState();
      if (signal.aborted) throw stoppedWaiting();
      if (engine.kind === 'ready') return engine;
      if (engine.kind === 'failed') throw fromErrorRecord(engine.problem.record);
      if (!canEngineBecomeReady(state.getState())) throw nothingToLoad();
      await new Promise<void>((resolve) => {
        const go = () => {
          unsubscribe();
          signal.removeEventListener('abort', go);
          resolve();
        };
        const unsubscribe = state.subscribe(go);
        signal.addEventListener('abort', go);
      });
    }
  }

  #apply(event: LoadEvent, checkpoint: CheckpointSummary): void {
    switch (event.kind) {
      case 'trying':
        return this.#progress({ phase: 'weights', configuration: event.configuration });
      case 'progress': {
        const { loadedBytes, totalBytes } = event;
        return this.#progress({ phase: 'weights', loadedBytes, totalBytes });
      }
      case 'self-check':
        return this.#progress({ phase: 'self-check' });
      case 'ready':
        this.#core.audit.note({ what: 'model-change', subject: checkpoint.name });
        return this.#set({ kind: 'ready', checkpoint, device: event.device });
    }
  }

  #progress(change: Partial<Loading>): void {
    const { engine } = this.#core.now;
    if (engine.kind === 'loading') this.#set({ ...engine, ...change });
  }

  #set(engine: EngineState): void {
    this.#core.set({ engine });
  }
}

function startOfLoading(checkpoint: CheckpointSummary): Loading {
  return {
    kind: 'loading',
    checkpoint,
    phase: 'opening',
    loadedBytes: 0,
    totalBytes: checkpoint.sizeBytes,
    startedMs: Date.now(),
    isRecovery: false,
  };
}

function loadOptions({ runtime }: Settings): LoadOptions {
  return { runtime, floatType: 'auto', threads: 0, contextTokens: CONTEXT_TOKENS };
}

function stoppedWaiting(): AssistantError {
  return new AssistantError('aborted', 'The answer was stopped.', { by: 'person' });
}

function nothingToLoad(): AssistantError {
  return new AssistantError(
    'unsupported',
    'No checkpoint is on this computer. Fetch the bundled one again, or choose a folder.',
    { missing: 'checkpoint' },
  );
}
