/** @file A product by rows against onnxruntime's own, on whatever device the browser has. */
import { afterEach, expect, test } from 'vitest';
import { Random } from '../base/random.ts';
import { GraphBuilder, int, type Graph } from '../onnx/graph.ts';
import { browserOrtFiles } from './ort-files.ts';
import { createWebGpuRuntime } from './runtime-webgpu.ts';

interface Product {
  readonly bits: 4 | 8;
  readonly inputs: number;
  readonly tokens: number;
  readonly hasZeroPoints?: boolean;
  readonly hasBias?: boolean;
}

/** Not a multiple of the 8 rows of a workgroup. */
const OUTPUTS = 83;
const BLOCK = 32;

/** x·Wᵀ of random weights; the same ones for the same product. */
function productGraph(product: Product): Graph {
  const { bits, inputs, tokens, hasZeroPoints = false, hasBias = false } = product;
  const random = new Random(inputs);
  const blocks = Math.ceil(inputs / BLOCK);
  const graph = new GraphBuilder('product');
  graph.input('x', 'f32', [1, tokens, inputs]);
  const codes = (name: string, shape: readonly number[]) => {
    const size = shape.reduce((a, b) => a * b, 1);
    const bytes = Uint8Array.from({ length: size }, () => random.below(256));
    return graph.initializer({
      name,
      type: 'u8',
      shape,
      data: { kind: 'inline', bytes },
    });
  };
  const floats = (name: string, shape: readonly number[]) => {
    const size = shape.reduce((a, b) => a * b, 1);
    const values = Float32Array.from({ length: size }, () => random.normal() / 100);
    const bytes = new Uint8Array(values.buffer);
    return graph.initializer({
      name,
      type: 'f32',
      shape,
      data: { kind: 'inline', bytes },
    });
  };
  const matrix = codes('matrix', [OUTPUTS, blocks, (BLOCK * bits) / 8]);
  const scales = floats('scales', [OUTPUTS, blocks]);
  const zeros = hasZeroPoints
    ? codes('zeros', [OUTPUTS, Math.ceil((blocks * bits) / 8)])
    : '';
  graph.add('MatMulNBits', {
    domain: 'com.microsoft',
    inputs: [
      'x',
      matrix,
      scales,
      zeros,
      ...(hasBias ? ['', floats('bias', [OUTPUTS])] : []),
    ],
    outputs: ['y'],
    attributes: {
      K: int(inputs),
      N: int(OUTPUTS),
      bits: int(bits),
      block_size: int(BLOCK),
    },
  });
  graph.output('y', 'f32', [1, tokens, OUTPUTS]);
  return graph.build();
}

const compile = GPUDevice.prototype.createShaderModule;
afterEach(() => {
  GPUDevice.prototype.createShaderModule = compile;
});

/** The product, and how many threads each of its shaders starts at a time. */
async function multiply(
  product: Product,
  products: 'tiles' | 'rows',
): Promise<{ y: Float32Array; threads: (string | undefined)[] }> {
  const threads: (string | undefined)[] = [];
  GPUDevice.prototype.createShaderModule = function (request) {
    threads.push(/workgroup_size_x: u32 = (\d+)/.exec(request.code)?.[1]);
    return compile.call(this, request);
  };
  const runtime = await createWebGpuRuntime(browserOrtFiles(), {
    kind: 'webgpu-jspi',
    floatType: 'f32',
    subgroups: false,
    products,
  });
  try {
    const session = await runtime.createSession(productGraph(product), []);
    const { inputs, tokens } = product;
    const x = runtime.allocate('f32', [1, tokens, inputs]);
    const y = runtime.allocate('f32', [1, tokens, OUTPUTS]);
    const random = new Random(tokens);
    runtime.write(
      x,
      Float32Array.from({ length: tokens * inputs }, () => random.normal()),
    );
    await session.run({ x, y });
    return { y: new Float32Array(await runtime.read(y)), threads };
  } finally {
    await runtime.dispose();
  }
}

test.each<Product>([
  { bits: 8, inputs: 576, tokens: 1 },
  { bits: 8, inputs: 576, tokens: 3 },
  { bits: 8, inputs: 584, tokens: 1, hasBias: true },
  { bits: 8, inputs: 96, tokens: 1, hasZeroPoints: true },
  { bits: 4, inputs: 576, tokens: 1 },
  { bits: 4, inputs: 584, tokens: 3, hasBias: true },
  { bits: 4, inputs: 96, tokens: 1, hasZeroPoints: true },
  { bits: 4, inputs: 1536, tokens: 1, hasZeroPoints: true, hasBias: true },
])('a product by rows equals onnxruntime’s: %o', async (product) => {
  const tiles = await multiply(product, 'tiles');
  const rows = await multiply(product, 'rows');
  expect(tiles.threads).toContain('128');
  expect(rows.threads).toContain('8');
  const largest = Math.max(...tiles.y.map(Math.abs));
  const difference = Math.max(...tiles.y.map((it, i) => Math.abs(it - rows.y[i])));
  expect(largest).toBeGreaterThan(0);
  expect(difference / largest).toBeLessThan(2e-6);
});
