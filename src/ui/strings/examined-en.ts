/** @file What the page says about looking into an answer, in English. */
import type { OriginDifference } from '../../clinic/answer-origin.ts';

const differs: Readonly<Record<OriginDifference, string>> = {
  app: 'the version of this app',
  checkpoint: 'the checkpoint',
  runtime: 'the runtime or its version',
  device: 'the device',
  'float-type': 'the number format',
  prompt: 'what the model was given to read',
  sampling: 'the settings',
};

export const examinedEn = {
  open: 'How this answer was made',
  origin: 'Where it came from',
  originMissing:
    'This answer was kept by an earlier version, which did not note how exactly it was made.',
  fields: {
    checkpoint: 'Checkpoint',
    checkpointSha256: 'SHA-256 of its manifest',
    adapter: 'Adapter over its weights, SHA-256',
    quantization: 'Quantization',
    runtime: 'Runtime',
    device: 'Device',
    floatType: 'Number format',
    selfCheck: 'Self-check, largest difference',
    context: 'Context, tokens',
    seed: 'Seed',
    sampling: 'Sampling',
    prompt: 'SHA-256 of the prompt',
    system: 'SHA-256 of the instructions and facts before it',
    images: 'SHA-256 of the images, in order',
    tokens: 'Tokens',
    times: 'Times',
    continuations: 'Continued',
    app: 'App',
    made: 'Made',
  },
  noImages: 'none',
  samplingOf: (temperature: string, topK: string, topP: string, penalty: string) =>
    `temperature ${temperature}, top-k ${topK}, top-p ${topP}, repetition penalty ${penalty}`,
  tokensOf: (read: string, reused: string, written: string) =>
    `${read} read, ${reused} of them from the cache; ${written} written`,
  timesOf: (images: string, prefill: string, first: string, each: string) =>
    `images ${images}, prefill ${prefill}, so the first token after ${first}; then ${each} a token`,
  ms: (count: string) => `${count} ms`,
  threads: (count: string) => (count === '1' ? '1 thread' : `${count} threads`),
  copyJson: 'Copy as JSON',

  replay: 'Make it again',
  replayWhy:
    'The same words, images, settings and seed once more, then a comparison. Nothing is kept unless you ask.',
  replaying: (done: string, of: string) => `Writing, token ${done} of about ${of}…`,
  reading: 'Reading the conversation…',
  stop: 'Stop',
  identical: 'Identical, token for token.',
  sameWords: 'The same words, written with other tokens.',
  sameWordsUnknown: 'The same words. The tokens of the first answer were not kept.',
  different: 'Different words:',
  removed: 'only in the first',
  added: 'only in this one',
  allTheSame:
    'Checkpoint, runtime, device, number format, prompt and settings are the same as then.',
  notTheSame: (what: readonly string[]) =>
    `Not the same as then: ${what.join(', ')}. A difference in words may come from that.`,
  unknownSettings:
    'The settings of the first answer were not kept. It was made again with those of today.',
  wasContinued:
    'The first answer was continued after it had ended; this one was written in one go.',
  whyDifferent:
    'With everything the same, the tokens differ when part of the conversation was still in the cache then: on a CPU it is rounded in other groups.',
  differs,
  keep: 'Keep it as another version',

  look: 'Did it look?',
  lookWhy:
    'Reads the same answer once with the picture, once without it and once with a meaningless grey one in its place, and has the model begin its answer each time. Nothing is kept.',
  looking: {
    with: 'Reading with the picture…',
    without: 'Reading without the picture…',
    other: 'Reading with a grey picture…',
  },
  lookVerdict: {
    none: 'The answer hardly depended on the picture. Do not take it for a finding.',
    some: 'The answer depended somewhat on the picture.',
    much: 'The answer depended on the picture.',
  },
  lookMeaning:
    'That it depended on the picture does not mean that it saw right. That it did not depend does not mean that it is wrong: the words may say enough.',
  lookBlind: (model: string) =>
    `${model} was never taught to see: any dependence is accidental.`,
  lookTable: 'How likely the answer is',
  lookGiven: 'Given',
  lookMean: 'Mean log-probability a token',
  lookPerplexity: 'Perplexity',
  lookBegins: 'Its own answer begins',
  lookRows: {
    with: 'with the picture',
    without: 'without it',
    other: 'with a grey one',
  },
  lookSame: 'the same',
  lookChanged: (at: string) => `differently from token ${at} on`,
  lookTokens: (count: string, greedy: string) =>
    `Over ${count} tokens of the answer; the beginning was compared over ${greedy} tokens, without chance.`,

  certainty: 'How sure the model was of each word',
  hideCertainty: 'Show the answer as text',
  certaintyReading: 'Reading the answer…',
  certaintyWhy:
    'A darker ground means that the model gave the word a lower probability among all that could stand there. It says how usual the wording is to the model, not whether what it says is true: a wrong statement can be very probable.',
  certaintySummary: (count: string, of: string, mean: string) =>
    `${count} of ${of} tokens had a probability below 50%. On average a token had ${mean}.`,
  certaintyLowest: 'The least probable places:',
  certaintyOf: (token: string, probability: string) => `“${token}”, ${probability}`,
  insteadOf: (others: readonly string[]) => `; instead also: ${others.join(', ')}`,
  tokenHelp: 'Arrow keys move from token to token.',
  begin: 'Begin',
  again: 'Once more',
};

export type ExaminedStrings = typeof examinedEn;
