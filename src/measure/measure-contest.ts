/** @file The comparison with wllama, set up in one page. */
import type { ContestPlan, BenchDevice } from './bench-requests.ts';
import { holdContest } from './contest.ts';
import { type Contestant, ourContestant, wllamaContestant } from './contestants.ts';
import type { Finding } from './findings.ts';
import type { Subject } from './measure-speed.ts';
import { WllamaPeer } from './wllama-peer.ts';

/** What the project set out to reach, with a prompt of 64 tokens. */
const WANTED = {
  wasm: { prefill: 2.5, decode: 1.5 },
  webgpu: { decode: 1.2 },
} as const;

const ALL_LAYERS = 999;

/** @param readFile - a GGUF file by the name the plan gives it */
export async function* measureContest(
  { probe, device }: Subject,
  { runtime, threads }: BenchDevice,
  plan: ContestPlan,
  readFile: (name: string) => Promise<Blob>,
): AsyncGenerator<Finding> {
  const peers: WllamaPeer[] = [];
  const contestants: Contestant[] = [ourContestant(probe, 'PulseMind')];
  try {
    for (const name of plan.ggufs) {
      const gpuLayers = runtime === 'wasm' ? 0 : ALL_LAYERS;
      try {
        const peer = await WllamaPeer.load(await readFile(name), {
          threads,
          gpuLayers,
        });
        peers.push(peer);
        contestants.push(wllamaContestant(peer, `wllama, ${formatOf(name)}`));
      } catch (error) {
        yield {
          kind: 'note',
          text: `${device}: wllama with ${name}: ${String(error)}`,
        };
      }
    }
    for (const promptTokens of plan.promptTokens) {
      const { newTokens, rounds } = plan;
      const request = { device, contestants, promptTokens, newTokens, rounds };
      yield* await holdContest({ ...request, wanted: WANTED[runtime] });
    }
  } finally {
    for (const peer of peers) await peer.dispose();
  }
}

/** "Q8_0" of "SmolLM2-135M-Instruct.Q8_0.gguf". */
function formatOf(name: string): string {
  return /\.([^.]+)\.gguf$/.exec(name)?.[1] ?? name;
}
