/**
 * @file Images by themselves, as many of each finding: what an image model is trained
 * and tested on before it takes part in consultations.
 */
import { encode } from 'fast-png';
import { Random } from '../base/random.ts';
import { sha256Hex } from '../base/sha256.ts';
import { choose, hashOf } from './choose.ts';
import { drawImage } from './drawing/draw-image.ts';
import { drawNuisance, type Nuisance } from './drawing/nuisance.ts';
import { findingsOf, IMAGE_KINDS, IMAGE_NAMES, type Pictured } from './findings.ts';
import { fill, SPLITS, type Language, type Split, type Templates } from './language.ts';
import { captionOf } from './record.ts';

export interface FindingRecord extends Pictured {
  readonly id: string;
  readonly split: Split;
  readonly seed: number;
  readonly nuisance: Nuisance;
  readonly path: string;
  readonly sha256: string;
  /** A question about the image and what it shows, in each language. */
  readonly asked: Readonly<
    Record<Language, { readonly question: string; readonly answer: string }>
  >;
}

export interface FindingDraw {
  readonly split: Split;
  readonly seed: number;
  readonly index: number;
}

export const ASKS_FINDING: Templates = {
  en: {
    train: ['What does this {x} show?', 'Describe the {x}.'],
    validation: ['What is to be seen on the {x}?'],
    test: ['Which finding is on this {x}?'],
  },
  zh: {
    train: ['这张{x}显示什么？', '描述一下这张{x}。'],
    validation: ['{x}上能看到什么？'],
    test: ['这张{x}有什么发现？'],
  },
};

/** Every finding of every kind, in the order of the table. */
export function allFindings(): readonly Pictured[] {
  return IMAGE_KINDS.flatMap((kind) =>
    findingsOf(kind).map((finding) => ({ kind, finding })),
  );
}

export async function makeFinding(
  pictured: Pictured,
  { split, seed, index }: FindingDraw,
): Promise<{ readonly record: FindingRecord; readonly png: Uint8Array }> {
  const { kind, finding } = pictured;
  const id = `${split}-${seed}-${kind}-${finding}-${index}`;
  const mixed = hashOf(`${seed}/${kind}/${finding}/${index}`) & 0x3fffffff;
  const ownSeed = ((mixed << 2) | SPLITS.indexOf(split)) >>> 0;
  const random = new Random(ownSeed ^ 0xf1d);
  const nuisance = drawNuisance(random, split);
  const { widthPx, heightPx, data } = drawImage({
    kind,
    finding,
    seed: ownSeed,
    nuisance,
  });
  const png = encode({ width: widthPx, height: heightPx, data, channels: 3, depth: 8 });
  const ask = (language: Language): { question: string; answer: string } => ({
    question: fill(choose(random, ASKS_FINDING[language][split]), {
      x: IMAGE_NAMES[kind][language],
    }),
    answer: captionOf(pictured, language),
  });
  const sha256 = await sha256Hex(png);
  const place = { path: `findings/${id}.png`, sha256 };
  return {
    record: {
      id,
      split,
      seed: ownSeed,
      kind,
      finding,
      nuisance,
      ...place,
      asked: { en: ask('en'), zh: ask('zh') },
    },
    png,
  };
}
