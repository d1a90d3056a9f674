/** @file An adapter's card: over which weights it lies, its rank, how it was trained, what it is for. */
import * as v from 'valibot';
import { AssistantError } from '../base/errors.ts';

export const ADAPTER_FORMAT = 'pulsemind-adapter';
export const ADAPTER_VERSION = 1;

/** All of an adapter for a checkpoint that comes with the app. */
export const MOST_ADAPTER_BYTES = 25_000_000;

/** The linears of a decoder layer that may have a low-rank pair. */
export const ADAPTED_LINEARS = [
  'q_proj',
  'k_proj',
  'v_proj',
  'o_proj',
  'gate_proj',
  'up_proj',
  'down_proj',
] as const;

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

const Card = v.object({
  format: v.literal(ADAPTER_FORMAT),
  version: v.literal(ADAPTER_VERSION),
  name: v.string(),
  base: v.object({ name: v.string(), sha256 }),
  weights: v.object({ file: v.string(), bytes: count, sha256 }),
  rank: count,
  alpha: v.pipe(v.number(), v.finite()),
  targets: v.array(v.picklist(ADAPTED_LINEARS)),
  /** Of a picture it was trained on; larger ones are made smaller for it. */
  mostPixels: v.optional(v.pipe(count, v.minValue(3136))),
  /** As the training recorded it: data, commit, seeds, losses. For people. */
  training: v.record(v.string(), v.unknown()),
  card: v.looseObject({ about: v.string(), understandsImages: v.boolean() }),
});
export type AdapterCard = v.InferOutput<typeof Card>;

const Version = v.object({ format: v.literal(ADAPTER_FORMAT), version: count });

/**
 * Reads an `adapter.json`.
 *
 * @param path - of the file, for what is said of it
 * @throws AssistantError 'bad-data' that says what is wrong
 */
export function readAdapterCard(path: string, json: unknown): AdapterCard {
  const head = v.safeParse(Version, json);
  if (!head.success) throw badAdapter(path, 'does not describe an adapter');
  if (head.output.version > ADAPTER_VERSION) {
    throw badAdapter(
      path,
      `has version ${head.output.version}; we read ${ADAPTER_VERSION}`,
      'Update the app.',
    );
  }
  const parsed = v.safeParse(Card, json);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const where = v.getDotPath(issue) ?? 'the top';
  throw badAdapter(path, `is damaged at ${where}: ${issue.message}`);
}

export function badAdapter(
  path: string,
  what: string,
  whatToDo = 'Fetch the adapter again.',
): AssistantError<'bad-data'> {
  return new AssistantError('bad-data', `${path} ${what}. ${whatToDo}`, { path });
}
