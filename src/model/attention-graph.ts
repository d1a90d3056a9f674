/** @file Attention alone, as the vision tower uses it; for the self-check. */
import { float, int, GraphBuilder, type Graph } from '../onnx/graph.ts';
import type { AttentionShape } from './attention-reference.ts';

/** q, k, v [batch, tokens, heads·headDim], bias [batch, 1, tokens, tokens] if asked for; y as q. */
export function buildAttentionGraph(
  { batch, tokens, heads, headDim }: AttentionShape,
  hasBias: boolean,
): Graph {
  const graph = new GraphBuilder('attention');
  const shape = [batch, tokens, heads * headDim];
  const parts = ['q', 'k', 'v'].map((name) => graph.input(name, 'f32', shape));
  if (hasBias) graph.input('bias', 'f32', [batch, 1, tokens, tokens]);
  graph.add('MultiHeadAttention', {
    domain: 'com.microsoft',
    inputs: [...parts, ...(hasBias ? ['', '', 'bias'] : [])],
    outputs: ['y'],
    attributes: { num_heads: int(heads), scale: float(1 / Math.sqrt(headDim)) },
  });
  graph.output('y', 'f32', shape);
  return graph.build();
}
