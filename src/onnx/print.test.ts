import { expect, test } from 'vitest';
import { float, int, ints, GraphBuilder } from './graph.ts';
import { printGraph } from './print.ts';

test('a graph is printed one weight or node a line', () => {
  const graph = new GraphBuilder('layer');
  graph.input('x', 'f16', [1, 'T', 64]);
  graph.input('past', 'f16', [1, 2, 'capacity', 16]);
  graph.initializer({
    name: 'gain',
    type: 'f16',
    shape: [64],
    data: { kind: 'external', location: 'layers-00.bin', offset: 512, bytes: 128 },
  });
  const shape = graph.constantI64('shape', [1, -1]);
  graph.add('SkipSimplifiedLayerNormalization', {
    domain: 'com.microsoft',
    inputs: ['x', 'x', 'gain'],
    outputs: ['normed', '', '', 'sum'],
    attributes: { epsilon: float(1e-6) },
  });
  graph.add('MultiHeadAttention', {
    inputs: ['normed', '', 'sum'],
    attributes: {
      num_heads: int(4),
      perm: ints(0, 2, 1),
      name: { kind: 'string', value: 'tanh' },
    },
  });
  graph.add('Reshape', { inputs: ['sum', shape], outputs: ['y'] });
  graph.output('y', 'f16', [1, 'T', 64]);
  expect(printGraph(graph.build())).toBe(
    `layer (x: f16[1, T, 64], past: f16[1, 2, capacity, 16]) -> (y: f16[1, T, 64])
  weight gain: f16[64] @ layers-00.bin+512
  weight shape: i64[2] @ inline
  normed, _, _, sum = SkipSimplifiedLayerNormalization(x, x, gain) {epsilon: 0.000001}
  MultiHeadAttention_1_out = MultiHeadAttention(normed, _, sum) {num_heads: 4, perm: [0, 2, 1], name: tanh}
  y = Reshape(sum, shape)
`,
  );
});
