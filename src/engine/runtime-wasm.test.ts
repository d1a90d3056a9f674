import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { int, GraphBuilder } from '../onnx/graph.ts';
import { startCpu } from '../testing/loaded-golden.ts';
import type { DeviceTensor, Runtime } from './runtime.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let runtime: Runtime;
beforeAll(async () => {
  runtime = await startCpu();
});

const held: DeviceTensor[] = [];
afterEach(() => {
  for (const tensor of held.splice(0)) runtime.free(tensor);
});
function allocate(shape: readonly number[]): DeviceTensor {
  const tensor = runtime.allocate('f32', shape);
  held.push(tensor);
  return tensor;
}

const floats = async (tensor: DeviceTensor) => [
  ...new Float32Array(await runtime.read(tensor)),
];

describe('memory on the heap', () => {
  test('is zero at first, and holds what is written and copied', async () => {
    const [a, b] = [allocate([6]), allocate([6])];
    expect(await floats(a)).toEqual([0, 0, 0, 0, 0, 0]);
    runtime.write(a, Float32Array.of(1, 2), 8);
    runtime.copy(a, 8, b, 16, 8);
    expect(await floats(b)).toEqual([0, 0, 0, 0, 1, 2]);
    const [first, second] = await runtime.readAll([b, a]);
    expect([...new Float32Array(first)]).toEqual([0, 0, 0, 0, 1, 2]);
    expect([...new Float32Array(second)]).toEqual([0, 0, 1, 2, 0, 0]);
  });

  test('is zero again where another tensor was before', async () => {
    const first = runtime.allocate('f32', [1000]);
    runtime.write(first, new Float32Array(1000).fill(7));
    runtime.free(first);
    expect(new Set(await floats(allocate([1000])))).toEqual(new Set([0]));
  });

  test('seen in another shape is the same memory', async () => {
    const tensor = allocate([2, 3]);
    const view = runtime.view(tensor, [1, 4]);
    expect(view.shape).toEqual([1, 4]);
    expect(runtime.view(tensor, [1, 4])).toBe(view);
    runtime.write(tensor, Float32Array.of(1, 2, 3, 4, 5, 6));
    expect(await floats(view)).toEqual([1, 2, 3, 4]);
  });

  test('is not written or copied beyond its end', () => {
    const [a, b] = [allocate([4]), allocate([8])];
    expect(() => runtime.write(a, new Float32Array(5))).toThrow('Broken promise');
    expect(() => runtime.write(a, new Float32Array(2), 12)).toThrow('Broken promise');
    expect(() => runtime.copy(b, 0, a, 0, 20)).toThrow('Broken promise');
    expect(() => runtime.copy(a, 12, b, 0, 8)).toThrow('Broken promise');
    runtime.write(a, new Float32Array(4));
  });

  test('that there is no room for is out of memory, whatever its size', () => {
    for (const elements of [2 ** 30 - 2 ** 20, 2 ** 30, 2 ** 30 + 4, 2 ** 40]) {
      expect(() => runtime.allocate('f32', [elements])).toThrow(
        expect.objectContaining({
          kind: 'out-of-memory',
          details: { where: 'wasm', neededBytes: 4 * elements },
        }),
      );
    }
  });
});

describe('a session', () => {
  const double = () => {
    const graph = new GraphBuilder('double');
    graph.input('x', 'f32', ['T', 3]);
    graph.add('Add', { inputs: ['x', 'x'], outputs: ['y'] });
    graph.output('y', 'f32', ['T', 3]);
    return graph.build();
  };

  test('computes into the tensors it is given, again and again', async () => {
    const session = await runtime.createSession(double(), []);
    const [x, y] = [allocate([2, 3]), allocate([2, 3])];
    for (const value of [1, 5]) {
      runtime.write(x, new Float32Array(6).fill(value));
      await session.run({ x, y });
      expect(await floats(y)).toEqual(Array<number>(6).fill(2 * value));
    }
    const [row, out] = [runtime.view(x, [1, 3]), runtime.view(y, [1, 3])];
    runtime.write(row, Float32Array.of(7, 8, 9));
    await session.run({ x: row, y: out });
    expect(await floats(y)).toEqual([14, 16, 18, 10, 10, 10]);
    await session.dispose();
  });

  test('says which input is not bound', async () => {
    const session = await runtime.createSession(double(), []);
    await expect(session.run({ x: allocate([1, 3]) })).rejects.toThrow('"y" is bound');
    await session.dispose();
  });

  test('says what onnxruntime says of a run it refuses, and runs on', async () => {
    const session = await runtime.createSession(double(), []);
    const [x, wide, y] = [allocate([1, 3]), allocate([1, 4]), allocate([1, 3])];
    await expect(session.run({ x: wide, y })).rejects.toThrow(/running "double".*3/s);
    runtime.write(x, Float32Array.of(1, 2, 3));
    await session.run({ x, y });
    expect(await floats(y)).toEqual([2, 4, 6]);
    await session.dispose();
  });

  test('that onnxruntime refuses is named, with the reason', async () => {
    const graph = new GraphBuilder('wrong');
    graph.input('x', 'f32', [2, 3]);
    graph.add('Concat', {
      inputs: ['x', 'x'],
      outputs: ['y'],
      attributes: { axis: int(7) },
    });
    graph.output('y', 'f32', [4, 3]);
    await expect(runtime.createSession(graph.build(), [])).rejects.toThrow(
      /creating the session "wrong".*axis/s,
    );
  });
});
