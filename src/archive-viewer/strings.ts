/** @file What the page has to say; `strings-en.ts` and `strings-zh.ts` say it. */
import type { Axis, Better } from '../clinic/comparison.ts';
import type { Finish, MessageState } from '../clinic/conversation.ts';
import type { Review } from '../clinic/review.ts';
import type { ArchiveFault } from '../store/archive/archive-faults.ts';

/** What can go wrong here. */
export type Problem =
  | ArchiveFault
  | 'passphrase'
  | 'no-cryptography'
  | 'out-of-memory'
  | 'unknown';

export interface ViewerStrings {
  /** BCP 47. */
  readonly tag: string;
  readonly otherLanguage: string;
  readonly title: string;
  readonly research: string;

  readonly intro: string;
  readonly file: string;
  readonly choose: string;
  readonly chooseAnother: string;
  readonly orDrop: string;
  readonly passphrase: string;
  readonly passphraseHint: string;
  readonly open: string;
  readonly opening: string;
  readonly reading: (percent: number) => string;
  readonly closedByItself: string;
  readonly problems: Readonly<Record<Problem, string>>;
  readonly showReadable: (count: number) => string;
  readonly incomplete: string;

  readonly close: string;
  readonly back: string;
  readonly madeAt: (time: string, app: string) => string;
  readonly whole: string;
  readonly consultations: string;
  readonly search: string;
  readonly none: string;
  readonly noMatch: string;
  readonly pick: string;
  readonly showMore: (count: number) => string;
  readonly untitled: string;
  readonly countOf: (count: number) => string;

  readonly patient: string;
  readonly begun: string;
  readonly changed: string;
  readonly tags: string;
  /** Of the facts of a case. */
  readonly factLanguage: 'en' | 'zh';
  readonly noTurns: string;
  readonly question: string;
  readonly answer: string;
  readonly draft: string;
  readonly reviewed: Readonly<Record<Review['verdict'], string>>;
  readonly doctorsText: string;
  readonly drafted: string;
  readonly note: string;
  readonly versions: string;
  readonly version: (at: number, count: number) => string;
  readonly previous: string;
  readonly next: string;
  readonly image: string;
  readonly enlarge: (name: string) => string;
  readonly imageMissing: (name: string) => string;
  readonly states: Readonly<Record<Exclude<MessageState, 'complete'>, string>>;
  readonly finishes: Readonly<Partial<Record<Finish, string>>>;
  readonly blind: string;
  readonly demonstration: string;
  readonly howMade: string;
  readonly comparisons: string;
  readonly comparedAnswers: (first: number, second: number) => string;
  readonly axes: Readonly<Record<Axis, string>>;
  readonly better: Readonly<Record<Better, string>>;
}
