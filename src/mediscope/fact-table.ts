/** @file Every fact of the clinic by its id. */
import { BELLY_AND_URINE } from './facts/belly-and-urine.ts';
import { CHILDREN } from './facts/children.ts';
import { EYES_AND_EARS } from './facts/eyes-and-ears.ts';
import { HEAD_AND_NERVES } from './facts/head-and-nerves.ts';
import { HEART_AND_LUNGS } from './facts/heart-and-lungs.ts';
import { SKIN_AND_JOINTS } from './facts/skin-and-joints.ts';
import { WHOLE_BODY } from './facts/whole-body.ts';
import type { Fact } from './fact.ts';

const TABLE = {
  ...HEART_AND_LUNGS,
  ...BELLY_AND_URINE,
  ...HEAD_AND_NERVES,
  ...EYES_AND_EARS,
  ...SKIN_AND_JOINTS,
  ...WHOLE_BODY,
  ...CHILDREN,
};

export type FactId = keyof typeof TABLE;

export const FACTS: Readonly<Record<FactId, Fact>> = TABLE;

/** Every id, in the order of the files. */
export const FACT_IDS = Object.keys(TABLE) as readonly FactId[];
