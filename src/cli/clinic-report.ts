/** @file An examination as Markdown: what was examined on what, then the numbers with their intervals. */
import { markdownTable, number, text } from '../measure/markdown-table.ts';
import type { Evaluation, Group } from '../mediscope/evaluation/evaluate.ts';
import type { ImageControl } from '../mediscope/evaluation/image-controls.ts';
import type { Proportion } from '../mediscope/evaluation/proportion.ts';
import type { Estimate } from '../mediscope/evaluation/resampled.ts';
import { numbersOf, type ClinicNumbers } from './clinic-numbers.ts';
import type { ClinicReport, ModelReport } from './clinic-report-data.ts';
import type { OutsideAnswer } from './clinic-outside.ts';

export function printClinicReport(report: ClinicReport): string {
  const { trained, base } = report;
  const numbers = numbersOf(report);
  const found = numbers.trained;
  return [
    printConditions(report),
    `### Consultations\n\n${comparison(numbers)}`,
    `### Images that are not the patient's\n\n${controls(numbers)}`,
    `### By department\n\n${groups(found.byDepartment)}`,
    `### By kind of image\n\n${groups(found.byModality)}`,
    `### By urgency\n\n${groups(found.byTier)}`,
    `### What it took\n\n${costs(report)}`,
    `### Outside the clinic\n\n${outside(trained.outside, base.outside)}`,
  ].join('\n\n');
}

function printConditions({ machine, options, heldOut, trained }: ClinicReport): string {
  const { checkpoint, adapter, device } = trained.loaded;
  const laid =
    adapter === undefined
      ? 'no adapter'
      : `adapter ${adapter.name}, weights ${adapter.weights.sha256}`;
  return [
    `${options.cases} held-out patients (split test, seed ${options.seed}, ${options.language}); the base: the first ${options.baseCases} of them.`,
    `Of ${heldOut.trained} patients of the training split (${heldOut.from}) and ${heldOut.tested} of the test, in more than one split: ${heldOut.overlaps.length} seeds, patients, camera settings, templates or wordings.`,
    `${checkpoint.name} ${checkpoint.sha256}; ${laid}.`,
    `${machine.cpu}, ${machine.cores} cores, ${machine.system}; Chromium ${machine.chromium}, onnxruntime-web ${machine.onnxruntime}; ${device.runtime}, ${device.floatType}, ${device.threads} threads.`,
    `Commit ${machine.commit}, ${machine.date}. Shares with 95 % intervals: Wilson's for cases, the bootstrap over cases for facts, turns and differences.`,
  ].join('\n');
}

type Row = readonly [name: string, value: (of: Evaluation) => string];

const ROWS: readonly Row[] = [
  ['diagnosis right (top-1)', ({ all }) => percent(all.top1)],
  ['among the first three named (top-3)', ({ all }) => percent(all.top3)],
  [
    'top-1 where the image decides',
    ({ imageDependent }) => percent(imageDependent.top1),
  ],
  [
    'top-3 where the image decides',
    ({ imageDependent }) => percent(imageDependent.top3),
  ],
  ['came to a diagnosis unasked', ({ unasked }) => percent(unasked)],
  ['no diagnosis at all', ({ withoutDiagnosis }) => percent(withoutDiagnosis)],
  ['elicitation recall', ({ elicitationRecall }) => estimate(elicitationRecall)],
  [
    'elicitation precision',
    ({ elicitationPrecision }) => estimate(elicitationPrecision),
  ],
  [
    'questions answered before, a case',
    ({ repeatedQuestions }) => estimate(repeatedQuestions),
  ],
  ['red flags brought to light', ({ redFlagsFound }) => estimate(redFlagsFound)],
  ['red flags named at the diagnosis', ({ redFlagsNamed }) => estimate(redFlagsNamed)],
  ['disposition right', ({ disposition }) => percent(disposition)],
  ['sent too late', ({ sentTooLate }) => percent(sentTooLate)],
  ['sent too early', ({ sentTooEarly }) => percent(sentTooEarly)],
  ['sent nowhere', ({ sentNowhere }) => percent(sentNowhere)],
  ['turns to the diagnosis', ({ turnsToDiagnosis }) => estimate(turnsToDiagnosis)],
  ['turns in the right language', ({ turnsInLanguage }) => estimate(turnsInLanguage)],
  [
    'turns said word for word before',
    ({ turnsSaidBefore }) => estimate(turnsSaidBefore),
  ],
  ['repeated runs of four words in a turn', ({ repetition }) => estimate(repetition)],
];

function comparison({ trained, base, reference }: ClinicNumbers): string {
  return markdownTable(
    [
      text('measure'),
      number('trained'),
      number('untrained base'),
      number('reference doctor'),
    ],
    ROWS.map(([name, value]) => [name, value(trained), value(base), value(reference)]),
  );
}

const CONTROLS: readonly (readonly [ImageControl, string])[] = [
  ['blank', 'a grey picture'],
  ['swapped', "another patient's images"],
];

function controls({ controls: all }: ClinicNumbers): string {
  return markdownTable(
    [
      text('shown instead'),
      number('top-1 with own'),
      number('top-1'),
      number('top-3'),
      number('top-1 falls by'),
      number("names the other patient's condition"),
    ],
    CONTROLS.map(([control, name]) => {
      const { own, other, fall, follows } = all[control];
      return [
        name,
        percent(own.top1),
        percent(other.top1),
        percent(other.top3),
        estimate(fall),
        control === 'swapped' ? percent(follows) : '–',
      ];
    }),
  );
}

function groups(all: readonly Group[]): string {
  return markdownTable(
    [text('group'), number('top-1'), number('top-3')],
    all.map(({ name, top1, top3 }) => [name, percent(top1), percent(top3)]),
  );
}

function costs({ trained, base }: ClinicReport): string {
  const row = (name: string, { costs: spent, outcomes, wallSeconds }: ModelReport) => {
    const each = (value: number) => (value / Math.max(1, outcomes.length)).toFixed(1);
    return [
      name,
      String(outcomes.length),
      each(wallSeconds),
      each(spent.seconds),
      each(spent.promptTokens),
      each(spent.newTokens),
      `${spent.cutTurns} of ${spent.turns}`,
    ];
  };
  return markdownTable(
    [
      text('model'),
      number('cases'),
      number('seconds a case'),
      number('of it the model'),
      number('prompt tokens read'),
      number('tokens said'),
      number('turns cut'),
    ],
    [row('trained, with controls', trained), row('untrained base', base)],
  );
}

function outside(
  trained: readonly OutsideAnswer[],
  base: readonly OutsideAnswer[],
): string {
  return trained
    .map(({ question, image, answer }, at) =>
      [
        `**${question}**${image === undefined ? '' : ` (${image})`}`,
        `- trained: ${oneLine(answer)}`,
        `- base: ${oneLine(base[at]?.answer ?? '')}`,
      ].join('\n'),
    )
    .join('\n\n');
}

const oneLine = (answer: string) =>
  answer.replaceAll(/\s+/g, ' ').trim() || '(nothing)';

function percent({ hits, of, share, low, high }: Proportion): string {
  if (share === undefined) return '–';
  const shown = (value: number) => (100 * value).toFixed(0);
  return `${(100 * share).toFixed(1)} % (${shown(low)}–${shown(high)}), ${hits}/${of}`;
}

function estimate({ value, low, high }: Estimate): string {
  if (value === undefined) return '–';
  return `${value.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`;
}
