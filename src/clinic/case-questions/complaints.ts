/** @file Every complaint that questions are known for. */
import type { Complaint } from './complaint.ts';
import { MIDDLE } from './complaints-middle.ts';
import { UPPER } from './complaints-upper.ts';
import { WHOLE } from './complaints-whole.ts';

export const COMPLAINTS: readonly Complaint[] = [...UPPER, ...MIDDLE, ...WHOLE];
