/**
 * @file The examination's page: the engine in its worker, with the bundled checkpoint
 * where the app keeps it, answering as it does in the app.
 */
import { must, never } from '../base/assert.ts';
import { AssistantError } from '../base/errors.ts';
import { sha256Hex } from '../base/sha256.ts';
import { readAdapterCard, type AdapterCard } from '../checkpoint/adapter-card.ts';
import { baseHash } from '../checkpoint/base-hash.ts';
import { WorkerEngine } from '../engine/client.ts';
import {
  PULSEMIND_SAMPLING,
  type ChatMessage,
  type CheckpointSource,
  type DeviceReport,
  type Engine,
  type GenerateEvent,
  type ImageInput,
} from '../engine/engine.ts';
import { describeAdapter } from '../engine/gpu-adapter.ts';
import { startEngineWorker } from '../engine/start-worker.ts';
import { loadOptions } from './bench-requests.ts';
import {
  GIVEN_ADAPTER,
  type ClinicAdapter,
  type ClinicAnswer,
  type ClinicLoad,
  type ClinicMessage,
  type ClinicReply,
  type ClinicRequest,
} from './clinic-requests.ts';
import { goesInCircles } from './goes-in-circles.ts';
import { openBundled } from './page-checkpoint.ts';

let engine: Engine | undefined;

async function experiment(request: ClinicRequest): Promise<ClinicReply> {
  switch (request.kind) {
    case 'describe':
      return { kind: 'description', gpu: (await describeAdapter())?.description };
    case 'load':
      return load(request);
    case 'answer':
      return answer(request);
    default:
      return never(request);
  }
}

type Load = Extract<ClinicRequest, { kind: 'load' }>;

async function load({ device, adapter }: Load): Promise<ClinicLoad> {
  await engine?.dispose();
  const source = await withAdapter(await openBundled(), adapter);
  engine = new WorkerEngine(startEngineWorker);
  const options = {
    ...loadOptions(device),
    adapter: adapter === 'none' ? adapter : {},
  };
  let ready: DeviceReport | undefined;
  const { signal } = new AbortController();
  for await (const event of engine.load(source, options, signal)) {
    if (event.kind === 'ready') ready = event.device;
  }
  return {
    kind: 'load',
    device: must(ready, 'a load ends ready or throws'),
    checkpoint: {
      name: source.manifest.name,
      sha256: await baseHash(source.manifest),
    },
    adapter: adapter === 'none' ? undefined : await cardOf(source),
  };
}

/** @throws AssistantError `bad-input` when the checkpoint has no adapter of its own */
async function withAdapter(
  source: CheckpointSource,
  adapter: ClinicAdapter,
): Promise<CheckpointSource> {
  if (adapter === 'given') {
    const { card, file } = GIVEN_ADAPTER;
    const json = await fetchLabFile(card);
    const weights = await fetchLabFile(file);
    const { name } = readAdapterCard(card, JSON.parse(await json.text()));
    const manifest = { ...source.manifest, adapters: [{ name, file, card }] };
    return {
      manifest,
      files: new Map([...source.files, [card, json], [file, weights]]),
    };
  }
  if (adapter === 'own' && source.manifest.adapters.length === 0) {
    throw new AssistantError(
      'bad-input',
      `${source.manifest.name} has no adapter of its own. Name the folder of one: --adapter DIR.`,
      { what: 'option', name: 'adapter' },
    );
  }
  return source;
}

async function cardOf({ manifest, files }: CheckpointSource): Promise<AdapterCard> {
  const { card } = must(manifest.adapters[0], 'an adapter is listed');
  const file = must(files.get(card), 'its card is among the files');
  return readAdapterCard(card, JSON.parse(await file.text()));
}

type Ask = Extract<ClinicRequest, { kind: 'answer' }>;

/** Ends early when it goes in circles; `finish` is then `stopped`. */
async function answer({ messages, maxNewTokens }: Ask): Promise<ClinicAnswer> {
  let text = '';
  let end: Extract<GenerateEvent, { kind: 'done' }> | undefined;
  const stop = new AbortController();
  const request = {
    messages: await Promise.all(messages.map(chatMessage)),
    sampling: PULSEMIND_SAMPLING,
    maxNewTokens,
  };
  const asked = must(engine, 'a checkpoint was loaded');
  for await (const event of asked.generate(request, stop.signal)) {
    if (event.kind === 'text') text += event.text;
    if (event.kind === 'done') end = event;
    else if (goesInCircles(text)) stop.abort();
  }
  const { finish, usage } = must(end, 'an answer ends');
  return { kind: 'answer', text, finish, usage };
}

/** As the app makes one: images before words. */
async function chatMessage({
  role,
  text,
  images,
}: ClinicMessage): Promise<ChatMessage> {
  const inputs = await Promise.all(images.map(imageInput));
  return {
    role,
    content: [
      ...inputs.map((image) => ({ kind: 'image', image }) as const),
      { kind: 'text', text },
    ],
  };
}

async function imageInput(name: string): Promise<ImageInput> {
  const blob = await fetchLabFile(name);
  return { blob, sha256: await sha256Hex(new Uint8Array(await blob.arrayBuffer())) };
}

async function fetchLabFile(name: string): Promise<Blob> {
  // oxlint-disable-next-line no-restricted-globals -- a page of the lab, not of the app
  return (await fetch(`/lab-files/${encodeURIComponent(name)}`)).blob();
}

Object.assign(globalThis, { experiment });
