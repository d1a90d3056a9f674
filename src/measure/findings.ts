/**
 * @file What the bench finds out, as data: one record per measurement. The
 * tables are printed from these and from nothing else.
 */
import type { Spread } from './statistics.ts';

/** Where it was measured. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryBytes: number;
  readonly system: string;
  readonly chromium: string;
  /** Undefined where there is no WebGPU. */
  readonly gpu: string | undefined;
  readonly onnxruntime: string;
  readonly wllama: string;
  readonly commit: string;
  /** ISO 8601. */
  readonly date: string;
}

/** Memory of the page's process; undefined where the system does not tell. */
export interface PageMemory {
  /** Resident when the page was open and nothing loaded. */
  readonly rendererBaseBytes: number | undefined;
  readonly rendererPeakBytes: number | undefined;
  /** Largest sum over page and workers of JavaScript's own heaps. */
  readonly jsHeapPeakBytes: number | undefined;
}

export interface LoadFinding extends PageMemory {
  readonly kind: 'load';
  readonly device: string;
  /** `cold`: nothing was on this computer; `warm`: the weights were. */
  readonly start: 'cold' | 'warm';
  /** Downloading, hashing and writing the weights; 0 when warm. */
  readonly installMs: Spread;
  /** From files on disk to the first prompt, self-check included. */
  readonly engineMs: Spread;
}

export interface ImageFinding {
  readonly kind: 'image';
  readonly device: string;
  readonly edgePx: number;
  readonly patches: number;
  readonly tokens: number;
  readonly encodeMs: Spread;
}

export interface PrefillFinding {
  readonly kind: 'prefill';
  readonly device: string;
  readonly promptTokens: number;
  /** From the prompt's ids to the first token on the host. */
  readonly firstTokenMs: Spread;
}

export interface DecodeFinding {
  readonly kind: 'decode';
  readonly device: string;
  /** Positions in the cache when the first measured token was computed. */
  readonly position: number;
  readonly msPerToken: Spread;
  /** Every layer's attention, run alone over the same cache. */
  readonly attentionMs: Spread;
  readonly readBackBytesPerToken: number;
  /** Keys and values that attention must read for one token. */
  readonly kvBytes: number;
}

/** How fast the device reads memory, the least time attention can take. */
export interface BandwidthFinding {
  readonly kind: 'bandwidth';
  readonly device: string;
  readonly bytesPerSecond: Spread;
}

export interface TurnFinding {
  readonly kind: 'turn';
  readonly device: string;
  /** From 1. */
  readonly turn: number;
  readonly promptTokens: number;
  readonly reusedTokens: number;
  readonly prefilledTokens: number;
  /** Tokens of the prompt that no earlier turn had computed. */
  readonly newTokens: number;
  readonly firstTokenMs: number;
  readonly decodeTokensPerSecond: number;
}

/** One contestant's speed, in rounds in which all took their turn. */
export interface PeerFinding {
  readonly kind: 'peer';
  readonly device: string;
  readonly contestant: string;
  readonly promptTokens: number;
  readonly prefillTokensPerSecond: Spread;
  readonly decodeTokensPerSecond: Spread;
}

/** What laying an adapter over the checkpoint costs, in rounds in which all ways took their turn. */
export interface AdapterFinding {
  readonly kind: 'adapter';
  readonly device: string;
  readonly way: 'none' | 'merged' | 'run-time';
  readonly rank: number;
  readonly promptTokens: number;
  readonly loadMs: number;
  readonly prefillTokensPerSecond: Spread;
  readonly decodeTokensPerSecond: Spread;
  /** Over none at all, round by round. */
  readonly decodeRatio: Spread;
}

/** Ours over the fastest of the others, round by round. */
export interface RatioFinding {
  readonly kind: 'ratio';
  readonly device: string;
  readonly what: string;
  readonly against: string;
  readonly ratio: Spread;
  /** What the project set out to reach; undefined where it set nothing. */
  readonly wanted: number | undefined;
}

/** Loading a checkpoint of another size, for its memory alone. */
export interface BigLoadFinding extends PageMemory {
  readonly kind: 'big-load';
  readonly device: string;
  readonly checkpoint: string;
  readonly checkpointBytes: number;
  readonly sessions: number;
  readonly engineMs: number;
  readonly steps: readonly { readonly name: string; readonly endMs: number }[];
  readonly rejected: readonly string[];
}

export interface ConvertFinding {
  readonly kind: 'convert';
  readonly bits: string;
  readonly sourceBytes: number;
  readonly seconds: number;
  readonly workers: number;
  readonly peakBytes: number | undefined;
}

/** The reference implementation, PyTorch, on a network of the same shape. */
export interface ReferenceFinding {
  readonly kind: 'reference';
  readonly what: string;
  readonly promptTokens: number;
  readonly prefillTokensPerSecond: number;
  readonly decodeTokensPerSecond: number;
}

/** What a person waits for around the records. */
export interface RecordsFinding {
  readonly kind: 'records';
  readonly what: string;
  readonly medianMs: number;
  /** The time that 99 of 100 runs do not exceed. */
  readonly p99Ms: number;
  readonly runs: number;
  /** What the project set out to reach, in the median. */
  readonly wantedMs?: number;
}

/** Of a consultation of 500 turns and 200 images while an answer streams. */
export interface SoakFinding {
  readonly kind: 'soak';
  readonly what: string;
  readonly runs: number;
  readonly medianValue: number;
  /** What 95 of 100 runs do not exceed. */
  readonly p95: number;
  readonly unit: string;
  /** What the project set out to reach, at the 95th percentile. */
  readonly wanted?: number;
}

/** Something that was not measured, and why. */
export interface NoteFinding {
  readonly kind: 'note';
  readonly text: string;
}

export type Finding =
  | LoadFinding
  | ImageFinding
  | PrefillFinding
  | DecodeFinding
  | BandwidthFinding
  | TurnFinding
  | PeerFinding
  | AdapterFinding
  | RatioFinding
  | BigLoadFinding
  | ConvertFinding
  | ReferenceFinding
  | RecordsFinding
  | SoakFinding
  | NoteFinding;

export interface BenchReport {
  readonly version: 1;
  readonly machine: Machine;
  readonly isQuick: boolean;
  readonly findings: readonly Finding[];
}

/** The findings of one kind. */
export function ofKind<K extends Finding['kind']>(
  findings: readonly Finding[],
  kind: K,
): Extract<Finding, { kind: K }>[] {
  return findings.filter(
    (finding): finding is Extract<Finding, { kind: K }> => finding.kind === kind,
  );
}
