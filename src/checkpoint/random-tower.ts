/** @file A vision tower nobody has trained: seeded, the same on every machine. */
import { Random } from '../base/random.ts';
import type { ModelConfig } from '../model/config.ts';
import { sourceOf } from './join-sources.ts';
import { planStorage } from './storage-plan.ts';
import type { TensorSource } from './tensor-source.ts';

/** Deviation of the weights, the usual start of training. */
const DEVIATION = 0.02;

/** Norms are ones, biases zeros, matrices nearly normal with deviation 0.02. */
export function randomTower(config: ModelConfig, seed: number): TensorSource {
  const random = new Random(seed);
  const parts = planStorage(config, { bits: '32' })
    .filter((unit) => unit.kind === 'vision')
    .flatMap((unit) => unit.tensors.flatMap((tensor) => tensor.parts));
  const tensors = parts.map(({ source, shape }) => {
    const values = new Float32Array(shape.reduce((product, size) => product * size, 1));
    if (shape.length === 1) values.fill(source.endsWith('.weight') ? 1 : 0);
    else {
      for (let i = 0; i < values.length; i++) values[i] = random.normal() * DEVIATION;
    }
    return [source, { shape, values }] as const;
  });
  return sourceOf(new Map(tensors));
}
