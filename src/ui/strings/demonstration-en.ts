/** @file What the page says of demonstration cases, in English. */
export const demonstrationEn = {
  cases: 'Demonstration cases',
  casesWhy:
    'Patients made by code, who answer your model’s questions. No real person is among them.',
  keepsDraft: 'Send or clear what you have written first.',
  patient: 'Synthetic patient',
  patientWhy: 'Made by code; no real person.',
  hear: 'Let the patient answer',
  leave: 'Not about this patient',
  reveal: 'Show what is true',
  truth: 'What is true of this patient',
  truthWhy:
    'Made by code before the first word. The model is told none of it. The clinic is synthetic: this is no medical knowledge to act on.',
  diagnosis: 'Diagnosis',
  urgency: 'Urgency',
  named: 'Named by the model',
  namedNothing: 'no diagnosis yet',
  right: 'right',
  wrong: 'wrong',
  images: 'What the images show',
  redFlags: 'Signs of danger that the patient has',
  noRedFlags: 'none',
  needed: 'To be found out',
  askedOf: (asked: string, all: string) => `${asked} of ${all} asked for`,
  how: { told: 'told unasked', asked: 'asked for', missed: 'not asked for' },
  has: { yes: 'yes', no: 'no', unsure: 'cannot tell' },
};

export type DemonstrationStrings = typeof demonstrationEn;
