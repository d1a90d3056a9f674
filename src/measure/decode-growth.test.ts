import { describe, expect, it } from 'vitest';
import { decodeGrowth } from './decode-growth.ts';
import type { Finding } from './findings.ts';
import { spreadOf } from './statistics.ts';

const decode = (position: number, ms: number, kvBytes: number): Finding => ({
  kind: 'decode',
  device: 'wasm',
  position,
  msPerToken: spreadOf([ms]),
  attentionMs: spreadOf([kvBytes / 8e6]),
  readBackBytesPerToken: 8,
  kvBytes,
});

const reading = (device: string): Finding => ({
  kind: 'bandwidth',
  device,
  bytesPerSecond: spreadOf([10e9]),
});

describe('growth of the decode time', () => {
  it('takes off attention, or what it must read, before it divides', () => {
    const findings = [decode(8160, 66, 400e6), decode(128, 20, 0), reading('wasm')];
    const [growth] = decodeGrowth(findings);
    expect(growth?.ratioBesideReading).toBeCloseTo(26 / 20);
    expect(growth?.ratioBesideAttention).toBeCloseTo(16 / 20);
    expect(growth?.short.position).toBe(128);
  });

  it('says nothing of a device whose reading speed or second position is unknown', () => {
    expect(decodeGrowth([decode(128, 20, 0), decode(8160, 66, 400e6)])).toEqual([]);
    expect(decodeGrowth([decode(128, 20, 0), reading('wasm')])).toEqual([]);
    const other = [decode(128, 20, 0), decode(8160, 66, 4e8), reading('webgpu')];
    expect(decodeGrowth(other)).toEqual([]);
  });
});
