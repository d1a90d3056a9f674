/** @file Ways to break a network on purpose, to prove that its checks can fail. */
import { must } from '../base/assert.ts';
import type { CheckpointSource } from '../engine/engine.ts';
import type { Runtime } from '../engine/runtime.ts';
import type { ModelConfig } from '../model/config.ts';
import type { Graph } from '../onnx/graph.ts';

/** `runtime`, whose sessions run another graph than the one they were asked for. */
export function withGraphs(runtime: Runtime, change: (graph: Graph) => Graph): Runtime {
  return wrap(runtime, {
    createSession: (graph, mounts) => runtime.createSession(change(graph), mounts),
  });
}

/** `runtime`, with some of its functions replaced. */
export function wrap(runtime: Runtime, change: Partial<Runtime>): Runtime {
  return new Proxy(runtime, {
    get(target, key) {
      const value: unknown = Reflect.get(key in change ? change : target, key);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** Every norm of `graph` with another epsilon. */
export function withEpsilon(graph: Graph, epsilon: number): Graph {
  const nodes = graph.nodes.map((node) =>
    'epsilon' in node.attributes
      ? {
          ...node,
          attributes: {
            ...node.attributes,
            epsilon: { kind: 'float', value: epsilon } as const,
          },
        }
      : node,
  );
  return { ...graph, nodes };
}

/** The checkpoint with another config than its weights were made for. */
export function withConfig(
  source: CheckpointSource,
  change: (config: ModelConfig) => ModelConfig,
): CheckpointSource {
  const { manifest, files } = source;
  return { manifest: { ...manifest, config: change(manifest.config) }, files };
}

/** The checkpoint with f32 values [from, to) of a tensor set to zero. */
export async function withZeros(
  source: CheckpointSource,
  name: string,
  { from, to }: { from: number; to: number },
): Promise<CheckpointSource> {
  const { manifest } = source;
  const { file, data } = must(manifest.tensors[name], `the manifest lists "${name}"`);
  const blob = must(source.files.get(file), `the checkpoint has "${file}"`);
  const bytes = new Uint8Array(await blob.arrayBuffer());
  bytes.fill(0, data.offset + 4 * from, data.offset + 4 * to);
  return { manifest, files: new Map([...source.files, [file, new Blob([bytes])]]) };
}
