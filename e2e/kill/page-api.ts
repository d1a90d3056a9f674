/** @file What the test page and the test that drives it say to each other. */

/** Where the page asks to be killed. */
export const KILL_PATH = '/kill';

/** The n-th request that writes, or the n-th end of a transaction that wrote. */
export interface KillPoint {
  readonly event: 'write' | 'commit';
  readonly n: number;
}

/** A turn, as much of it as must survive. */
export interface Turn {
  readonly id: string;
  readonly parentId: string | null;
  readonly role: 'user' | 'assistant';
  readonly text: string;
  readonly state: 'complete' | 'growing' | 'stopped' | 'failed';
  /** SHA-256 of each attached image, as the turn names it. */
  readonly images: readonly string[];
}

export interface Description {
  readonly title: string;
  /** Empty for none. */
  readonly patientName: string;
  readonly tags: readonly string[];
}

export interface Consultation extends Description {
  readonly id: string;
  /** The last turn of the branch on screen. */
  readonly leafId: string | undefined;
  /** Of all branches, in the order in which they were written. */
  readonly turns: readonly Turn[];
}

/** What a person did, and what the engine answers to it. */
export type Operation =
  | {
      readonly kind: 'send';
      /** A new consultation when absent. */
      readonly into?: string;
      readonly text: string;
      readonly images: readonly DrawnImage[];
      readonly answer: ScriptedAnswer;
    }
  | {
      readonly kind: 'edit';
      readonly into: string;
      readonly turnId: string;
      readonly text: string;
      readonly answer: ScriptedAnswer;
    }
  | {
      readonly kind: 'regenerate';
      readonly into: string;
      readonly answer: ScriptedAnswer;
    }
  | {
      readonly kind: 'describe';
      readonly into: string;
      readonly description: Description;
    }
  | { readonly kind: 'show-branch'; readonly into: string; readonly turnId: string }
  | { readonly kind: 'erase'; readonly into: string }
  | { readonly kind: 'erase-patient'; readonly patientName: string }
  | { readonly kind: 'erase-everything' }
  /** Sets, changes or removes the passphrase. */
  | { readonly kind: 'protect'; readonly from?: string; readonly to?: string }
  /** Into a file of the page's own; with this passphrase where the profile has none. */
  | { readonly kind: 'back-up'; readonly passphrase: string }
  | { readonly kind: 'lock'; readonly draft: string }
  /** Types a draft, word by word. */
  | { readonly kind: 'type'; readonly draft: string; readonly wordMs: number };

/** Noise, so that it takes its full size on disk. */
export interface DrawnImage {
  readonly seed: number;
  readonly sizePx: number;
}

export interface ScriptedAnswer {
  readonly text: string;
  readonly wordMs: number;
  /** Stopped by the person then. */
  readonly stopAfterMs?: number;
}

/** What is on screen, told at every change of it. */
export interface Told {
  /** By the clock of this machine. */
  readonly atMs: number;
  /** Undefined until the page has started, and while it is locked. */
  readonly listed: readonly (Description & { readonly id: string })[] | undefined;
  readonly shown: Consultation | undefined;
  /** The answer that is being made. */
  readonly growingId: string | undefined;
  /** The texts of all drafts. */
  readonly typed: readonly string[];
  readonly isLocked: boolean;
  readonly problems: readonly string[];
}

/** Everything that is kept, as the app reads it. */
export interface Inventory {
  readonly consultations: readonly Consultation[];
  /** What was typed and not sent. */
  readonly drafts: readonly string[];
  readonly auditEntries: number;
  /** Why the browser threw databases away at this start, as it says. */
  readonly losses: readonly string[];
  /** What is wrong, whoever noticed it. */
  readonly complaints: readonly string[];
}

/** A profile as the first generation of the app left it. */
export interface OldProfile {
  readonly seed: number;
  /** None of it, a part or all: what later versions of that generation sealed. */
  readonly sealedShare: number;
  readonly consultations: number;
}

export interface KillPage {
  /** Opens what is kept, with the first of `passphrases` that opens it; gives that one's place, −1 when none was asked for. */
  start(passphrases: readonly string[]): Promise<number>;
  /** Everything up to the moment at which `perform` begins. */
  prepare(operation: Operation): Promise<void>;
  perform(operation: Operation): Promise<void>;
  /** From here on asks to be killed when it comes there. */
  killAt(point: KillPoint): void;
  inventory(): Promise<Inventory>;
  /** Gives what must be there after every later version of the app has had it. */
  writeOldProfile(profile: OldProfile): Promise<readonly Consultation[]>;
  /** Closes the app and deletes its databases. */
  erase(): Promise<void>;
}

declare global {
  interface Window {
    killPage: KillPage;
    /** The driver's ear. */
    tellDriver?: (told: Told) => Promise<void>;
  }
}
