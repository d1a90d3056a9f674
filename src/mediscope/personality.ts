/** @file How a patient talks. What is said stays true, whoever says it. */

export const PERSONALITIES = [
  'plain',
  'anxious',
  'terse',
  'misleading',
  'vague',
] as const;

/**
 * - `plain` answers what was asked
 * - `anxious` adds a worry
 * - `terse` says as little as possible
 * - `misleading` is sure of a wrong diagnosis and plays things down
 * - `vague` answers one thing at a time, unsure
 */
export type Personality = (typeof PERSONALITIES)[number];
