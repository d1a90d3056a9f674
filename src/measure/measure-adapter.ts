/**
 * @file What an adapter costs: nothing laid over the checkpoint, merged while
 * loading, and two thin products beside each matrix, in turns.
 */
import { must } from '../base/assert.ts';
import type { CheckpointSource } from '../engine/engine.ts';
import { loadOptions, type AdapterPlan, type BenchDevice } from './bench-requests.ts';
import type { AdapterFinding } from './findings.ts';
import { deviceName } from './measure-speed.ts';
import { ProbeClient } from './probe-client.ts';
import type { GenerateTimes } from './probe-protocol.ts';
import { withRandomAdapter } from './random-adapter.ts';
import { ratioSpread, spreadOf } from './statistics.ts';

const WAYS = ['none', 'merged', 'run-time'] as const;

interface Contestant {
  readonly way: (typeof WAYS)[number];
  readonly probe: ProbeClient;
  readonly device: string;
  readonly loadMs: number;
  readonly times: GenerateTimes[];
}

export async function* measureAdapter(
  bundled: CheckpointSource,
  device: BenchDevice,
  { rank, promptTokens, newTokens, rounds }: AdapterPlan,
): AsyncGenerator<AdapterFinding> {
  const source = await withRandomAdapter(bundled, rank);
  const contestants: Contestant[] = [];
  for (const way of WAYS) {
    const adapter = way === 'none' ? way : { application: way };
    const probe = new ProbeClient();
    const startMs = performance.now();
    const options = { ...loadOptions(device), adapter };
    const loaded = await probe.call('load', { source, options });
    contestants.push({
      way,
      probe,
      device: deviceName(loaded.device),
      loadMs: performance.now() - startMs,
      times: [],
    });
  }
  for (let round = 0; round <= rounds; round++) {
    for (const { probe, times } of contestants) {
      const seed = round;
      const time = await probe.call('generate', { promptTokens, newTokens, seed });
      if (round > 0) times.push(time); // the first warms up
    }
  }
  const decoded = (times: readonly GenerateTimes[]) =>
    times.map(({ decodeMs, decodedTokens }) => (1000 * decodedTokens) / decodeMs);
  const without = decoded(must(contestants[0], 'the plain one').times);
  for (const { way, probe, device: name, loadMs, times } of contestants) {
    probe.dispose();
    yield {
      kind: 'adapter',
      device: name,
      way,
      rank,
      promptTokens,
      loadMs,
      prefillTokensPerSecond: spreadOf(
        times.map(({ firstTokenMs }) => (1000 * promptTokens) / firstTokenMs),
      ),
      decodeTokensPerSecond: spreadOf(decoded(times)),
      decodeRatio: ratioSpread(decoded(times), without),
    };
  }
}
