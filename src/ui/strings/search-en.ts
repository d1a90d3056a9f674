/** @file What the page says about searching, in English. */

export const searchEn = {
  field: 'Search consultations',
  results: 'Search results',
  found: (count: string) =>
    count === '1' ? '1 consultation found' : `${count} consultations found`,
  /** `shown` lines of more. */
  foundMore: (count: string, shown: string) =>
    `${count} consultations found; the first ${shown} places are shown. Add a word to narrow it.`,
  nothing: 'No consultation has all of these words.',
  opening: 'Searching older consultations…',
  patient: (name: string) => `Patient: ${name}`,
};

export type SearchStrings = typeof searchEn;
