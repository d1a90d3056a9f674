/** @file What doctors say of answers, beside the consultation. */
import * as v from 'valibot';
import type { Review } from '../clinic/review.ts';
import { type CaseRecordKind } from './case-records.ts';
import { id, time } from './records.ts';

export const REVIEWS: CaseRecordKind<Review> = {
  store: 'reviews',
  schema: v.object({
    id,
    messageId: id,
    verdict: v.picklist(['accepted', 'edited', 'rejected']),
    text: v.exactOptional(v.string()),
    note: v.exactOptional(v.string()),
    createdMs: time,
  }),
};
