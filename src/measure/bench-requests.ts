/** @file What `npm run bench` asks of its page, and what each request gives. */
import type { LoadOptions } from '../engine/engine.ts';
import type { RecordsRequest } from './records-requests.ts';
import type { Patience } from './statistics.ts';

/** Which runtime to measure. */
export interface BenchDevice {
  readonly runtime: 'wasm' | 'webgpu';
  readonly threads: number;
}

/** How much of everything is measured. */
export interface SpeedPlan {
  readonly edgesPx: readonly number[];
  readonly promptTokens: readonly number[];
  readonly positions: readonly number[];
  /** Tokens decoded at each position and round. */
  readonly decodeTokens: number;
  readonly decodeRounds: number;
  readonly patience: Patience;
  /** What would take longer than this is left out, and the report says so. */
  readonly mostMs: number;
}

export interface ContestPlan {
  /** Names of the GGUF files among the lab's files. */
  readonly ggufs: readonly string[];
  readonly promptTokens: readonly number[];
  readonly newTokens: number;
  readonly rounds: number;
}

export interface AdapterPlan {
  readonly rank: number;
  readonly promptTokens: number;
  readonly newTokens: number;
  readonly rounds: number;
}

export type BenchRequest =
  | { readonly kind: 'install' }
  | { readonly kind: 'load'; readonly device: BenchDevice }
  | { readonly kind: 'speed'; readonly device: BenchDevice; readonly plan: SpeedPlan }
  | {
      readonly kind: 'turns';
      readonly device: BenchDevice;
      readonly maxNewTokens: number;
    }
  | {
      readonly kind: 'contest';
      readonly device: BenchDevice;
      readonly plan: ContestPlan;
    }
  | {
      readonly kind: 'adapter';
      readonly device: BenchDevice;
      readonly plan: AdapterPlan;
    }
  /** Loads what was put into the page's file input. */
  | { readonly kind: 'big-load'; readonly device: BenchDevice }
  | RecordsRequest
  | { readonly kind: 'describe' };

/** What a page is, to be named in the report. */
export interface PageDescription {
  readonly gpu: string | undefined;
  readonly wllama: string;
}

export interface LoadTimes {
  readonly device: string;
  readonly sessions: number;
  readonly engineMs: number;
  readonly checkpointBytes: number;
  /** What was done until when, since the load began. */
  readonly steps: readonly { readonly name: string; readonly endMs: number }[];
  /** Ways that were tried before, and why each was left. */
  readonly rejected: readonly string[];
}

export type BenchAnswer =
  | { readonly kind: 'install'; readonly ms: number }
  | { readonly kind: 'load'; readonly times: LoadTimes }
  /** What was found has been reported as it came. */
  | { readonly kind: 'reported' }
  | { readonly kind: 'description'; readonly description: PageDescription };

/**
 * As the app loads, but on the runtime asked for and nothing else, and without the
 * checkpoint's adapter: peers have the base.
 */
export function loadOptions({ runtime, threads }: BenchDevice): LoadOptions {
  return { runtime, floatType: 'auto', threads, contextTokens: 8192, adapter: 'none' };
}
