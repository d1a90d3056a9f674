/** @file How fast a device reads memory: summing the rows of a large matrix. */
import type { Runtime } from '../engine/runtime.ts';
import { GraphBuilder, int } from '../onnx/graph.ts';

const COLUMNS = 65_536;
const RUNS = 3;

/** Bytes a second of the best of a few runs: a limit is asked for, not a habit. */
export async function measureBandwidth(
  runtime: Runtime,
  megabytes: number,
): Promise<number> {
  const rows = Math.round((megabytes * 1e6) / (4 * COLUMNS));
  const session = await runtime.createSession(sumGraph(rows), []);
  const x = runtime.allocate('f32', [rows, COLUMNS]);
  const y = runtime.allocate('f32', [rows, 1]);
  try {
    let bestMs = Infinity;
    for (let run = 0; run <= RUNS; run++) {
      const startMs = performance.now();
      await session.run({ x, y });
      await runtime.read(y);
      if (run > 0) bestMs = Math.min(bestMs, performance.now() - startMs);
    }
    return (rows * COLUMNS * 4) / (bestMs / 1000);
  } finally {
    runtime.free(x);
    runtime.free(y);
    await session.dispose();
  }
}

function sumGraph(rows: number) {
  const graph = new GraphBuilder('sum');
  graph.input('x', 'f32', [rows, COLUMNS]);
  graph.add('ReduceSum', {
    inputs: ['x', graph.constantI64('axes', [1])],
    outputs: ['y'],
    attributes: { keepdims: int(1) },
  });
  graph.output('y', 'f32', [rows, 1]);
  return graph.build();
}
