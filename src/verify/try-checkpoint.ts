/**
 * @file A checkpoint folder without reference values: converted in memory, loaded,
 * and asked one question.
 */
import { convertCheckpoint } from '../checkpoint/convert.ts';
import { readManifest } from '../checkpoint/read-manifest.ts';
import type { Bits } from '../checkpoint/recipe.ts';
import { MemorySink } from '../checkpoint/sink.ts';
import {
  type CheckpointSource,
  type FloatType,
  GREEDY_SAMPLING,
} from '../engine/engine.ts';
import { LocalEngine } from '../engine/local-engine.ts';
import type { OrtFiles } from '../engine/runtime.ts';

const QUESTION = 'What are common causes of chest pain?';
const ANSWER_TOKENS = 48;
const CONTEXT_TOKENS = 1024;

export interface TryRequest {
  readonly files: ReadonlyMap<string, Blob>;
  readonly bits: Bits;
  readonly ort: OrtFiles;
  readonly device: 'wasm' | 'webgpu';
  readonly floatType: FloatType;
}

/**
 * The device it runs on and its greedy answer.
 *
 * @throws AssistantError when the folder cannot be converted, loaded or run
 */
export async function tryCheckpoint(
  request: TryRequest,
): Promise<{ device: string; answer: string }> {
  const { ort, device, floatType } = request;
  const { signal } = new AbortController();
  const engine = new LocalEngine(ort);
  const options = {
    runtime: device,
    floatType,
    threads: 2,
    contextTokens: CONTEXT_TOKENS,
  };
  let description = '';
  try {
    for await (const event of engine.load(await openSource(request), options, signal)) {
      if (event.kind === 'ready') {
        description = `${event.device.runtime}, ${event.device.description}`;
      }
    }
    const content = [{ kind: 'text', text: QUESTION }] as const;
    const messages = [{ role: 'user', content }] as const;
    const question = {
      messages,
      sampling: GREEDY_SAMPLING,
      maxNewTokens: ANSWER_TOKENS,
    };
    let answer = '';
    for await (const event of engine.generate(question, signal)) {
      if (event.kind === 'text') answer += event.text;
    }
    return { device: description, answer };
  } finally {
    await engine.dispose();
  }
}

/** A folder that was converted before is taken as it is. */
async function openSource({ files, bits }: TryRequest): Promise<CheckpointSource> {
  const manifest = files.get('manifest.json');
  if (manifest) {
    return { manifest: readManifest(JSON.parse(await manifest.text())), files };
  }
  const sink = new MemorySink();
  return {
    manifest: await convertCheckpoint(files, sink, { bits }),
    files: sink.files,
  };
}
