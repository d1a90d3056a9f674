/** @file What can be written into the app's database before a test begins. */

export interface WrittenImage {
  readonly name: string;
  readonly caption?: string;
  /** Shown on it. */
  readonly number: number;
}

export interface WrittenTurn {
  readonly role: 'user' | 'assistant';
  readonly text: string;
  readonly images?: readonly WrittenImage[] | undefined;
  /** For an answer: the name of what it was made by. */
  readonly checkpoint?: string;
}

export interface WrittenConsultation {
  readonly id: string;
  readonly title: string;
  readonly tags?: readonly string[];
  readonly patient?: string;
  readonly turns: readonly WrittenTurn[];
}

/** What the page has on `window`. */
export interface Writer {
  write(consultations: readonly WrittenConsultation[]): Promise<void>;
}

declare global {
  interface Window {
    readonly writer: Writer;
  }
}
