/** @file A device that computes wrong numbers, to prove that the self-check sees it. */
import { must } from '../base/assert.ts';
import type { Bindings, DeviceTensor, Runtime } from '../engine/runtime.ts';
import type { Graph } from '../onnx/graph.ts';
import { wrap } from './broken-network.ts';

export interface Spoiling {
  /** Of which graphs the results are spoiled. */
  readonly graph: RegExp;
  /** Which output. */
  readonly output: string;
  /** Changes what the device computed, row by row in place: [rows, width]. */
  readonly spoil: (values: Float32Array, shape: readonly number[]) => void;
}

/** `runtime` (of f32), with the results of some sessions spoiled as they are computed. */
export function spoiled(runtime: Runtime, { graph, output, spoil }: Spoiling): Runtime {
  return wrap(runtime, {
    async createSession(built: Graph, mounts) {
      const session = await runtime.createSession(built, mounts);
      if (!graph.test(built.name)) return session;
      return {
        async run(bindings: Bindings) {
          await session.run(bindings);
          const tensor = must(bindings[output], `"${output}" is an output`);
          const values = await readFloats(runtime, tensor);
          spoil(values, tensor.shape);
          runtime.write(tensor, values);
        },
        dispose: () => session.dispose(),
      };
    },
  });
}

async function readFloats(
  runtime: Runtime,
  tensor: DeviceTensor,
): Promise<Float32Array> {
  return new Float32Array(await runtime.read(tensor));
}
