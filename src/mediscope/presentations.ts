/**
 * @file What patients come with. Conditions with one presentation are neighbours:
 * a doctor has them all in mind and asks what tells them apart.
 */
import type { ImageKind } from './findings.ts';
import type { Words } from './language.ts';

export interface Presentation {
  readonly name: Words;
  /** The images that exist for every patient who comes with it. */
  readonly images: readonly ImageKind[];
}

const TABLE = {
  'chest-pain': {
    name: { en: 'chest pain', zh: '胸痛' },
    images: ['ecg', 'chest-film'],
  },
  palpitations: {
    name: { en: 'palpitations or faints', zh: '心慌或晕厥' },
    images: ['ecg', 'lab-report'],
  },
  breathlessness: {
    name: { en: 'cough and breathlessness', zh: '咳嗽气短' },
    images: ['chest-film'],
  },
  'upper-belly-pain': {
    name: { en: 'upper belly pain', zh: '上腹痛' },
    images: ['ultrasound'],
  },
  'lower-belly-pain': {
    name: { en: 'lower belly or flank pain', zh: '下腹或腰痛' },
    images: ['ultrasound', 'lab-report'],
  },
  headache: { name: { en: 'headache', zh: '头痛' }, images: ['head-ct', 'fundus'] },
  weakness: {
    name: { en: 'weakness or numbness', zh: '无力或麻木' },
    images: ['head-ct'],
  },
  'skin-spot': {
    name: { en: 'a spot on the skin', zh: '皮肤斑痣' },
    images: ['dermoscopy'],
  },
  rash: { name: { en: 'a rash', zh: '皮疹' }, images: ['skin-photo'] },
  'poor-sight': { name: { en: 'poor sight', zh: '视力下降' }, images: ['fundus'] },
  'ear-trouble': { name: { en: 'ear trouble', zh: '耳部不适' }, images: ['otoscopy'] },
  tiredness: {
    name: { en: 'tiredness', zh: '乏力' },
    images: ['lab-report', 'blood-film'],
  },
  'fever-after-travel': {
    name: { en: 'fever', zh: '发热' },
    images: ['blood-film', 'lab-report'],
  },
  'sore-joints': {
    name: { en: 'sore joints or bones', zh: '关节骨痛' },
    images: ['lab-report', 'blood-film'],
  },
  'child-breathing': {
    name: { en: 'a child who breathes badly', zh: '儿童呼吸不畅' },
    images: ['chest-film'],
  },
  'child-belly': {
    name: { en: 'a child with belly trouble', zh: '儿童腹部不适' },
    images: ['ultrasound'],
  },
  'child-rash': {
    name: { en: 'a feverish child with a rash', zh: '儿童发热出疹' },
    images: ['skin-photo'],
  },
} as const satisfies Record<string, Presentation>;

export type PresentationId = keyof typeof TABLE;

export const PRESENTATIONS: Readonly<Record<PresentationId, Presentation>> = TABLE;

export const PRESENTATION_IDS = Object.keys(TABLE) as readonly PresentationId[];
