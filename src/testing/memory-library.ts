/** @file A library of checkpoints in memory: bytes that mean nothing, behaviour that is real. */
import { AssistantError } from '../base/errors.ts';
import type { Manifest } from '../checkpoint/manifest.ts';
import type { CheckpointLibrary } from '../store/checkpoint-library.ts';
import type { CheckpointPapers } from '../store/checkpoint-papers.ts';
import type {
  InstalledCheckpoint,
  ListedCheckpoints,
  OpenedWeights,
} from '../store/weights.ts';
import type { WeightsEvent, WeightsRequest } from '../store/weights-protocol.ts';
import { tinyManifest } from './tiny-manifest.ts';

export class MemoryLibrary implements CheckpointLibrary {
  readonly requests: WeightsRequest[] = [];
  /** Thrown by the next works and opens, first come first served. */
  readonly workErrors: Error[] = [];
  readonly openErrors: Error[] = [];
  /** What a verification finds. */
  wrong: readonly string[] = [];
  #installed: InstalledCheckpoint[] = [];
  #clock = 1;

  /** Puts a checkpoint there as if an earlier visit had. */
  add(name: string, isBundled = false, change: Partial<Manifest> = {}): string {
    const id = name.toLowerCase();
    this.#installed = [
      ...this.#installed.filter((kept) => kept.id !== id),
      {
        id,
        manifest: tinyManifest(
          { 'w.bin': { bytes: 4, chunks: ['00'] } },
          { name, ...change },
        ),
        origin: {
          version: 1,
          isBundled,
          installedMs: this.#clock++,
          ...(isBundled && { url: '/checkpoints/mini/' }),
        },
        sizeBytes: 4,
      },
    ];
    return id;
  }

  async list(): Promise<ListedCheckpoints> {
    return { installed: this.#installed, damaged: [], unfinished: [] };
  }

  async open(id: string): Promise<OpenedWeights> {
    const error = this.openErrors.shift();
    if (error !== undefined) throw error;
    const found = this.#installed.find((kept) => kept.id === id);
    if (found === undefined) {
      throw new AssistantError('bad-data', `${id} is not here.`, { path: id });
    }
    return {
      manifest: found.manifest,
      files: new Map([['w.bin', new Blob(['abcd'])]]),
    };
  }

  async describe(id: string): Promise<CheckpointPapers | undefined> {
    const found = this.#installed.find((kept) => kept.id === id);
    if (found === undefined) return undefined;
    return { manifestSha256: id, manifest: found.manifest, origin: found.origin };
  }

  async remove(id: string): Promise<void> {
    this.#installed = this.#installed.filter((kept) => kept.id !== id);
  }

  async cleanUp(): Promise<void> {}

  async *work(
    request: WeightsRequest,
    signal: AbortSignal,
  ): AsyncGenerator<WeightsEvent> {
    this.requests.push(request);
    const name = 'name' in request ? request.name : 'Mini';
    const id = name.toLowerCase();
    yield { kind: 'progress', id, name, file: 'w.bin', loadedBytes: 2, totalBytes: 4 };
    await new Promise<void>((resolve) => {
      setTimeout(resolve, 1);
    });
    if (signal.aborted) {
      throw new AssistantError('aborted', 'Stopped.', { by: 'person' });
    }
    const error = this.workErrors.shift();
    if (error !== undefined) throw error;
    if (request.kind === 'verify') {
      yield { kind: 'verified', wrong: this.wrong };
      return;
    }
    const isBundled = request.kind === 'download' && request.isBundled;
    yield { kind: 'installed', id: this.add(name, isBundled), name };
  }

  dispose(): void {}
}
