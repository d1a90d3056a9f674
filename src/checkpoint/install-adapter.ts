/**
 * @file Putting an adapter beside a checkpoint's own weights, and taking it away.
 *
 * The base's weight files stay byte for byte. What changes is the manifest: it lists
 * the adapter's files and their chunk hashes, so that downloads and verifications
 * cover them, and says whether images are understood now. The model card grows a part
 * of its own, behind `CARD_MARK`. Without the adapter the manifest is the base's again.
 */
import { AssistantError } from '../base/errors.ts';
import { openAdapter } from './adapter.ts';
import {
  type AdapterCard,
  badAdapter,
  MOST_ADAPTER_BYTES,
  readAdapterCard,
} from './adapter-card.ts';
import { baseHash } from './base-hash.ts';
import { ChunkedFile } from './chunked-file.ts';
import type { ListedAdapter, Manifest, StoredFile } from './manifest.ts';
import { jsonBlob, readJson } from './read-json.ts';
import { readManifest } from './read-manifest.ts';
import type { CheckpointSink } from './sink.ts';

const MANIFEST = 'manifest.json';
const MODEL_CARD = 'README.md';
const ADAPTER_FILES = { file: 'adapter.safetensors', card: 'adapter.json' } as const;

/** What comes before it in the model card is the base's. */
const CARD_MARK = '[//]: # (adapter)';

export interface InstallRequest {
  /** The checkpoint's files by name. */
  readonly files: ReadonlyMap<string, Blob>;
  /** The adapter's folder: `adapter.json` and the weights that it names. */
  readonly adapter: ReadonlyMap<string, Blob>;
  /** What follows from how the adapter was examined. */
  readonly judge: (card: AdapterCard) => Judgement;
  /** The checkpoint's folder. */
  readonly sink: CheckpointSink;
}

export interface Judgement {
  readonly understandsImages: boolean;
  /** The adapter's part of the model card, in Markdown. */
  readonly modelCard: string;
}

/**
 * Verifies an adapter against the checkpoint, copies it in place of what lies over it
 * now, and writes the manifest last.
 *
 * @throws AssistantError 'bad-data' when the adapter is damaged, too large or of
 *   other weights; nothing was written then
 */
export async function installAdapter(request: InstallRequest): Promise<Manifest> {
  const { files, adapter, judge, sink } = request;
  const base = withoutAdapter(await manifestOf(files));
  const cardFile = fileIn(adapter, ADAPTER_FILES.card);
  const card = readAdapterCard(
    ADAPTER_FILES.card,
    await readJson(ADAPTER_FILES.card, cardFile),
  );
  const weights = fileIn(adapter, card.weights.file);
  checkSize(weights.size + cardFile.size);
  const listed = {
    ...ADAPTER_FILES,
    name: card.name,
    sha256: card.weights.sha256,
    base: { understandsImages: base.understandsImages },
  };
  await openAdapter(
    {
      manifest: { ...base, adapters: [listed] },
      files: new Map([
        [listed.file, weights],
        [listed.card, cardFile],
      ]),
    },
    card.name,
  );
  const { understandsImages, modelCard } = judge(card);
  const text = [await baseCard(files), CARD_MARK, modelCard].filter((it) => it !== '');
  const added = new Map([
    [MODEL_CARD, new Blob([`${text.join('\n\n').trim()}\n`])],
    [listed.card, cardFile],
    [listed.file, weights],
  ]);
  const stored: Record<string, StoredFile> = {};
  for (const [name, blob] of added) {
    stored[name] = await writeFile(sink, name, blob, base.chunkBytes);
  }
  const manifest: Manifest = {
    ...base,
    understandsImages,
    files: { ...base.files, ...stored },
    adapters: [listed],
  };
  await writeManifest(sink, manifest);
  return manifest;
}

/**
 * Takes the adapter away; what is left is the base as it was converted.
 *
 * @throws AssistantError 'bad-input' when there is none
 */
export async function removeAdapter(
  files: ReadonlyMap<string, Blob>,
  sink: CheckpointSink,
): Promise<Manifest> {
  const before = await manifestOf(files);
  if (before.adapters.length === 0) {
    throw new AssistantError('bad-input', `${before.name} has no adapter to remove.`, {
      what: 'folder',
    });
  }
  const text = await baseCard(files);
  const base = withoutAdapter(before);
  const stored =
    text === ''
      ? {}
      : {
          [MODEL_CARD]: await writeFile(
            sink,
            MODEL_CARD,
            new Blob([`${text}\n`]),
            base.chunkBytes,
          ),
        };
  const manifest = { ...base, files: { ...base.files, ...stored } };
  await writeManifest(sink, manifest);
  if (text === '') await sink.remove(MODEL_CARD);
  for (const { file, card } of before.adapters) {
    await sink.remove(file);
    await sink.remove(card);
  }
  return manifest;
}

/**
 * The manifest of a base that was converted again, with the adapter that lay over it.
 *
 * @param adapted - the manifest before
 * @returns undefined when the weights are others now, which the adapter does not fit
 */
export async function carryAdapter(
  adapted: Manifest,
  rebuilt: Manifest,
): Promise<Manifest | undefined> {
  if ((await baseHash(adapted)) !== (await baseHash(rebuilt))) return undefined;
  const names = [MODEL_CARD, ...adapted.adapters.flatMap((it) => [it.card, it.file])];
  const kept = names.flatMap((name) => {
    const stored = adapted.files[name];
    return stored === undefined ? [] : [[name, stored] as const];
  });
  return {
    ...rebuilt,
    understandsImages: adapted.understandsImages,
    files: { ...rebuilt.files, ...Object.fromEntries(kept) },
    adapters: adapted.adapters,
  };
}

export async function writeManifest(
  sink: CheckpointSink,
  manifest: Manifest,
): Promise<void> {
  readManifest(manifest);
  await writeFile(sink, MANIFEST, jsonBlob(manifest), manifest.chunkBytes);
}

async function manifestOf(files: ReadonlyMap<string, Blob>): Promise<Manifest> {
  const file = files.get(MANIFEST);
  if (file === undefined) {
    const sentence = `There is no ${MANIFEST} in the checkpoint's folder. Name the folder of a converted checkpoint.`;
    throw new AssistantError('bad-input', sentence, { what: 'folder' });
  }
  const json = await readJson(MANIFEST, file);
  readManifest(json);
  return json as Manifest; // in the order in which it was written
}

/** As the base was: without the adapter's files and card, and blind again if it was. */
function withoutAdapter(manifest: Manifest): Manifest {
  const [first] = manifest.adapters;
  if (first === undefined) return manifest;
  const gone = new Set([
    MODEL_CARD,
    ...manifest.adapters.flatMap((it) => [it.file, it.card]),
  ]);
  const files = Object.entries(manifest.files).filter(([name]) => !gone.has(name));
  return {
    ...manifest,
    understandsImages: wasUnderstanding(first, manifest),
    files: Object.fromEntries(files),
    adapters: [],
  };
}

const wasUnderstanding = ({ base }: ListedAdapter, manifest: Manifest): boolean =>
  base?.understandsImages ?? manifest.understandsImages;

/** The part of the model card that is the base's; empty when it has none. */
async function baseCard(files: ReadonlyMap<string, Blob>): Promise<string> {
  const text = (await files.get(MODEL_CARD)?.text()) ?? '';
  const [own = ''] = text.split(CARD_MARK);
  return own.trim();
}

function checkSize(bytes: number): void {
  if (bytes <= MOST_ADAPTER_BYTES) return;
  throw badAdapter(
    ADAPTER_FILES.card,
    `and its weights have ${bytes} bytes; ${MOST_ADAPTER_BYTES} are the most that a page should fetch beside its checkpoint`,
    'Train it with a lower rank.',
  );
}

async function writeFile(
  sink: CheckpointSink,
  name: string,
  blob: Blob,
  chunkBytes: number,
): Promise<StoredFile> {
  const file = await ChunkedFile.create(sink, name, chunkBytes);
  for (let from = 0; from < blob.size; from += chunkBytes) {
    const part = await blob.slice(from, from + chunkBytes).arrayBuffer();
    await file.write(new Uint8Array(part));
  }
  return file.close();
}

function fileIn(folder: ReadonlyMap<string, Blob>, name: string): Blob {
  const file = folder.get(name);
  if (file === undefined) throw badAdapter(name, 'is not in the folder');
  return file;
}
