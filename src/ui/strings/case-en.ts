/** @file What the page says of the case beside the conversation, in English. */
import type { AgeUnit, FactText, Sex } from '../../clinic/case-facts.ts';

const facts: Readonly<Record<FactText, string>> = {
  reason: 'Reason for the visit',
  history: 'Past history',
  medication: 'Current medication',
  allergies: 'Known allergies',
  notes: 'Free notes',
};
const sexes: Readonly<Record<Sex, string>> = {
  female: 'female',
  male: 'male',
  other: 'other',
};
const units: Readonly<Record<AgeUnit, string>> = {
  years: 'years',
  months: 'months',
  weeks: 'weeks',
  days: 'days',
};

export const caseEn = {
  panel: 'Case',
  open: 'Show the case',
  close: 'Close the case',
  factsTitle: 'Facts',
  factsWhy: 'The model is told these before every answer from now on.',
  readOnly: 'Another tab writes; the facts can be changed there.',
  age: 'Patient’s age',
  ageUnit: 'Unit of the age',
  wrongAge: (most: string, unit: string) =>
    `Write a whole number from 0 to ${most} ${unit}. It is not kept like this.`,
  sex: 'Patient’s sex',
  notGiven: 'not given',
  sexes,
  units,
  facts,
  tooLong: (most: string) => `Only the first ${most} letters are kept.`,

  missing: 'Still to ask',
  missingWhy:
    'What is usually asked with these complaints and is not in the facts or in what you wrote. It comes from a fixed list, not from the model; no clinician has reviewed the list yet.',
  noComplaint:
    'Name the complaint in the facts or in a turn, and the questions that belong to it stand here.',
  nothingMissing: 'Everything on the list for these complaints is answered.',
  redFlag: 'danger sign',
  askIt: 'Ask',
  ask: (question: string) => `Ask: ${question}`,
  forComplaint: (names: string) => `For: ${names}`,
  moreQuestions: (count: string) => `Show ${count} more`,
  answered: (count: string, of: string) => `${count} of ${of} answered`,

  factsTold: 'Facts told',
  noFactsTold: 'no facts told',
  factsChanged: 'changed since',
  toldThen: 'Facts this answer was told',

  exactPrompt: 'Exact prompt',
  nextPrompt: 'Exact prompt of the next answer',
  pastPrompt: 'Exact prompt of this answer',
  promptWhy:
    'The very text that the model reads, as its own chat template makes it. Special tokens are framed; a picture stands for its tokens.',
  promptTokens: (count: string) => `${count} tokens`,
  promptImage: (grid: string, tokens: string) =>
    `image: ${grid} patches, ${tokens} tokens`,
  promptDiffers: (then: string) =>
    `The answer was made from ${then} tokens: with another checkpoint or other settings.`,
  promptUnknownThen:
    'What was told before the turns was not kept with this answer; it is shown as it would be today.',
  promptReading: 'The prompt is being made…',
  promptNeedsModel: 'A model has to be loaded: the prompt is made by its own template.',
  copyPrompt: 'Copy the prompt',
  copied: 'Copied',

  pinned: 'Pinned',
  pin: 'Pin',
  unpin: 'Unpin',
  archive: 'Archive',
  unarchive: 'Take out of the archive',
  archived: 'archived',
  showArchived: 'Archived',
  noArchived: 'Nothing is archived.',
  allTags: 'All tags',
  filterByTag: 'Show consultations with the tag',
  noneWithTag: 'No consultation in this list has the tag.',
  selectSeveral: 'Select several',
  endSelecting: 'Done',
  selectOne: (title: string) => `Select “${title}”`,
  selectAll: 'Select all in the list',
  selected: (count: string) => (count === '1' ? '1 selected' : `${count} selected`),
  tagThem: 'Add a tag…',
  tagTitle: (count: string) =>
    count === '1' ? 'Tag 1 consultation' : `Tag ${count} consultations`,
  newTag: 'Tag',
  exportThem: 'Export…',
  eraseThem: 'Erase…',
  eraseTitle: (count: string) =>
    count === '1' ? 'Erase 1 consultation?' : `Erase ${count} consultations?`,
  eraseWhy: (count: string) =>
    `${count === '1' ? 'This consultation and its' : `These ${count} consultations and their`} images are erased from this device: the keys are destroyed first. This cannot be undone. Backups made before still hold them.`,
  wasArchived: (count: string) =>
    count === '1'
      ? '1 consultation was archived.'
      : `${count} consultations were archived.`,
  undo: 'Undo',
};

export type CaseStrings = typeof caseEn;
