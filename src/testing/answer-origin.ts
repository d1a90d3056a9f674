/** @file How an answer was made, for tests that keep or carry it. */
import type { AnswerOrigin } from '../clinic/answer-origin.ts';

export const ORIGIN: AnswerOrigin = {
  app: '0.1.0',
  checkpointSha256: '1'.repeat(64),
  runtime: {
    name: 'wasm',
    version: '1.30.0',
    device: '2 threads',
    floatType: 'f32',
    threads: 2,
    subgroups: false,
    contextTokens: 8192,
    selfCheckError: 2.5e-7,
  },
  sampling: {
    temperature: 0.1,
    topK: 1,
    topP: 0.001,
    repetitionPenalty: 1.05,
    seed: 7,
  },
  maxNewTokens: 2048,
  promptSha256: '2'.repeat(64),
  systemSha256: '3'.repeat(64),
  imageSha256s: ['4'.repeat(64)],
  times: { startedMs: 1, endedMs: 9, imageMs: 1.5, prefillMs: 2, decodeMs: 4 },
};
