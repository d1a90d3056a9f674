/** @file Noting how an answer was made, so that it can be made again. */
import { sha256Hex } from '../base/sha256.ts';
import type { AnswerOrigin } from '../clinic/answer-origin.ts';
import type { Manifest } from '../checkpoint/manifest.ts';
import type { ChatMessage, GenerateRequest, Usage } from '../engine/engine.ts';
import type { AppCore } from './core.ts';
import type { EngineState } from './state.ts';
import { APP_VERSION } from './version.ts';

declare const ORT_VERSION: string | undefined;

/** Of onnxruntime-web; the build knows it. */
const RUNTIME_VERSION = typeof ORT_VERSION === 'string' ? ORT_VERSION : 'unknown';

interface Made {
  readonly ready: Extract<EngineState, { kind: 'ready' }>;
  readonly request: GenerateRequest;
  readonly usage: Pick<Usage, 'imageMs' | 'prefillMs' | 'decodeMs'>;
  readonly startedMs: number;
}

export async function originOf(
  core: AppCore,
  { ready: { checkpoint, device }, request, usage, startedMs }: Made,
): Promise<AnswerOrigin> {
  const papers = await core.parts.library
    .describe(checkpoint.id)
    .catch(() => undefined);
  const { imageMs, prefillMs, decodeMs } = usage;
  const { runtime, floatType, description, threads, subgroups } = device;
  return {
    app: APP_VERSION,
    ...(papers !== undefined && { checkpointSha256: papers.manifestSha256 }),
    ...adapterOf(papers?.manifest),
    runtime: {
      name: runtime,
      version: RUNTIME_VERSION,
      device: description,
      floatType,
      threads,
      subgroups,
      contextTokens: device.contextTokens,
      selfCheckError: device.selfCheckError,
    },
    sampling: request.sampling,
    maxNewTokens: request.maxNewTokens,
    promptSha256: await hashOf(printMessages(request.messages)),
    systemSha256: await hashOf(
      printMessages(request.messages.filter(({ role }) => role === 'system')),
    ),
    imageSha256s: imagesOf(request.messages),
    times: { startedMs, endedMs: Date.now(), imageMs, prefillMs, decodeMs },
  };
}

/** The one that is laid over a checkpoint unasked: its first. */
function adapterOf(manifest: Manifest | undefined): Pick<AnswerOrigin, 'adapter'> {
  const { name, sha256 } = manifest?.adapters[0] ?? {};
  return name === undefined || sha256 === undefined
    ? {}
    : { adapter: { name, sha256 } };
}

/** One line of JSON, the same for the same prompt: an image by its hash. */
export function printMessages(messages: readonly ChatMessage[]): string {
  return JSON.stringify(
    messages.map(({ role, content }) => ({
      role,
      content: content.map((part) =>
        part.kind === 'text' ? { text: part.text } : { image: part.image.sha256 },
      ),
    })),
  );
}

function imagesOf(messages: readonly ChatMessage[]): readonly string[] {
  return messages.flatMap(({ content }) =>
    content.flatMap((part) => (part.kind === 'image' ? [part.image.sha256] : [])),
  );
}

function hashOf(text: string): Promise<string> {
  return sha256Hex(new TextEncoder().encode(text));
}
