/**
 * @file The statement of intended use, in English. When it says something else,
 * `INTENDED_USE_VERSION` goes up and it is accepted anew.
 */
export const aboutEn = {
  title: 'Intended use',
  open: 'Intended use',
  changed: 'This statement has changed since you accepted it. Please read it again.',
  accepted: (version: string, time: string) => `Version ${version}, accepted ${time}.`,
  version: (version: string) => `Version ${version}.`,
  accept: 'I have read this and accept it',
  later: 'Not now',
  needed: 'Before the first question, please read what this is for and accept it.',
  read: 'Read it',
  sections: [
    {
      title: 'Who it is for',
      lines: [
        'Physicians and researchers who try out and judge a medical language model. Not for patients, and not for anybody without medical training.',
      ],
    },
    {
      title: 'What it is for',
      lines: [
        'Research and evaluation: a vision-language model runs on this device and writes drafts about a case, and a doctor reads and judges them.',
      ],
    },
    {
      title: 'What it is not',
      lines: [
        'It is not a medical device. No authority has approved it.',
        'It is not for emergencies. In an emergency, act as you always do and do not wait for an answer.',
        'It is not for prescribing. Doses, orders and prescriptions are not to be taken from it.',
        'It does not replace a look at the patient, the images or the sources.',
      ],
    },
    {
      title: 'What to expect of the answers',
      lines: [
        'The demonstration checkpoint, Clinic-Mini, knows nothing of medicine: it is a small language model trained on a synthetic clinic. It asks and concludes as a doctor would, and is often wrong. Real patients and real images are unknown to it.',
        'Other checkpoints are wrong too, and sound certain when they are. No answer names sources that somebody checked.',
        'The red flags above the composer are fixed rules. They are incomplete, and no clinician has reviewed them yet. That none appears means nothing.',
      ],
    },
    {
      title: 'A doctor decides',
      lines: [
        'Every answer is an unreviewed draft until a doctor says otherwise, and it is marked so wherever it goes. Whoever uses it checks its basis and is responsible for what is done.',
        'Everything stays on this device. Whether you may enter a patient’s data here is for you to know.',
      ],
    },
  ],
};

export type AboutStrings = typeof aboutEn;
