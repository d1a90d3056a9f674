/**
 * @file Attention alone: the attention of every layer over a full cache, and
 * nothing else of the network. What is left of a decode step when its time is
 * taken off must not depend on the length of the conversation.
 */
import type { KvCache } from '../engine/kv-cache.ts';
import type { DeviceTensor, Runtime, RuntimeSession } from '../engine/runtime.ts';
import type { TextConfig } from '../model/config.ts';
import { float, type Graph, GraphBuilder, int } from '../onnx/graph.ts';

const WARM_UPS = 1;

export class AttentionProbe {
  readonly #runtime: Runtime;
  readonly #config: TextConfig;
  readonly #session: RuntimeSession;

  private constructor(runtime: Runtime, config: TextConfig, session: RuntimeSession) {
    this.#runtime = runtime;
    this.#config = config;
    this.#session = session;
  }

  static async open(runtime: Runtime, config: TextConfig): Promise<AttentionProbe> {
    const session = await runtime.createSession(attentionGraph(runtime, config), []);
    return new AttentionProbe(runtime, config, session);
  }

  /** Milliseconds of one token at `slot`, as often as asked. */
  async measure(cache: KvCache, slot: number, runs: number): Promise<number[]> {
    const { heads, kvHeads, headDim, layers } = this.#config;
    const runtime = this.#runtime;
    const allocated: DeviceTensor[] = [];
    const allocate = (...request: Parameters<Runtime['allocate']>) => {
      const tensor = runtime.allocate(...request);
      allocated.push(tensor);
      return tensor;
    };
    try {
      const tensors = {
        qkv: allocate(runtime.floatType, [1, 1, (heads + 2 * kvHeads) * headDim]),
        seqlens: allocate('i32', [1]),
        total: allocate('i32', [1], 'host'),
        y: allocate(runtime.floatType, [1, 1, heads * headDim]),
      };
      runtime.write(tensors.seqlens, Int32Array.of(slot));
      runtime.write(tensors.total, Int32Array.of(slot + 1));
      const bindings = { ...tensors, ...cache.bindings(0, layers) };
      const ms: number[] = [];
      for (let run = -WARM_UPS; run < runs; run++) {
        const startMs = performance.now();
        await this.#session.run(bindings);
        await runtime.read(tensors.y);
        if (run >= 0) ms.push(performance.now() - startMs);
      }
      return ms;
    } finally {
      for (const tensor of allocated) runtime.free(tensor);
    }
  }

  async dispose(): Promise<void> {
    await this.#session.dispose();
  }
}

/** Every layer's attention on the same query; their sum, so that none is left out. */
function attentionGraph(runtime: Runtime, config: TextConfig): Graph {
  const { heads, kvHeads, headDim, layers } = config;
  const type = runtime.floatType;
  const graph = new GraphBuilder('attention-alone');
  graph.input('qkv', type, [1, 1, (heads + 2 * kvHeads) * headDim]);
  graph.input('seqlens', 'i32', [1]);
  graph.input('total', 'i32', [1]);
  for (const name of ['cos', 'sin']) graph.input(name, type, ['slots', headDim / 2]);
  let sum: string | undefined;
  for (let layer = 0; layer < layers; layer++) {
    const shape = [1, kvHeads, 'capacity', headDim];
    const past = ['key', 'value'].map((part) =>
      graph.input(`past.${layer}.${part}`, type, shape),
    );
    const present = ['key', 'value'].map((part) =>
      graph.output(`present.${layer}.${part}`, type, shape),
    );
    const attended = graph.add('GroupQueryAttention', {
      domain: 'com.microsoft',
      inputs: ['qkv', '', '', ...past, 'seqlens', 'total', 'cos', 'sin'],
      outputs: [`attended.${layer}`, ...present],
      attributes: {
        num_heads: int(heads),
        kv_num_heads: int(kvHeads),
        scale: float(1 / Math.sqrt(headDim)),
        do_rotary: int(1),
      },
    });
    sum = sum === undefined ? attended : graph.add('Add', { inputs: [sum, attended] });
  }
  graph.add('Identity', { inputs: [sum ?? 'qkv'], outputs: ['y'] });
  graph.output('y', type, [1, 1, heads * headDim]);
  return graph.build();
}
