/** @file Every sentence of the page, in English. */
import type { ViewerStrings } from './strings.ts';

export const en: ViewerStrings = {
  tag: 'en',
  otherLanguage: '中文',
  title: 'PulseMind archive',
  research:
    'Research software, not a medical device. Answers were drafted by a model and may be wrong.',

  intro:
    'This page opens an archive of consultations on this computer. It needs no network and sends nothing.',
  file: 'Archive',
  choose: 'Choose a file',
  chooseAnother: 'Choose another file',
  orDrop: 'or drop it here',
  passphrase: 'Passphrase or recovery code',
  passphraseHint: 'The one that was set when the archive was made.',
  open: 'Open',
  opening: 'Checking the passphrase…',
  reading: (percent) => `Reading and checking the archive: ${percent} %`,
  closedByItself: 'The archive was closed after five minutes without input.',
  problems: {
    'no-archive':
      'This file is not an archive of consultations. Choose a file that ends in .pulsemind.',
    truncated:
      'The archive is cut short: its end is missing. Copy it again from where it was made, or use an older one.',
    changed:
      'The archive was damaged or changed after it was made. Copy it again from where it was made, or use an older one.',
    newer:
      'The archive was made by a newer version of the application. Use the page that came with that version.',
    'too-large': 'The archive holds a record larger than this page accepts.',
    mismatch:
      'The archive does not hold what its own list says. Make it again, or use an older one.',
    unreadable:
      'The archive cannot be read from where it lies. Connect the disk or copy the file to this computer, then open it again.',
    passphrase:
      'That is neither the passphrase nor the recovery code of this archive. Check it and try again.',
    'no-cryptography':
      'This browser does not let a page opened from a file decrypt. Use a current Chrome, Edge or Firefox.',
    'out-of-memory':
      'The browser ran out of memory. Close other tabs, then open the archive again.',
    unknown: 'The archive could not be opened because of a fault in this page.',
  },
  showReadable: (count) =>
    count === 1
      ? 'Show the 1 consultation that could be read'
      : `Show the ${count} consultations that could be read`,
  incomplete: 'Not the whole archive: only what could be read is shown.',

  close: 'Close archive',
  back: 'All consultations',
  madeAt: (time, app) => `Made ${time}, version ${app}`,
  whole: 'whole and unchanged',
  consultations: 'Consultations',
  search: 'Search titles, patients, tags',
  none: 'This archive holds no consultations.',
  noMatch: 'No consultation has these words.',
  pick: 'Choose a consultation.',
  showMore: (count) => `Show ${count} more`,
  untitled: 'Untitled consultation',
  countOf: (count) => (count === 1 ? '1 consultation' : `${count} consultations`),

  patient: 'Patient',
  begun: 'Begun',
  changed: 'Last changed',
  tags: 'Tags',
  factLanguage: 'en',
  noTurns: 'Nothing was asked in this consultation.',
  question: 'Doctor',
  answer: 'Model',
  draft: 'AI draft, not reviewed',
  reviewed: {
    accepted: 'AI draft, accepted by the doctor',
    edited: 'AI draft, edited by the doctor',
    rejected: 'AI draft, rejected by the doctor',
  },
  doctorsText: 'As the doctor has it',
  drafted: 'As the model drafted it',
  note: 'Note',
  versions: 'Versions',
  version: (at, count) => `${at} of ${count}`,
  previous: 'Previous version',
  next: 'Next version',
  image: 'Image',
  enlarge: (name) => `Enlarge ${name}`,
  imageMissing: (name) => `${name} is not in the archive.`,
  states: {
    growing: 'The answer was interrupted before it was finished.',
    stopped: 'The answer was stopped here.',
    failed: 'The answer failed.',
  },
  finishes: {
    length: 'The answer reached its greatest length here.',
    'context-full': 'The model could read no more here.',
  },
  demonstration: 'A demonstration: no medical advice.',
  blind: 'This model does not understand images; what it says of them means nothing.',
  howMade: 'How this answer was made',
  comparisons: 'Comparisons of answers',
  comparedAnswers: (first, second) => `Answer ${first} with answer ${second}`,
  axes: {
    proactiveness: 'Proactiveness',
    accuracy: 'Accuracy',
    usefulness: 'Usefulness',
    languageQuality: 'Language',
  },
  better: {
    first: 'the first is better',
    tie: 'equal',
    second: 'the second is better',
  },
};
