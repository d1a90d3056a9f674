import { expect, test } from 'vitest';
import { withRowProduct } from './row-products.ts';

/** What of onnxruntime 1.30's shader the exchange reads. */
const TILES = `
const workgroup_size_x: u32 = 128;
@group(0) @binding(0) var<storage, read> input_a: array<vec4<f32>>;
@group(0) @binding(1) var<storage, read> input_b: array<vec4<u32>>;
@group(0) @binding(2) var<storage, read> scales_b: array<f32>;
@group(0) @binding(3) var<storage, read_write> output: array<f32>;
const default_zero_point = 128;
fn mm_read_zero(row : u32, col : u32, r_dim: u32, c_dim: u32) -> output_type { return 128; }
var<workgroup> tile_A : array<input_a_value_t, 128>;
var<workgroup> inter_results: array<array<output_element_t, 32>, 8>;
const b_base_offset : u32 = 0;
let b_global_base = (workgroup_idx % uniforms.num_N_tile) * 8;
let batch = workgroup_idx / (uniforms.dispatch_M * uniforms.num_N_tile);
scales_b[b_global * uniforms.blocks_per_col + block_idx + b_scale_offset];
`;

test('a thread per row takes the place of barriers, over the same buffers', () => {
  const rows = withRowProduct(TILES);
  expect(rows).toContain('workgroup_size_x: u32 = 8;');
  expect(rows).not.toContain('var<workgroup>');
  expect(rows).toContain('@binding(3) var<storage, read_write> output');
});

test.each([
  ['another operator', 'fn main() {}'],
  ['other tiles', TILES.replace('32>, 8>', '16>, 8>')],
  ['other vectors', TILES.replace('array<vec4<f32>>', 'array<vec2<f32>>')],
  ['one of many matrices', `${TILES} weight_index_indirect`],
  ['one scale for all', TILES.replace('blocks_per_col + block_idx', '0')],
])('a shader with %s stays as it is', (_, code) => {
  expect(withRowProduct(code)).toBe(code);
});
