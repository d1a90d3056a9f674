/** @file What `npm run bench:clinic` can be told. */
import { parseArgs } from 'node:util';
import { AssistantError } from '../base/errors.ts';
import type { BenchDevice } from '../measure/bench-requests.ts';
import { LANGUAGES, type Language } from '../mediscope/language.ts';

export interface ClinicBenchOptions {
  readonly cases: number;
  /** Of those, how many the untrained base is asked too. */
  readonly baseCases: number;
  readonly seed: number;
  readonly language: Language;
  readonly device: BenchDevice;
  /** A folder with `adapter.json` and `adapter.safetensors`; without it, the checkpoint's own. */
  readonly adapter: string | undefined;
  /** The data it was trained on, to be compared with the cases. */
  readonly train: string | undefined;
  /** Where real images are kept; without it none are shown. */
  readonly real: string | undefined;
  readonly out: string;
}

const USAGE =
  'npm run bench:clinic [-- --cases N] [--base-cases N] [--adapter DIR] [--seed N] [--language en|zh] [--device wasm|webgpu] [--threads N] [--train DIR] [--real DIR] [--out DIR]';

export function readClinicBenchOptions(): ClinicBenchOptions {
  const { values } = parseArgs({
    options: {
      cases: { type: 'string', default: '200' },
      'base-cases': { type: 'string', default: '20' },
      seed: { type: 'string', default: '5' },
      language: { type: 'string', default: 'en' },
      device: { type: 'string', default: 'wasm' },
      threads: { type: 'string', default: '2' },
      adapter: { type: 'string' },
      train: { type: 'string' },
      real: { type: 'string' },
      out: { type: 'string', default: 'bench-results/clinic' },
    },
  });
  const { adapter, train, real, out } = values;
  const cases = count('cases', values.cases, 1);
  return {
    cases,
    baseCases: Math.min(cases, count('base-cases', values['base-cases'], 0)),
    seed: count('seed', values.seed, 0),
    language: oneOf('language', values.language, LANGUAGES),
    device: {
      runtime: oneOf('device', values.device, ['wasm', 'webgpu'] as const),
      threads: count('threads', values.threads, 1),
    },
    adapter,
    train,
    real,
    out,
  };
}

function count(name: string, text: string, least: number): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= least) return value;
  throw wrong(name, `a whole number from ${least} on, not "${text}"`);
}

function oneOf<T extends string>(name: string, text: string, allowed: readonly T[]): T {
  const found = allowed.find((value) => value === text);
  if (found !== undefined) return found;
  throw wrong(name, `one of ${allowed.join(', ')}, not "${text}"`);
}

function wrong(name: string, what: string): AssistantError<'bad-input'> {
  return new AssistantError('bad-input', `--${name} is ${what}. Usage: ${USAGE}`, {
    what: 'option',
    name,
  });
}
