/** @file What an examination of two patients may have found, for tests of what is written about it. */
import type { ClinicReport, ModelReport } from '../cli/clinic-report-data.ts';
import type { Outcome } from '../mediscope/evaluation/outcome.ts';
import { SCRIPTED_DEVICE } from './scripted-engine.ts';

/** A patient with gout whose image decides; `named` is what the doctor said. */
export function outcome(id: string, named: Outcome['named']): Outcome {
  return {
    id,
    department: 'rheumatology',
    modalities: ['lab-report'],
    isImageDependent: true,
    condition: 'gout',
    named,
    wasPressed: false,
    doctorTurns: 4,
    elicitation: { needed: 2, neededAsked: 1, asked: 3, usefulAsked: 2, repeated: 0 },
    redFlags: { present: 1, found: 1, named: 0 },
    tier: 'days',
    namedTier: 'days',
    language: { turns: 4, turnsInLanguage: 4, turnsSaidBefore: 0, repetition: 0 },
  };
}

const COSTS = { seconds: 6, promptTokens: 400, newTokens: 80, cutTurns: 0, turns: 8 };

function model(
  outcomes: readonly Outcome[],
  answer: string,
  change: Partial<ModelReport> = {},
): ModelReport {
  return {
    loaded: {
      kind: 'load',
      device: SCRIPTED_DEVICE,
      checkpoint: { name: 'Mini', sha256: 'b'.repeat(64) },
      adapter: undefined,
    },
    outcomes,
    controls: [],
    outside: [
      { question: 'Which city is the capital of France?', image: undefined, answer },
    ],
    costs: COSTS,
    wallSeconds: 8,
    ...change,
  };
}

/** One of two right, wrong with another patient's images, and a base that says nothing. */
export function clinicReport(): ClinicReport {
  const right = outcome('test-5-0', ['gout']);
  const wrong = outcome('test-5-1', ['septic-arthritis', 'gout']);
  const swapped = { ...right, named: ['septic-arthritis'] as const };
  const controls = [
    { control: 'swapped', outcome: swapped, shown: 'septic-arthritis' } as const,
  ];
  return {
    version: 1,
    machine: {
      cpu: 'A CPU',
      cores: 2,
      memoryBytes: 1,
      system: 'Linux',
      chromium: '1',
      gpu: undefined,
      onnxruntime: '1.30.0',
      wllama: '1',
      commit: 'abc',
      date: '2026-11-23T00:00:00Z',
    },
    options: {
      cases: 2,
      baseCases: 1,
      seed: 5,
      language: 'en',
      device: { runtime: 'wasm', threads: 2 },
      adapter: undefined,
      train: undefined,
      real: undefined,
      out: 'out',
    },
    heldOut: { from: 'the data trained on', trained: 9, tested: 2, overlaps: [] },
    reference: [right, { ...wrong, named: ['gout'] }],
    trained: model([right, wrong], 'Paris,\nI think.', { controls }),
    base: model([outcome('test-5-0', [])], ''),
  };
}
