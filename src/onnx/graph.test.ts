import { expect, test } from 'vitest';
import { int, GraphBuilder } from './graph.ts';

test('nodes come in the order they are added, each with a name and an output of its own', () => {
  const graph = new GraphBuilder('two');
  graph.input('x', 'f32', [1]);
  const first = graph.add('Add', { inputs: ['x', 'x'] });
  const second = graph.add('Add', { inputs: [first, 'x'] });
  const { nodes } = graph.build();
  expect(nodes.map(({ inputs }) => inputs)).toEqual([
    ['x', 'x'],
    [first, 'x'],
  ]);
  expect(new Set([first, second, ...nodes.map(({ name }) => name)]).size).toBe(4);
});

test('the first of several outputs is what a node is known by', () => {
  const graph = new GraphBuilder('split');
  const outputs = ['left', 'right'];
  const attributes = { axis: int(0) };
  expect(graph.add('Split', { inputs: ['x'], outputs, attributes })).toBe('left');
  expect(graph.build().nodes[0]).toMatchObject({ domain: '', outputs, attributes });
});

test('a constant asked for twice is there once, as little-endian 64-bit integers', () => {
  const graph = new GraphBuilder('constants');
  expect(graph.constantI64('shape', [-1, 300])).toBe('shape');
  graph.constantI64('shape', [-1, 300]);
  const { initializers } = graph.build();
  expect(initializers).toHaveLength(1);
  expect(initializers[0]).toMatchObject({ name: 'shape', type: 'i64', shape: [2] });
  const { data } = initializers[0] ?? {};
  expect(data?.kind === 'inline' && [...data.bytes]).toEqual(
    [
      [255, 255, 255, 255, 255, 255, 255, 255],
      [44, 1, 0, 0, 0, 0, 0, 0],
    ].flat(),
  );
});
