/** @file What the bench's page asks of the worker in which it measures, and what it gets. */
import type { CheckpointSource, DeviceReport, LoadOptions } from '../engine/engine.ts';

/** Each request, by its kind, with what answers it. */
export interface ProbeCalls {
  load: {
    request: { readonly source: CheckpointSource; readonly options: LoadOptions };
    answer: { readonly device: DeviceReport };
  };
  /** Encodes a picture of this edge, not made smaller first. */
  image: {
    request: { readonly edgePx: number };
    answer: { readonly patches: number; readonly tokens: number; readonly ms: number };
  };
  /** Answers a random prompt. */
  generate: {
    request: {
      readonly promptTokens: number;
      readonly newTokens: number;
      readonly seed: number;
    };
    answer: GenerateTimes;
  };
  /** Decodes with `position` slots of the cache full. */
  decode: {
    request: { readonly position: number; readonly tokens: number };
    answer: DecodeTimes;
  };
  /** Reads memory on the device as fast as its operators can. */
  bandwidth: {
    request: { readonly megabytes: number };
    answer: { readonly bytesPerSecond: number };
  };
}

export interface GenerateTimes {
  /** From the prompt's ids to the first token on the host. */
  readonly firstTokenMs: number;
  /** All tokens after the first. */
  readonly decodeMs: number;
  readonly decodedTokens: number;
}

export interface DecodeTimes {
  /** Per token. */
  readonly ms: readonly number[];
  /** Of every layer's attention alone, per run. */
  readonly attentionMs: readonly number[];
  readonly readBackBytesPerToken: number;
  readonly kvBytes: number;
}

export type ProbeKind = keyof ProbeCalls;

export type ProbeRequest = {
  [K in ProbeKind]: { readonly kind: K } & ProbeCalls[K]['request'];
}[ProbeKind];

export type ProbeAnswer = ProbeCalls[ProbeKind]['answer'];
