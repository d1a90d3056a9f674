/** @file What the page says about the space and the state of the records, in English. */
import { some } from './plural-en.ts';

export const healthEn = {
  title: 'Storage and health',
  text: 'What this browser keeps for the page, whether it is whole, and erasing it.',
  used: 'Space used',
  usedOf: (used: string, quota: string) => `${used} of ${quota} that this site may use`,
  unknown: 'The browser does not say.',
  kept: 'Kept for good',
  persistent: 'Yes: the browser promised not to remove it by itself.',
  notPersistent:
    'Not promised. When the disk fills, the browser may remove everything that this page keeps.',
  askToKeep: 'Ask the browser to keep it',
  refused:
    'The browser did not promise it. Installing the page as an app, or bookmarking it, often changes its mind; backups protect you in any case.',
  safari:
    'Safari removes what a site keeps when you have not opened it for seven days of use, unless it is on the Home Screen or in the Dock. Make backups.',
  records: 'Records',
  counts: (consultations: string, images: string) =>
    `${some(consultations, 'consultation')}, ${some(images, 'image')}`,
  secondCopy: 'Second copy',
  secondCopyIs: {
    whole:
      'Everything is kept twice, in separate files, so that a file the browser cannot read costs nothing.',
    growing: 'Is being made now; until then everything is kept once.',
    behind:
      'Could not follow, probably for want of space; it is made anew when the page starts again. Until then everything is kept once.',
    none: 'This browser has no separate place for one. Make backups.',
  },
  secondCopyTakes: (bytes: string) => `It takes ${bytes}.`,
  broughtBack: (time: string, records: string) =>
    `${time}: the browser could not read its database, and ${some(records, 'record')} came back from the second copy.`,
  backup: 'Last backup',
  noBackup: 'None was made yet on this device.',
  check: 'Last check',
  noCheck: 'Not checked yet.',
  checkedWell: (time: string) => `${time}: everything was whole.`,
  checkedBadly: (time: string, faults: string) => `${time}: ${faults} damaged places.`,
  checkNow: 'Check everything now',
  checking: 'Checking',
  checkingText: (done: string, total: string) => `${done} of ${total} consultations`,
  cancel: 'Stop the check',
  whole: (consultations: string, turns: string, images: string) =>
    `Everything is whole: ${some(consultations, 'consultation')}, ${some(turns, 'turn')} and ${some(images, 'image')} were opened and compared.`,
  damaged:
    'Some records are damaged. They were left as they are, and the others are not affected. If you have a backup, restore it: it brings whole records back.',
  faultOf: (what: string, title: string) => `${what} in “${title}”`,
  fault: {
    consultation: 'A consultation that cannot be opened',
    turn: 'A damaged turn',
    'image-damaged': 'A damaged image',
    'image-missing': 'A missing image',
    'parent-missing': 'A turn whose question is missing',
    review: 'A damaged review',
    comparison: 'A damaged comparison',
    patient: 'A patient that cannot be opened',
    draft: 'A draft that cannot be opened',
    certificate: 'A certificate that cannot be opened',
    'left-over': 'Turns or images whose consultation is missing',
    audit: 'The record of use was changed; see Security',
  },
  certificates: 'Certificates of what was erased',
  certificate: (time: string, what: string) => `${time}: ${what}`,
  erasedConsultation: 'a consultation',
  erasedPatient: (count: string) => `a patient with ${count} consultations`,
  saveCertificate: 'Save',
  saveCertificateOf: (what: string) => `Save the certificate of ${what}`,
  erase: 'Erase everything',
  eraseWhy:
    'The keys are destroyed first, then all consultations, images, drafts, patients, settings and the record of use are removed from this browser. This cannot be undone. Backups and exports stay where you put them, and the weights of checkpoints stay here: they hold nothing of a consultation.',
  eraseWord: 'ERASE',
  eraseType: (word: string) => `Type ${word} to confirm`,
  erasing: 'Erasing…',
  erased: 'Everything is erased',
  erasedText:
    'The keys of all consultations are destroyed and nothing of them can be read any more. Save the certificate now if you need one: it is not kept.',
  saveErased: 'Save the certificate',
  beginAnew: 'Begin anew',
};

export type HealthStrings = typeof healthEn;
