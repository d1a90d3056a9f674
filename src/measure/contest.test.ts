import { describe, expect, it } from 'vitest';
import { holdContest } from './contest.ts';
import type { Contestant, Speeds } from './contestants.ts';
import { ofKind } from './findings.ts';

/** Speeds by the number of the call, from 1. */
function contestant(
  name: string,
  isOurs: boolean,
  speedOf: (call: number) => Speeds,
): Contestant & { readonly calls: number[] } {
  const calls: number[] = [];
  return {
    name,
    isOurs,
    calls,
    run(_promptTokens, newTokens) {
      calls.push(newTokens);
      return Promise.resolve(speedOf(calls.length));
    },
  };
}

const request = (contestants: readonly Contestant[]) => ({
  device: 'wasm',
  contestants,
  promptTokens: 64,
  newTokens: 48,
  rounds: 3,
  wanted: { decode: 1.5 },
});

describe('a contest', () => {
  it('counts no warm-up and divides ours by the fastest of the others', async () => {
    const drift = (factor: number) => (call: number) => ({
      prefill: (100 * factor) / call,
      decode: (10 * factor) / call,
    });
    const ours = contestant('ours', true, drift(2));
    const slow = contestant('slow', false, drift(0.5));
    const fast = contestant('fast', false, drift(1));
    const findings = await holdContest(request([ours, slow, fast]));
    expect(ours.calls).toEqual([48, 48, 48, 48]);
    expect(ofKind(findings, 'peer')[0]?.decodeTokensPerSecond.runs).toBe(3);
    const ratios = ofKind(findings, 'ratio');
    expect(ratios.map((one) => [one.what, one.against, one.ratio.median])).toEqual([
      ['prefill, prompt of 64', 'fast', 2],
      ['decode, prompt of 64', 'fast', 2],
    ]);
    expect(ratios.map((one) => one.wanted)).toEqual([undefined, 1.5]);
  });

  it('picks the fastest for prefill and for decoding on their own', async () => {
    const always = (prefill: number, decode: number) => () => ({ prefill, decode });
    const findings = await holdContest(
      request([
        contestant('ours', true, always(30, 30)),
        contestant('reader', false, always(20, 1)),
        contestant('writer', false, always(1, 20)),
      ]),
    );
    const against = ofKind(findings, 'ratio').map((one) => one.against);
    expect(against).toEqual(['reader', 'writer']);
  });

  it('claims no ratio when there is nobody to compare with', async () => {
    const alone = contestant('ours', true, () => ({ prefill: 1, decode: 1 }));
    expect(ofKind(await holdContest(request([alone])), 'ratio')).toEqual([]);
  });
});
