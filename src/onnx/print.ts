/** @file A graph as text, one node a line, for reading and for comparing in tests. */
import type { Attribute, Graph, GraphNode, GraphValue, Initializer } from './graph.ts';

/**
 * The graph as text:
 *
 *     decoder (x: f32[1, S, 64], …) -> (y: f32[1, S, 64])
 *       weight layers.0.norm: f32[64] @ derived+0
 *       n = SimplifiedLayerNormalization(x, layers.0.norm) {axis: -1, epsilon: 1e-6}
 */
export function printGraph(graph: Graph): string {
  const values = (list: readonly GraphValue[]) => list.map(printValue).join(', ');
  return [
    `${graph.name} (${values(graph.inputs)}) -> (${values(graph.outputs)})`,
    ...graph.initializers.map((it) => `  ${printInitializer(it)}`),
    ...graph.nodes.map((it) => `  ${printNode(it)}`),
    '',
  ].join('\n');
}

const printValue = ({ name, type, shape }: GraphValue) =>
  `${name}: ${type}[${shape.join(', ')}]`;

function printInitializer({ name, type, shape, data }: Initializer): string {
  const where = data.kind === 'inline' ? 'inline' : `${data.location}+${data.offset}`;
  return `weight ${name}: ${type}[${shape.join(', ')}] @ ${where}`;
}

function printNode({ op, inputs, outputs, attributes }: GraphNode): string {
  const list = (names: readonly string[]) =>
    names.map((name) => name || '_').join(', ');
  const entries = Object.entries(attributes).map(
    ([name, it]) => `${name}: ${printAttribute(it)}`,
  );
  const suffix = entries.length > 0 ? ` {${entries.join(', ')}}` : '';
  return `${list(outputs)} = ${op}(${list(inputs)})${suffix}`;
}

const printAttribute = ({ kind, value }: Attribute) =>
  kind === 'ints' ? `[${value.join(', ')}]` : String(value);
