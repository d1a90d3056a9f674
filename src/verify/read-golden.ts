/**
 * @file The reference values beside a checkpoint (golden/README.md): what the
 * reference implementation computed at every stage of one conversation.
 */
import * as v from 'valibot';
import { AssistantError } from '../base/errors.ts';
import { readTensorFile, type TensorFile } from './tensor-file.ts';

const GoldenFile = v.object({
  name: v.string(),
  special: v.object({
    vision_start: v.number(),
    vision_end: v.number(),
    image_pad: v.number(),
    video_pad: v.number(),
    im_start: v.number(),
    im_end: v.number(),
    endoftext: v.number(),
  }),
  turns: v.array(v.object({ images: v.array(v.number()), imagesSoFar: v.number() })),
});

export interface Golden {
  readonly name: string;
  readonly special: Readonly<
    Record<
      | 'visionStart'
      | 'visionEnd'
      | 'imagePad'
      | 'videoPad'
      | 'imStart'
      | 'imEnd'
      | 'endOfText',
      number
    >
  >;
  /** Which images each user turn brings, as numbers into `images`. */
  readonly turns: readonly { readonly images: readonly number[] }[];
  readonly tensors: TensorFile;
  /** The encoded images (PNG). */
  readonly images: readonly Blob[];
  /** `config.json`, `generation_config.json`, `preprocessor_config.json`, as parsed JSON. */
  readonly config: unknown;
  readonly generation: unknown;
  readonly preprocessor: unknown;
}

/** True when a checkpoint folder comes with reference values. */
export function hasGolden(files: ReadonlyMap<string, Blob>): boolean {
  return files.has('golden.safetensors') && files.has('golden.json');
}

/**
 * Reads a folder's reference values.
 *
 * @param files - the folder's files by name
 * @throws AssistantError `bad-data` when one is missing or unreadable
 */
export async function readGolden(files: ReadonlyMap<string, Blob>): Promise<Golden> {
  const parsed = v.safeParse(GoldenFile, await readJson(files, 'golden.json'));
  if (!parsed.success) {
    throw new AssistantError(
      'bad-data',
      `golden.json: ${v.summarize(parsed.issues)}. Make the reference values again.`,
      { path: 'golden.json' },
    );
  }
  const { name, special, turns } = parsed.output;
  const imageCount = turns.at(-1)?.imagesSoFar ?? 0;
  return {
    name,
    special: {
      visionStart: special.vision_start,
      visionEnd: special.vision_end,
      imagePad: special.image_pad,
      videoPad: special.video_pad,
      imStart: special.im_start,
      imEnd: special.im_end,
      endOfText: special.endoftext,
    },
    turns,
    tensors: await readTensorFile(
      'golden.safetensors',
      get(files, 'golden.safetensors'),
    ),
    images: Array.from({ length: imageCount }, (_, i) => get(files, `image-${i}.png`)),
    config: await readJson(files, 'config.json'),
    generation: await readJson(files, 'generation_config.json'),
    preprocessor: await readJson(files, 'preprocessor_config.json'),
  };
}

async function readJson(
  files: ReadonlyMap<string, Blob>,
  path: string,
): Promise<unknown> {
  const text = await get(files, path).text();
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AssistantError(
      'bad-data',
      `${path} is not JSON. Copy it again.`,
      { path },
      { cause },
    );
  }
}

function get(files: ReadonlyMap<string, Blob>, path: string): Blob {
  const blob = files.get(path);
  if (blob) return blob;
  throw new AssistantError(
    'bad-data',
    `The folder holds no ${path}. Choose a checkpoint folder with reference values.`,
    { path },
  );
}
