/** @file Two halves of a checkpoint, from two places, as one source. */
import { must } from '../base/assert.ts';
import type { TensorSource } from './tensor-source.ts';

/** Vision tensors from one source, and all others from another. */
export function joinHalves(language: TensorSource, vision: TensorSource): TensorSource {
  const halfOf = (name: string): TensorSource => (isVision(name) ? vision : language);
  return {
    metadata: { ...vision.metadata, ...language.metadata },
    names: () => [
      ...vision.names().filter(isVision),
      ...language.names().filter((name) => !isVision(name)),
    ],
    describe: (name) => halfOf(name).describe(name),
    readRows: async (name, fromRow, toRow) =>
      halfOf(name).readRows(name, fromRow, toRow),
  };
}

/** Tensors that are small enough to be at hand, as a source. */
export function sourceOf(
  tensors: ReadonlyMap<string, { shape: readonly number[]; values: Float32Array }>,
): TensorSource {
  return {
    metadata: {},
    names: () => [...tensors.keys()],
    describe: (name) => {
      const tensor = tensors.get(name);
      return (
        tensor && { dtype: 'F32', shape: tensor.shape, bytes: tensor.values.byteLength }
      );
    },
    readRows: async (name, fromRow, toRow) => {
      const { shape, values } = must(tensors.get(name), `"${name}" was described`);
      const columns = values.length / must(shape[0], 'a tensor has an axis');
      return values.slice(fromRow * columns, toRow * columns);
    },
  };
}

function isVision(name: string): boolean {
  return name.startsWith('visual.');
}
