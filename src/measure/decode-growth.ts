/**
 * @file How much slower decoding is late in a conversation than early, beyond
 * the keys and values that attention must read.
 *
 * The least time of attention is those bytes over the device's measured reading
 * speed. It is taken off both times before they are divided.
 */
import { type Finding, ofKind } from './findings.ts';

export interface DecodeGrowth {
  readonly device: string;
  readonly shortPosition: number;
  readonly longPosition: number;
  readonly shortMs: number;
  readonly longMs: number;
  readonly bytesPerSecond: number;
  readonly shortAttentionMs: number;
  readonly longAttentionMs: number;
  readonly ratio: number;
}

/** Each device's longest context against its shortest, where its reading speed is known. */
export function decodeGrowth(findings: readonly Finding[]): DecodeGrowth[] {
  return ofKind(findings, 'bandwidth').flatMap(({ device, bytesPerSecond: speed }) => {
    const decodes = ofKind(findings, 'decode')
      .filter((it) => it.device === device)
      .toSorted((a, b) => a.position - b.position);
    const [short, long] = [decodes[0], decodes.at(-1)];
    if (short === undefined || long === undefined || short === long) return [];
    const attentionMs = (kvBytes: number) => (kvBytes / speed.median) * 1000;
    const [shortMs, longMs] = [short.msPerToken.median, long.msPerToken.median];
    const shortAttentionMs = attentionMs(short.kvBytes);
    const longAttentionMs = attentionMs(long.kvBytes);
    return [
      {
        device,
        shortPosition: short.position,
        longPosition: long.position,
        shortMs,
        longMs,
        bytesPerSecond: speed.median,
        shortAttentionMs,
        longAttentionMs,
        ratio: (longMs - longAttentionMs) / (shortMs - shortAttentionMs),
      },
    ];
  });
}
