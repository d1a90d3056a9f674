import { describe, expect, test } from 'vitest';
import { checkGraph } from './check.ts';
import { float, int, GraphBuilder, type Initializer } from './graph.ts';

function weight(name: string, change: Partial<Initializer> = {}): Initializer {
  const data = { kind: 'inline', bytes: new Uint8Array(8) } as const;
  return { name, type: 'f32', shape: [2], data, ...change };
}

/** y = a + b, with what `spoil` adds before it is built. */
function sum(spoil: (graph: GraphBuilder) => void = () => {}) {
  const graph = new GraphBuilder('sum');
  graph.input('a', 'f32', ['T']);
  graph.initializer(weight('b'));
  graph.add('Add', { inputs: ['a', 'b'], outputs: ['y'] });
  graph.output('y', 'f32', ['T']);
  spoil(graph);
  return graph.build();
}

/** A 4-bit product of K 96 by N 5 in blocks of 32, its weights of the given shapes. */
function product(shapes: Record<string, number[]> = {}) {
  const graph = new GraphBuilder('product');
  graph.input('x', 'f32', [1, 'T', 96]);
  const [matrix, scales, zeroPoints] = [
    ['matrix', [5, 3, 16]] as const,
    ['scales', [5, 3]] as const,
    ['zero_points', [5, 2]] as const,
  ].map(([name, shape]) => {
    const given = shapes[name] ?? shape;
    const bytes = new Uint8Array(given.reduce((a, b) => a * b, 1));
    return graph.initializer(
      weight(name, { type: 'u8', shape: given, data: { kind: 'inline', bytes } }),
    );
  });
  graph.add('MatMulNBits', {
    domain: 'com.microsoft',
    inputs: ['x', matrix ?? '', scales ?? '', zeroPoints ?? ''],
    outputs: ['y'],
    attributes: { K: int(96), N: int(5), bits: int(4), block_size: int(32) },
  });
  graph.output('y', 'f32', [1, 'T', 5]);
  return graph.build();
}

test('a sound graph has no complaint', () => {
  expect(checkGraph(sum())).toEqual([]);
  expect(checkGraph(product())).toEqual([]);
});

test('an optional input and an unwanted output may be left out', () => {
  const graph = sum((it) => {
    const inputs = ['y', 'y', 'b'];
    it.add('SkipSimplifiedLayerNormalization', {
      inputs,
      outputs: ['normed', '', '', ''],
      attributes: { epsilon: float(1e-6) },
    });
    it.add('MultiHeadAttention', {
      inputs: ['y', 'y', 'y', '', '', 'b'],
      attributes: { num_heads: int(1), scale: float(1) },
    });
  });
  expect(checkGraph(graph)).toEqual([]);
});

describe('a complaint says which node is wrong and why:', () => {
  test.each<[what: string, spoil: (graph: GraphBuilder) => void, complaint: string]>([
    [
      'an operator nobody knows',
      (graph) => graph.add('Sofmax', { inputs: ['y'] }),
      'Sofmax "Sofmax_1": unknown operator',
    ],
    [
      'too few inputs',
      (graph) => graph.add('Mul', { inputs: ['y'] }),
      'Mul "Mul_1": 1 inputs, needs 2 to 2',
    ],
    [
      'too many inputs',
      (graph) => graph.add('Mul', { inputs: ['y', 'y', 'y'] }),
      'Mul "Mul_1": 3 inputs, needs 2 to 2',
    ],
    [
      'an attribute that is missing',
      (graph) => graph.add('Gather', { inputs: ['y', 'b'] }),
      'Gather "Gather_1": attribute "axis" is missing',
    ],
    [
      'an input that comes from nowhere',
      (graph) => graph.add('Mul', { inputs: ['y', 'lost'] }),
      'Mul "Mul_1": input "lost" is not defined before it',
    ],
    [
      'an input that is computed only later',
      (graph) => {
        graph.add('Mul', { inputs: ['y', 'late'] });
        graph.add('Add', { inputs: ['y', 'y'], outputs: ['late'] });
      },
      'Mul "Mul_1": input "late" is not defined before it',
    ],
    [
      'an output that is there already',
      (graph) => graph.add('Mul', { inputs: ['y', 'y'], outputs: ['y'] }),
      'Mul "Mul_1": output "y" is defined twice',
    ],
    [
      'an input that is a weight too',
      (graph) => graph.input('b', 'f32', [2]),
      'value "b" is defined twice',
    ],
    [
      'a graph output that nothing computes',
      (graph) => graph.output('z', 'f32', [1]),
      'output "z" is never computed',
    ],
    [
      'a weight with bytes for another shape',
      (graph) => graph.initializer(weight('c', { shape: [3] })),
      'initializer "c": shape [3] of f32 needs 12 bytes, 8 given',
    ],
    [
      'a mounted weight with bytes for another type',
      (graph) =>
        graph.initializer(
          weight('c', {
            type: 'f16',
            data: { kind: 'external', location: 'file', offset: 0, bytes: 8 },
          }),
        ),
      'initializer "c": shape [2] of f16 needs 4 bytes, 8 given',
    ],
  ])('%s', (_, spoil, complaint) => {
    expect(checkGraph(sum(spoil))).toEqual([complaint]);
  });

  test.each([
    [
      { matrix: [5, 3, 32] },
      'MatMulNBits "MatMulNBits_0": "matrix" is [5, 3, 32], should be [5, 3, 16]',
    ],
    [
      { scales: [3, 5] },
      'MatMulNBits "MatMulNBits_0": "scales" is [3, 5], should be [5, 3]',
    ],
    [
      { zero_points: [5, 3] },
      'MatMulNBits "MatMulNBits_0": "zero_points" is [5, 3], should be [5, 2]',
    ],
  ])('quantized weights of another shape: %o', (shapes, complaint) => {
    expect(checkGraph(product(shapes))).toEqual([complaint]);
  });
});

test('every complaint is made, not only the first', () => {
  const graph = sum((it) => {
    it.add('Sofmax', { inputs: ['y'] });
    it.output('z', 'f32', [1]);
  });
  expect(checkGraph(graph)).toHaveLength(2);
});
