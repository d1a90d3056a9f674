/**
 * @file Whether a checkpoint with its adapter understands images: decided by how it
 * was examined, never by hand.
 *
 * An examination of this very adapter decides, where there is one: the diagnosis has
 * to get worse when the images are another patient's, beyond chance. Else the record
 * of the training: the finding of at least half of a hundred held-out pictures or
 * more is named, and then pictures were learnt in words too.
 */
import { evaluateControl } from '../mediscope/evaluation/evaluate.ts';
import { stagesOf, type Training } from './adapter-training.ts';
import type { ModelReport } from './clinic-report-data.ts';

const FEWEST_PICTURES = 100;
const LEAST_SHARE = 0.5;

export interface Seeing {
  readonly understandsImages: boolean;
  /** What it was decided by, as a sentence. */
  readonly why: string;
}

/** @param examined - what `npm run bench:clinic` found out about this very adapter */
export function judgeSeeing(
  training: Training,
  examined: ModelReport | undefined,
): Seeing {
  return examined === undefined ? byTraining(training) : byExamination(examined);
}

function byExamination({ outcomes, controls }: ModelReport): Seeing {
  const swapped = controls.filter((it) => it.control === 'swapped');
  const { value, low, high } = evaluateControl(outcomes, swapped).fall;
  const understandsImages = value !== undefined && low > 0;
  const fall =
    value === undefined
      ? 'no case was shown the images of another patient'
      : `with the images of another patient the share of right diagnoses falls by ${value.toFixed(2)} (95 % interval ${low.toFixed(2)} to ${high.toFixed(2)})`;
  return { understandsImages, why: `Measured in the browser: ${fall}.` };
}

function byTraining(training: Training): Seeing {
  const stages = stagesOf(training);
  const pictures = stages.findLast(({ last }) => 'images' in last.evaluation)?.last;
  const { images = 0, top1 = 0 } = pictures?.evaluation ?? {};
  const inWords = stages.some(({ name }) => name === 'captions');
  const isEnough = images >= FEWEST_PICTURES && top1 >= LEAST_SHARE;
  const shown =
    pictures === undefined
      ? 'no held-out pictures were examined'
      : `a probe on the vision tower names the finding of ${(100 * top1).toFixed(1)} % of ${images} held-out pictures`;
  const words = inWords ? '' : ', and pictures were not learnt in words';
  return {
    understandsImages: isEnough && inWords,
    why: `By the record of the training: ${shown}${words}.`,
  };
}
