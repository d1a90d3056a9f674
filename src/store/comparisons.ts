/** @file Which of two answers was found better, beside the consultation. */
import * as v from 'valibot';
import type { Comparison } from '../clinic/comparison.ts';
import { type CaseRecordKind } from './case-records.ts';
import { id, time } from './records.ts';

const better = v.picklist(['first', 'tie', 'second']);

export const COMPARISONS: CaseRecordKind<Comparison> = {
  store: 'comparisons',
  schema: v.object({
    id,
    firstId: id,
    secondId: id,
    better: v.object({
      proactiveness: better,
      accuracy: better,
      usefulness: better,
      languageQuality: better,
    }),
    createdMs: time,
  }),
};
