/**
 * @file How much slower decoding is late in a conversation than early, beyond
 * its attention.
 *
 * Two answers. One takes off the time that attention takes when it runs alone:
 * what is left should not grow at all. The other takes off only the time that
 * reading the keys and values must take at the speed at which the device reads
 * memory, so that slow attention counts as growth.
 */
import { type DecodeFinding, type Finding, ofKind } from './findings.ts';

export interface DecodeGrowth {
  readonly device: string;
  readonly short: DecodeFinding;
  readonly long: DecodeFinding;
  /** How fast the device reads memory. */
  readonly bytesPerSecond: number;
  /** Late over early, attention alone taken off both. */
  readonly ratioBesideAttention: number;
  /** Late over early, the least time of reading keys and values taken off both. */
  readonly ratioBesideReading: number;
}

/** Each device's longest context against its shortest, where its reading speed is known. */
export function decodeGrowth(findings: readonly Finding[]): DecodeGrowth[] {
  return ofKind(findings, 'bandwidth').flatMap(({ device, bytesPerSecond }) => {
    const decodes = ofKind(findings, 'decode')
      .filter((it) => it.device === device)
      .toSorted((a, b) => a.position - b.position);
    const [short, long] = [decodes[0], decodes.at(-1)];
    if (short === undefined || long === undefined || short === long) return [];
    const speed = bytesPerSecond.median;
    const ratio = (attentionMs: (it: DecodeFinding) => number) =>
      (long.msPerToken.median - attentionMs(long)) /
      (short.msPerToken.median - attentionMs(short));
    return [
      {
        device,
        short,
        long,
        bytesPerSecond: speed,
        ratioBesideAttention: ratio((it) => it.attentionMs.median),
        ratioBesideReading: ratio((it) => (it.kvBytes / speed) * 1000),
      },
    ];
  });
}
