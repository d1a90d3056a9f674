import { expect, test, vi } from 'vitest';
import { nodeOrtFiles } from '../cli/node-ort-files.ts';
import { createWasmRuntime } from '../engine/runtime-wasm.ts';
import { readModelProto } from '../testing/read-model-proto.ts';
import { BYTES_PER_ELEMENT, float, int, ints, GraphBuilder } from './graph.ts';
import type { ElementType } from './graph.ts';
import { serializeGraph } from './serialize.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const ELEMENT_TYPES = Object.keys(BYTES_PER_ELEMENT) as ElementType[];

test('everything a graph says is in the bytes, in the fields of onnx.proto3', () => {
  const graph = new GraphBuilder('everything');
  for (const type of ELEMENT_TYPES) graph.input(`in.${type}`, type, [1, 'T', 300]);
  graph.input('scalar', 'f32', []);
  graph.output('y', 'f16', ['T', 2]);
  graph.initializer({
    name: 'mounted',
    type: 'u8',
    shape: [5, 3, 16],
    // beyond 4 GiB, as the last layers of a large checkpoint are
    data: { kind: 'external', location: 'layers-01.bin', offset: 2 ** 33, bytes: 240 },
  });
  graph.constantI64('shape', [-1, 300]);
  graph.add('GroupQueryAttention', {
    domain: 'com.microsoft',
    inputs: ['in.f32', '', '', ...Array<string>(5).fill('scalar'), 'mounted'],
    outputs: ['y', '', 'present'],
    attributes: {
      scale: float(0.25),
      num_heads: int(28),
      kv_num_heads: int(4),
      do_rotary: int(1),
      axis: int(-1),
      perm: ints(0, 2, -1),
      mode: { kind: 'string', value: 'größer' },
    },
  });
  graph.add('Identity', { inputs: ['y'] });
  const built = graph.build();
  const { irVersion, opsets, graph: read } = readModelProto(serializeGraph(built));
  expect(read).toEqual(built);
  expect(irVersion).toBe(10);
  expect(opsets).toEqual({ '': 21, 'com.microsoft': 1 });
});

test('onnxruntime loads it and computes, with weights inside and mounted', async () => {
  const graph = new GraphBuilder('gemm');
  graph.input('x', 'f32', ['T', 2]);
  const mounted = (name: string, shape: number[], offset: number) =>
    graph.initializer({
      name,
      type: 'f32',
      shape,
      data: {
        kind: 'external',
        location: 'weights.bin',
        offset,
        bytes: 4 * (shape[0] ?? 0) * (shape[1] ?? 1),
      },
    });
  const product = graph.add('Gemm', {
    inputs: ['x', mounted('w', [3, 2], 16), mounted('b', [3], 40)],
    attributes: { transB: int(1) },
  });
  const shape = graph.constantI64('shape', [3, -1]);
  graph.add('Reshape', { inputs: [product, shape], outputs: ['y'] });
  graph.output('y', 'f32', [3, 'T']);

  const runtime = await createWasmRuntime(nodeOrtFiles, 1);
  // four floats that belong to somebody else, then w and b
  const file = Float32Array.of(9, 9, 9, 9, 1, 2, 3, 4, 5, 6, 10, 20, 30);
  const data = new Blob([file]);
  const session = await runtime.createSession(graph.build(), [
    { location: 'weights.bin', data },
  ]);
  const [x, y] = [runtime.allocate('f32', [2, 2]), runtime.allocate('f32', [3, 2])];
  runtime.write(x, Float32Array.of(1, 0, 1, 1));
  await session.run({ x, y });
  expect([...new Float32Array(await runtime.read(y))]).toEqual(
    [
      [11, 23, 35],
      [13, 27, 41],
    ].flat(),
  );
});

test('a graph with a complaint is not serialized', () => {
  const graph = new GraphBuilder('broken');
  graph.input('x', 'f32', [1]);
  graph.add('Sofmax', { inputs: ['x'], outputs: ['y'] });
  graph.output('y', 'f32', [1]);
  expect(() => serializeGraph(graph.build())).toThrow(
    'graph "broken": Sofmax "Sofmax_0": unknown operator',
  );
});
