/**
 * @file The small settings files beside a checkpoint: how it likes to be
 * sampled (`generation_config.json`) and how its images are prepared
 * (`preprocessor_config.json`). Absent fields have the defaults of transformers.
 */
import * as v from 'valibot';
import { AssistantError } from '../base/errors.ts';
import type { Normalization } from '../image/patches.ts';
import type { PixelLimits } from '../image/smart-resize.ts';

export interface GenerationSettings {
  /** Ids that end an answer. */
  readonly stopTokenIds: readonly number[];
  /** Temperature 0 is greedy; top-k 0, top-p 1 and penalty 1 are off. */
  readonly temperature: number;
  readonly topK: number;
  readonly topP: number;
  readonly repetitionPenalty: number;
}

export interface ImageSettings {
  readonly limits: PixelLimits;
  readonly normalization: Normalization;
}

const tokenId = v.pipe(v.number(), v.integer(), v.minValue(0));

const GenerationFile = v.object({
  eos_token_id: v.nullish(v.union([tokenId, v.array(tokenId)])),
  do_sample: v.nullish(v.boolean(), false),
  temperature: v.nullish(v.pipe(v.number(), v.minValue(0)), 1),
  top_k: v.nullish(v.pipe(v.number(), v.integer(), v.minValue(0)), 50),
  top_p: v.nullish(v.pipe(v.number(), v.gtValue(0), v.maxValue(1)), 1),
  repetition_penalty: v.nullish(v.pipe(v.number(), v.gtValue(0)), 1),
});

const pixels = v.pipe(v.number(), v.integer(), v.minValue(1));
const perChannel = v.tuple([v.number(), v.number(), v.number()]);

const PreprocessorFile = v.object({
  min_pixels: v.nullish(pixels),
  max_pixels: v.nullish(pixels),
  // Pixel counts too, whatever the names say.
  size: v.nullish(
    v.object({ shortest_edge: v.nullish(pixels), longest_edge: v.nullish(pixels) }),
  ),
  image_mean: v.nullish(perChannel, [0.48145466, 0.4578275, 0.40821073]),
  image_std: v.nullish(perChannel, [0.26862954, 0.26130258, 0.27577711]),
  resample: v.nullish(v.literal(3), 3),
  rescale_factor: v.nullish(
    v.pipe(
      v.number(),
      v.check((x) => Math.abs(x * 255 - 1) < 1e-6, 'is not 1/255'),
    ),
    1 / 255,
  ),
  do_resize: v.nullish(v.literal(true), true),
  do_rescale: v.nullish(v.literal(true), true),
  do_normalize: v.nullish(v.literal(true), true),
});

/**
 * Reads `generation_config.json`.
 *
 * @param json - undefined when the checkpoint has no such file
 * @throws AssistantError `bad-data` when a field is out of range
 */
export function readGenerationSettings(json: unknown): GenerationSettings {
  const file = parse(GenerationFile, json ?? {}, 'generation_config.json');
  const stop = file.eos_token_id ?? [];
  return {
    stopTokenIds: Array.isArray(stop) ? stop : [stop],
    temperature: file.do_sample ? file.temperature : 0,
    topK: file.top_k,
    topP: file.top_p,
    repetitionPenalty: file.repetition_penalty,
  };
}

/**
 * Reads `preprocessor_config.json`, in the older form (`min_pixels`) or the
 * newer (`size.shortest_edge`).
 *
 * @param json - undefined when the checkpoint has no such file
 * @throws AssistantError `bad-data` when a field asks for another preparation than ours
 */
export function readImageSettings(json: unknown): ImageSettings {
  const path = 'preprocessor_config.json';
  const file = parse(PreprocessorFile, json ?? {}, path);
  const minPixels = file.min_pixels ?? file.size?.shortest_edge ?? 56 * 56;
  const maxPixels = file.max_pixels ?? file.size?.longest_edge ?? 28 * 28 * 1280;
  if (minPixels > maxPixels || file.image_std.includes(0)) {
    throw badSettings(
      path,
      `min_pixels ${minPixels} is above max_pixels ${maxPixels}, or a std is 0`,
    );
  }
  return {
    limits: { minPixels, maxPixels },
    normalization: { mean: file.image_mean, std: file.image_std },
  };
}

function parse<S extends v.GenericSchema>(schema: S, json: unknown, path: string) {
  const result = v.safeParse(schema, json);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw badSettings(path, `${v.getDotPath(issue) ?? ''} ${issue.message}`.trim());
}

function badSettings(path: string, what: string) {
  return new AssistantError(
    'bad-data',
    `${path}: ${what}. Choose a complete Qwen2.5-VL checkpoint.`,
    { path },
  );
}
