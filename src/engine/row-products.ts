/**
 * @file onnxruntime's quantized product for a GPU that is the CPU.
 *
 * Its shader gives 8 rows of the matrix to 128 threads that share the input and
 * their sums. A GPU has those threads; a software one plays them one after the
 * other and stops all of them at every barrier, and four fifths of a product's
 * time there are barriers. Here a row belongs to one thread:
 *
 *   tiles   128 threads ─ barrier ─ 8 rows × 32 partial sums ─ barrier ─ 8 rows
 *   rows      8 threads ─ 8 rows
 *
 * The shader is exchanged while onnxruntime hands it to the device, and everything
 * around it stays: its buffers, its numbers, how many workgroups are started. A
 * shader that does not read as expected is left as it is. Sums are in f32 whatever
 * the activations are.
 *
 * @see onnxruntime 1.30, contrib_ops/webgpu/quantization/matmul_nbits.wgsl.template
 */

/** Makes `device` compile quantized products by rows from now on. */
export function multiplyByRows(device: GPUDevice): void {
  const compile = device.createShaderModule.bind(device);
  device.createShaderModule = (request) =>
    compile({ ...request, code: withRowProduct(request.code) });
}

/** The shader with a thread for each row, where it is the quantized product, else as it is. */
export function withRowProduct(code: string): string {
  const head = code.indexOf('var<workgroup> tile_A');
  const bits = /const default_zero_point = (8|128);/.exec(code)?.[1] === '8' ? 4 : 8;
  const isKnown =
    head > 0 && EXPECTED.every((part) => code.includes(part)) && !hasOthers(code);
  if (!isKnown) return code;
  const declared = code
    .slice(0, head)
    .replace('workgroup_size_x: u32 = 128', 'workgroup_size_x: u32 = 8');
  return declared + rowProduct(bits, code.includes('> bias:'));
}

/** What the exchanged shader stands on, and what says that a workgroup has 8 rows. */
const EXPECTED = [
  'const workgroup_size_x: u32 = 128;',
  'const default_zero_point = ',
  'var<storage, read> input_a: array<vec4<',
  'var<storage, read> input_b: array<vec4<u32>>;',
  'var<storage, read> scales_b: array<',
  'var<storage, read_write> output: array<',
  'fn mm_read_zero(row : u32, col : u32, r_dim: u32, c_dim: u32) -> output_type',
  'inter_results: array<array<output_element_t, 32>, 8>',
  'let b_global_base = (workgroup_idx % uniforms.num_N_tile) * 8;',
  'uniforms.dispatch_M',
  'const b_base_offset : u32 = 0;',
];

/** One of several matrices, or one scale for a whole one. */
const hasOthers = (code: string) =>
  code.includes('weight_index_indirect') ||
  !code.includes(
    'scales_b[b_global * uniforms.blocks_per_col + block_idx + b_scale_offset]',
  );

/**
 * `input_b` comes in units of 128 bits: 16 weights of 8 bits, or 32 of 4 of which
 * a byte holds two, the first in its lower half. A row ends with whole blocks, the
 * input where it ends.
 */
function rowProduct(bits: 4 | 8, hasBias: boolean): string {
  const perUnit = bits === 8 ? 4 : 8;
  return `${READING}
${MAIN}
  let whole = uniforms.K_of_a / ${perUnit}u;
  var total = 0.0;
  for (var k = 0u; k < uniforms.K_of_b; k++) {
    let block = (k * ${perUnit * 4}u) / uniforms.block_size;
    let scale = f32(scales_b[row * uniforms.blocks_per_col + block]);
    let zero = f32(mm_read_zero(row, block, uniforms.N, uniforms.zero_blocks_per_col));
    let unit = input_b[row * uniforms.K_of_b + k];
    let at = k * ${perUnit}u;
    var sum = vec4<f32>(0);
    if (k < whole) {
      sum = ${unitProduct(bits, 'inside')};
    } else {
      sum = ${unitProduct(bits, 'padded')};
    }
    total += (sum.x + sum.y + sum.z + sum.w) * scale;
  }
  ${hasBias ? 'total += f32(bias[row]);' : ''}
  output[(batch * uniforms.dispatch_M + a_row) * uniforms.N + row] = output_element_t(total);
}
`;
}

/** The products of one unit's weights with the input that `read` gives from `at` on. */
function unitProduct(bits: 4 | 8, read: 'inside' | 'padded'): string {
  const terms = ['x', 'y', 'z', 'w'].flatMap((word, i) =>
    bits === 8
      ? [`${read}(at + ${i}u) * (eight(unit.${word}) - zero)`]
      : [
          `${read}(at + ${2 * i}u) * (lower(unit.${word}) - zero)`,
          `${read}(at + ${2 * i + 1}u) * (upper(unit.${word}) - zero)`,
        ],
  );
  return terms.join(' + ');
}

const READING = `
fn eight(word: u32) -> vec4<f32> {
  return vec4<f32>(unpack4xU8(word));
}

fn lower(word: u32) -> vec4<f32> {
  return vec4<f32>(vec4<u32>(word, word >> 4u, word >> 8u, word >> 12u) & vec4<u32>(15u));
}

fn upper(word: u32) -> vec4<f32> {
  return lower(word >> 16u);
}

var<private> input_base: u32;

fn inside(at: u32) -> vec4<f32> {
  return vec4<f32>(input_a[input_base + at]);
}

fn padded(at: u32) -> vec4<f32> {
  if (at >= uniforms.K_of_a) {
    return vec4<f32>(0);
  }
  return inside(at);
}
`;

const MAIN = `
@compute @workgroup_size(workgroup_size_x, workgroup_size_y, workgroup_size_z)
fn main(@builtin(workgroup_id) workgroup_id : vec3<u32>,
        @builtin(local_invocation_index) local_idx : u32,
        @builtin(num_workgroups) num_workgroups : vec3<u32>) {
  let workgroup_idx = workgroup_id.z * num_workgroups[0] * num_workgroups[1] + workgroup_id.y * num_workgroups[0] + workgroup_id.x;
  let batch = workgroup_idx / (uniforms.dispatch_M * uniforms.num_N_tile);
  let a_row = (workgroup_idx / uniforms.num_N_tile) % uniforms.dispatch_M;
  let row = (workgroup_idx % uniforms.num_N_tile) * 8 + local_idx;
  if (batch >= uniforms.batch_count || row >= uniforms.N) {
    return;
  }
  input_base = (batch * uniforms.M + a_row) * uniforms.K_of_a;
`;
