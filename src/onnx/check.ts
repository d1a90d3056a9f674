/**
 * @file Finds what is wrong with a graph before onnxruntime does, and says which
 * node and why.
 */
import {
  BYTES_PER_ELEMENT,
  type Graph,
  type GraphNode,
  type Initializer,
} from './graph.ts';

/** For each operator we use: fewest and most inputs, and the attributes it must have. */
const OPERATORS: Readonly<
  Record<string, { inputs: [number, number]; attributes: string[] }>
> = {
  Add: { inputs: [2, 2], attributes: [] },
  ArgMax: { inputs: [1, 1], attributes: ['axis', 'keepdims'] },
  Cast: { inputs: [1, 1], attributes: ['to'] },
  Concat: { inputs: [1, 1024], attributes: ['axis'] },
  Div: { inputs: [2, 2], attributes: [] },
  Exp: { inputs: [1, 1], attributes: [] },
  DynamicQuantizeMatMul: { inputs: [3, 5], attributes: [] },
  Gather: { inputs: [2, 2], attributes: ['axis'] },
  Gelu: { inputs: [1, 1], attributes: [] },
  Gemm: { inputs: [2, 3], attributes: ['transB'] },
  Identity: { inputs: [1, 1], attributes: [] },
  Greater: { inputs: [2, 2], attributes: [] },
  GroupQueryAttention: {
    inputs: [9, 12],
    attributes: ['num_heads', 'kv_num_heads', 'scale', 'do_rotary'],
  },
  MatMul: { inputs: [2, 2], attributes: [] },
  MatMulNBits: { inputs: [3, 6], attributes: ['K', 'N', 'bits', 'block_size'] },
  Mul: { inputs: [2, 2], attributes: [] },
  MultiHeadAttention: { inputs: [3, 6], attributes: ['num_heads', 'scale'] },
  ReduceMax: { inputs: [2, 2], attributes: ['keepdims'] },
  QuickGelu: { inputs: [1, 1], attributes: ['alpha'] },
  ReduceSum: { inputs: [2, 2], attributes: ['keepdims'] },
  Reshape: { inputs: [2, 2], attributes: [] },
  RotaryEmbedding: {
    inputs: [4, 4],
    attributes: ['num_heads', 'rotary_embedding_dim'],
  },
  Sub: { inputs: [2, 2], attributes: [] },
  Sigmoid: { inputs: [1, 1], attributes: [] },
  SimplifiedLayerNormalization: { inputs: [2, 2], attributes: ['axis', 'epsilon'] },
  SkipSimplifiedLayerNormalization: { inputs: [3, 3], attributes: ['epsilon'] },
  Split: { inputs: [1, 2], attributes: ['axis'] },
  TopK: { inputs: [2, 2], attributes: ['axis'] },
  Where: { inputs: [3, 3], attributes: [] },
};

/** Every complaint about `graph`, each naming its node; empty for a sound graph. */
export function checkGraph(graph: Graph): string[] {
  const complaints: string[] = [];
  const known = new Set<string>();
  for (const { name } of [...graph.inputs, ...graph.initializers]) {
    if (known.has(name)) complaints.push(`value "${name}" is defined twice`);
    known.add(name);
  }
  for (const initializer of graph.initializers) {
    complaints.push(...checkInitializer(initializer));
  }
  const weights = new Map(graph.initializers.map((it) => [it.name, it]));
  for (const node of graph.nodes) {
    complaints.push(...checkNode(node, known), ...checkLinear(node, weights));
    for (const output of node.outputs) {
      if (output === '') continue;
      if (known.has(output)) {
        complaints.push(`${say(node)}: output "${output}" is defined twice`);
      }
      known.add(output);
    }
  }
  for (const { name } of graph.outputs) {
    if (!known.has(name)) complaints.push(`output "${name}" is never computed`);
  }
  return complaints;
}

const say = (node: GraphNode) => `${node.op} "${node.name}"`;

function checkInitializer({ name, type, shape, data }: Initializer): string[] {
  const needed = shape.reduce((a, b) => a * b, 1) * BYTES_PER_ELEMENT[type];
  const given = data.kind === 'inline' ? data.bytes.byteLength : data.bytes;
  if (needed === given) return [];
  return [
    `initializer "${name}": shape [${shape.join(', ')}] of ${type} needs ${needed} bytes, ${given} given`,
  ];
}

function checkNode(node: GraphNode, known: ReadonlySet<string>): string[] {
  const rule = OPERATORS[node.op];
  if (!rule) return [`${say(node)}: unknown operator`];
  const complaints: string[] = [];
  const [fewest, most] = rule.inputs;
  if (node.inputs.length < fewest || node.inputs.length > most) {
    complaints.push(
      `${say(node)}: ${node.inputs.length} inputs, needs ${fewest} to ${most}`,
    );
  }
  for (const attribute of rule.attributes) {
    if (!(attribute in node.attributes)) {
      complaints.push(`${say(node)}: attribute "${attribute}" is missing`);
    }
  }
  for (const input of node.inputs) {
    if (input !== '' && !known.has(input)) {
      complaints.push(`${say(node)}: input "${input}" is not defined before it`);
    }
  }
  return complaints;
}

/** The weights of a linear node must have the shapes its attributes promise. */
function checkLinear(
  node: GraphNode,
  weights: ReadonlyMap<string, Initializer>,
): string[] {
  if (node.op !== 'MatMulNBits') return [];
  const value = (name: string) => {
    const attribute = node.attributes[name];
    return attribute?.kind === 'int' ? attribute.value : 0;
  };
  const [K, N, bits, block] = [
    value('K'),
    value('N'),
    value('bits'),
    value('block_size'),
  ];
  const blocks = Math.ceil(K / block);
  const wanted: [number, number[]][] = [
    [1, [N, blocks, (block * bits) / 8]],
    [2, [N, blocks]],
    [5, [N]],
  ];
  // zero points are packed like the weights, or floats like the scales
  const zeros = weights.get(node.inputs[3] ?? '');
  wanted.push([
    3,
    zeros?.type === 'u8' ? [N, Math.ceil((blocks * bits) / 8)] : [N, blocks],
  ]);
  return wanted.flatMap(([index, shape]) => {
    const weight = weights.get(node.inputs[index] ?? '');
    if (!weight || String(weight.shape) === String(shape)) return [];
    return [
      `${say(node)}: "${weight.name}" is [${weight.shape.join(', ')}], should be [${shape.join(', ')}]`,
    ];
  });
}
