/** @file What `npm run bench:clinic` asks of its page, and what each request gives. */
import type { AdapterCard } from '../checkpoint/adapter-card.ts';
import type { DeviceReport, GenerateEvent, Usage } from '../engine/engine.ts';
import type { BenchDevice } from './bench-requests.ts';

/** The files of an adapter that is not the checkpoint's own, among the lab's. */
export const GIVEN_ADAPTER = {
  card: 'given-adapter.json',
  file: 'given-adapter.safetensors',
} as const;

/** What lies over the checkpoint: nothing, its own adapter, or the one among the lab's files. */
export type ClinicAdapter = 'none' | 'own' | 'given';

export interface ClinicMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly text: string;
  /** Names of the lab's files; they come before the words. */
  readonly images: readonly string[];
}

export type ClinicRequest =
  | {
      readonly kind: 'load';
      readonly device: BenchDevice;
      readonly adapter: ClinicAdapter;
    }
  | {
      readonly kind: 'answer';
      readonly messages: readonly ClinicMessage[];
      readonly maxNewTokens: number;
    }
  /** What the graphics adapter is called. */
  | { readonly kind: 'describe' };

export interface ClinicLoad {
  readonly kind: 'load';
  readonly device: DeviceReport;
  readonly checkpoint: { readonly name: string; readonly sha256: string };
  readonly adapter: AdapterCard | undefined;
}

export interface ClinicAnswer {
  readonly kind: 'answer';
  readonly text: string;
  readonly finish: Extract<GenerateEvent, { kind: 'done' }>['finish'];
  readonly usage: Usage;
}

export type ClinicReply =
  | ClinicLoad
  | ClinicAnswer
  | { readonly kind: 'description'; readonly gpu: string | undefined };
