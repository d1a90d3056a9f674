/** @file Images, prompts and tokens a second of one checkpoint on one device. */
import type { DeviceReport } from '../engine/engine.ts';
import type { SpeedPlan } from './bench-requests.ts';
import type { Finding } from './findings.ts';
import type { ProbeClient } from './probe-client.ts';
import type { DecodeTimes } from './probe-protocol.ts';
import { repeat, spreadOf } from './statistics.ts';

/** Megabytes read to learn the device's speed; far more than any cache holds. */
const BANDWIDTH_MB = 512;

export interface Subject {
  readonly probe: ProbeClient;
  readonly device: string;
}

/** "wasm, 2 threads" or "webgpu-jspi, f16". */
export function deviceName({ runtime, floatType, threads }: DeviceReport): string {
  if (runtime !== 'wasm') return `${runtime}, ${floatType}`;
  return `wasm, ${threads} ${threads === 1 ? 'thread' : 'threads'}`;
}

export async function* measureSpeed(
  subject: Subject,
  plan: SpeedPlan,
): AsyncGenerator<Finding> {
  yield* measureImages(subject, plan);
  yield* measurePrefill(subject, plan);
  if (plan.positions.length > 0) {
    yield* measureDecode(subject, plan);
    yield await measureReading(subject);
  }
}

async function* measureImages(
  { probe, device }: Subject,
  { edgesPx, patience, mostMs }: SpeedPlan,
): AsyncGenerator<Finding> {
  const estimate = new Estimate(mostMs);
  for (const edgePx of edgesPx) {
    // attention over the whole image grows with the square of its patches
    const work = edgePx ** 3;
    const reason = estimate.tooLong(work);
    if (reason !== undefined) {
      yield {
        kind: 'note',
        text: `${device}: an image of ${edgePx}×${edgePx}, ${reason}.`,
      };
      continue;
    }
    const warmUp = await probe.call('image', { edgePx });
    estimate.learn(work, warmUp.ms);
    const runs = await repeat(patience, () => probe.call('image', { edgePx }));
    const { patches, tokens } = warmUp;
    const encodeMs = spreadOf(runs.map(({ ms }) => ms));
    yield { kind: 'image', device, edgePx, patches, tokens, encodeMs };
  }
}

async function* measurePrefill(
  { probe, device }: Subject,
  { promptTokens: prompts, patience, mostMs }: SpeedPlan,
): AsyncGenerator<Finding> {
  const estimate = new Estimate(mostMs);
  for (const promptTokens of prompts) {
    const reason = estimate.tooLong(promptTokens);
    if (reason !== undefined) {
      yield {
        kind: 'note',
        text: `${device}: a prompt of ${promptTokens}, ${reason}.`,
      };
      continue;
    }
    const run = async (seed: number) =>
      (await probe.call('generate', { promptTokens, newTokens: 1, seed })).firstTokenMs;
    estimate.learn(promptTokens, await run(0));
    const times = await repeat(patience, (index) => run(index + 1));
    const firstTokenMs = spreadOf(times);
    yield { kind: 'prefill', device, promptTokens, firstTokenMs };
  }
}

/** Positions take turns, so that a machine that drifts slows all of them. */
async function* measureDecode(
  { probe, device }: Subject,
  { positions, decodeTokens: tokens, decodeRounds }: SpeedPlan,
): AsyncGenerator<Finding> {
  const rounds: DecodeTimes[][] = positions.map(() => []);
  for (let round = 0; round < decodeRounds; round++) {
    for (const [i, position] of positions.entries()) {
      rounds[i]?.push(await probe.call('decode', { position, tokens }));
    }
  }
  for (const [i, position] of positions.entries()) {
    const measured = rounds[i] ?? [];
    const [first] = measured;
    if (first === undefined) continue;
    const { readBackBytesPerToken, kvBytes } = first;
    const msPerToken = spreadOf(measured.flatMap(({ ms }) => ms));
    const attentionMs = spreadOf(measured.flatMap((it) => it.attentionMs));
    yield {
      kind: 'decode',
      device,
      position,
      msPerToken,
      attentionMs,
      readBackBytesPerToken,
      kvBytes,
    };
  }
}

async function measureReading({ probe, device }: Subject): Promise<Finding> {
  const patience = { leastRuns: 3, mostRuns: 3, budgetMs: 0 };
  const runs = await repeat(patience, () =>
    probe.call('bandwidth', { megabytes: BANDWIDTH_MB }),
  );
  const bytesPerSecond = spreadOf(runs.map((it) => it.bytesPerSecond));
  return { kind: 'bandwidth', device, bytesPerSecond };
}

/** Guesses from what was measured how long something larger would take. */
class Estimate {
  readonly #mostMs: number;
  #msPerUnit = 0;

  constructor(mostMs: number) {
    this.#mostMs = mostMs;
  }

  learn(units: number, ms: number): void {
    this.#msPerUnit = ms / units;
  }

  /** Why something of that size is left out, or undefined when it is not. */
  tooLong(units: number): string | undefined {
    const ms = this.#msPerUnit * units;
    if (ms <= this.#mostMs) return undefined;
    return `which would take about ${(ms / 1000).toFixed(0)} s`;
  }
}
