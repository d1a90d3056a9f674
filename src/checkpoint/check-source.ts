/** @file Whether a source has the tensors that its config promises, and no others. */
import { AssistantError } from '../base/errors.ts';
import type { TensorPart, Unit } from './storage-plan.ts';
import type { TensorSource } from './tensor-source.ts';

/** How many problems one message names. */
const SHOWN = 5;

/**
 * Compares the source's tensors with the plan.
 *
 * A head beside tied embeddings, and stored rotary frequencies, are ignored:
 * some tools write them.
 *
 * @throws AssistantError 'bad-data' that names what is missing, mis-shaped or unknown
 */
export function checkSource(source: TensorSource, plan: readonly Unit[]): void {
  const parts = plan.flatMap((unit) => unit.tensors.flatMap((tensor) => tensor.parts));
  const wanted = new Set(parts.map((part) => part.source));
  const problems = parts.flatMap((part) => problemOf(source, part));
  for (const name of source.names()) {
    const isIgnored = name === 'lm_head.weight' || name.endsWith('.inv_freq');
    if (!wanted.has(name) && !isIgnored) {
      problems.push(`"${name}" is not part of this network`);
    }
  }
  if (problems.length === 0) return;
  const shown = problems.slice(0, SHOWN).join('; ');
  const more = problems.length > SHOWN ? `; and ${problems.length - SHOWN} more` : '';
  throw new AssistantError(
    'bad-data',
    `The weights do not fit config.json: ${shown}${more}. Choose a complete Qwen2.5-VL checkpoint.`,
    { path: 'config.json' },
  );
}

function problemOf(source: TensorSource, part: TensorPart): string[] {
  const described = source.describe(part.source);
  if (!described) return part.isOptional ? [] : [`"${part.source}" is missing`];
  if (isSameShape(described.shape, part.shape)) return [];
  return [
    `"${part.source}" is [${described.shape.join(', ')}], not [${part.shape.join(', ')}]`,
  ];
}

/** A convolution may also be stored as the matrix it is. */
function isSameShape(found: readonly number[], wanted: readonly number[]): boolean {
  const flat = [
    wanted[0],
    wanted.slice(1).reduce((product, size) => product * size, 1),
  ];
  const isFlat = wanted.length > 2 && found.length === 2;
  return found.join() === (isFlat ? flat : wanted).join();
}
