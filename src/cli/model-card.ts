/**
 * @file The adapter's part of a model card: what it was trained on, what was measured,
 * what it is not for. The numbers come from the training's record and from
 * `clinic.json`; nobody writes them by hand.
 */
import type { AdapterCard } from '../checkpoint/adapter-card.ts';
import { markdownTable, number, text } from '../measure/markdown-table.ts';
import {
  evaluate,
  evaluateControl,
  type Evaluation,
} from '../mediscope/evaluation/evaluate.ts';
import type { Proportion } from '../mediscope/evaluation/proportion.ts';
import type { Estimate } from '../mediscope/evaluation/resampled.ts';
import { readTraining, stagesOf, type Training } from './adapter-training.ts';
import type { ClinicReport, ModelReport } from './clinic-report-data.ts';
import { judgeSeeing } from './understands-images.ts';

export interface ModelCardFacts {
  readonly card: AdapterCard;
  /** What `npm run bench:clinic` found out about this very adapter. */
  readonly examined: ClinicReport | undefined;
}

export function adapterModelCard({ card, examined }: ModelCardFacts): string {
  const training = readTraining(card);
  const { why, understandsImages } = judgeSeeing(training, examined?.trained);
  const sees = understandsImages ? 'It understands images' : 'It does not see images';
  return [
    `# Adapter "${card.name}"`,
    `**It knows only a synthetic clinic.** Its patients, their words and their images were made by code; it has met no real patient and no real image. It is a demonstration, not a medical device, and nothing it says is medical advice.\n\n**它只认识一个虚构的诊所。** 其中的患者、话语和图像都由程序生成；它没有见过真实的患者或真实的图像。它是一个演示，不是医疗器械，它说的任何话都不是医疗建议。`,
    card.card.about,
    `## Trained on · 训练`,
    trainedOn(card, training),
    `## Measured · 测量`,
    examined === undefined
      ? 'This adapter was not examined in the browser yet (`npm run bench:clinic`). 尚未在浏览器中测评。'
      : measured(examined),
    `${sees}. ${why}`,
    `## Which bytes · 字节`,
    `Over ${card.base.name}, weights \`${card.base.sha256}\`. The adapter's own weights: ${(card.weights.bytes / 1e6).toFixed(1)} MB, SHA-256 \`${card.weights.sha256}\`, rank ${card.rank}. The notice and the licence of the checkpoint are those of its base, whose weights stay as they were.`,
  ].join('\n\n');
}

function trainedOn({ rank, targets }: AdapterCard, training: Training): string {
  const stages = stagesOf(training);
  if (stages.length === 0) return 'Its record names no training.';
  const table = markdownTable(
    [text('stage'), number('steps'), number('minutes'), text('held-out data then')],
    stages.map(({ name, last, seconds }) => [
      last.isWhole ? name : `${name} (stopped early)`,
      String(last.steps),
      (seconds / 60).toFixed(0),
      evaluationOf(last.evaluation),
    ]),
  );
  const pairs = `low-rank pairs (rank ${rank}) over ${targets.join(', ')}`;
  const { commit = '', ended = '' } = stages.at(-1)?.last ?? {};
  return [
    `Consultations, questions and images of the synthetic clinic, split "train" (data \`${training.data ?? 'unknown'}\`); ${pairs}. Ended ${ended.slice(0, 10)} at commit \`${commit}\`.`,
    table,
    'Held-out conversations word the doctor’s sentences as no training did, so their perplexity is also that of other words.',
  ].join('\n\n');
}

function evaluationOf(evaluation: Readonly<Record<string, number>>): string {
  const { images, top1 = 0, top3 = 0, conversations, perplexity = 0 } = evaluation;
  if (images !== undefined) {
    return `${images} pictures: a probe on the tower names ${share(top1)} first, ${share(top3)} among three`;
  }
  if (conversations === undefined) return '–';
  return `${conversations} conversations: perplexity ${perplexity.toFixed(2)}`;
}

type Row = readonly [string, (of: Evaluation) => string];

const ROWS: readonly Row[] = [
  ['diagnosis right (top-1)', ({ all }) => percent(all.top1)],
  ['among the first three (top-3)', ({ all }) => percent(all.top3)],
  [
    'top-1 where the image decides',
    ({ imageDependent }) => percent(imageDependent.top1),
  ],
  ['elicitation recall', ({ elicitationRecall }) => estimate(elicitationRecall)],
  [
    'elicitation precision',
    ({ elicitationPrecision }) => estimate(elicitationPrecision),
  ],
  ['red flags brought to light', ({ redFlagsFound }) => estimate(redFlagsFound)],
  ['disposition right', ({ disposition }) => percent(disposition)],
  ['turns to the diagnosis', ({ turnsToDiagnosis }) => estimate(turnsToDiagnosis)],
  ['turns in the right language', ({ turnsInLanguage }) => estimate(turnsInLanguage)],
];

function measured({ trained, base, options, machine }: ClinicReport): string {
  const [own, untrained] = [evaluate(trained.outcomes), evaluate(base.outcomes)];
  const { device } = trained.loaded;
  return [
    `\`npm run bench:clinic\`: ${trained.outcomes.length} held-out patients of the split "test" (seed ${options.seed}, ${options.language}), the untrained base with ${base.outcomes.length} of them, in the browser (${device.runtime}, ${device.floatType}), ${machine.date}, commit \`${machine.commit}\`; 95 % intervals.`,
    markdownTable(
      [text('measure'), number('with the adapter'), number('untrained base')],
      ROWS.map(([name, value]) => [name, value(own), value(untrained)]),
    ),
    ...controlLines(trained),
  ].join('\n\n');
}

function controlLines({ outcomes, controls }: ModelReport): readonly string[] {
  const swapped = controls.filter((it) => it.control === 'swapped');
  if (swapped.length === 0) return [];
  const { own, other } = evaluateControl(outcomes, swapped);
  return [
    `Top-1 with the patient's own images ${percent(own.top1)}, with those of another patient ${percent(other.top1)}.`,
  ];
}

const share = (value: number) => `${(100 * value).toFixed(1)} %`;

function percent({ hits, of, share: value, low, high }: Proportion): string {
  if (value === undefined) return '–';
  const shown = (bound: number) => (100 * bound).toFixed(0);
  return `${share(value)} (${shown(low)}–${shown(high)}), ${hits}/${of}`;
}

function estimate({ value, low, high }: Estimate): string {
  if (value === undefined) return '–';
  return `${value.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`;
}
