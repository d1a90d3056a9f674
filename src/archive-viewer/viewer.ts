/** @file The page: which screen is shown, in which language. */
import { stretchHere } from '../store/argon2.ts';
import { type OpenArchive, openArchive } from '../store/archive/read-archive.ts';
import { type ArchiveIndex, indexArchive } from './archive-index.ts';
import { type Choice, chooseScreen, openingScreen } from './choose-screen.ts';
import { button, element } from './element.ts';
import { watchIdle } from './idle-timer.ts';
import { type Language, preferredLanguage, STRINGS } from './language.ts';
import { problemOf } from './problem-of.ts';
import { type Reading, readingScreen, type ReadingScreen } from './reading-screen.ts';

const NOTHING_CHOSEN: Choice = {
  file: undefined,
  problem: undefined,
  isClosedByItself: false,
  readable: 0,
};

export class Viewer {
  readonly #root: HTMLElement;
  #language: Language = preferredLanguage();
  #choice: Choice = NOTHING_CHOSEN;
  /** Of a damaged archive, until somebody asks for what could be read. */
  #damaged: Reading | undefined;
  #reading: Reading | undefined;
  #shown: ReadingScreen | undefined;
  #opening: AbortController | undefined;
  #stopWatch: (() => void) | undefined;

  constructor(root: HTMLElement) {
    this.#root = root;
    addEventListener('dragover', (event) => event.preventDefault());
    addEventListener('drop', (event) => {
      event.preventDefault();
      const [file] = event.dataTransfer?.files ?? [];
      if (file !== undefined && this.#isChoosing) this.#choose(file);
    });
    if (!isSecureContext) {
      this.#choice = { ...NOTHING_CHOSEN, problem: 'no-cryptography' };
    }
    this.#show();
  }

  get #isChoosing(): boolean {
    return this.#reading === undefined && this.#opening === undefined;
  }

  #show(): void {
    const strings = STRINGS[this.#language];
    document.documentElement.lang = strings.tag;
    document.title = strings.title;
    this.#shown?.dispose();
    this.#shown = undefined;
    if (this.#reading !== undefined) {
      this.#shown = readingScreen(strings, this.#reading, () => this.#close(false));
      return this.#put(this.#shown.screen);
    }
    const screen = chooseScreen(strings, this.#choice, {
      choose: (file) => this.#choose(file),
      open: (file, typed) => void this.#open(file, typed),
      showReadable: () => this.#read(this.#damaged),
    });
    this.#put(screen);
  }

  #put(screen: HTMLElement): void {
    const { research, otherLanguage } = STRINGS[this.#language];
    const isOpening = this.#opening !== undefined;
    const turn = (): void => {
      this.#language = this.#language === 'en' ? 'zh' : 'en';
      this.#show();
    };
    const says = element('p', {}, research);
    const language = button(otherLanguage, turn, { disabled: isOpening });
    this.#root.replaceChildren(
      screen,
      element('footer', { className: 'foot' }, says, language),
    );
  }

  #choose(file: File): void {
    this.#stopWatch?.();
    this.#damaged = undefined;
    this.#choice = { ...NOTHING_CHOSEN, file };
    this.#show();
  }

  async #open(file: File, typed: string): Promise<void> {
    this.#opening = new AbortController();
    const { signal } = this.#opening;
    const { screen, show } = openingScreen(STRINGS[this.#language], file);
    this.#put(screen);
    try {
      await painted(); // stretching keeps this thread for a second
      const archive = await openArchive(file, typed, stretchHere);
      const index = await indexArchive(archive, show, signal);
      this.#opening = undefined;
      this.#opened(file, archive, index);
    } catch (error) {
      this.#opening = undefined;
      this.#choice = { ...NOTHING_CHOSEN, file, problem: problemOf(error) };
      this.#show();
    }
  }

  #opened(file: File, archive: OpenArchive, index: ArchiveIndex): void {
    const reading = { archive, index, shown: undefined };
    if (index.error === undefined) return this.#read(reading);
    this.#damaged = reading;
    this.#watch();
    const readable = index.headers.length;
    this.#choice = {
      ...NOTHING_CHOSEN,
      file,
      problem: problemOf(index.error),
      readable,
    };
    this.#show();
  }

  #read(reading: Reading | undefined): void {
    this.#reading = reading;
    this.#damaged = undefined;
    this.#watch();
    this.#show();
  }

  /** From here on something is decrypted. */
  #watch(): void {
    this.#stopWatch?.();
    this.#stopWatch = watchIdle(() => this.#close(true));
  }

  /** Drops the key and everything that was decrypted. */
  #close(isClosedByItself: boolean): void {
    this.#stopWatch?.();
    for (const dialog of document.querySelectorAll('dialog')) dialog.remove();
    this.#reading = undefined;
    this.#damaged = undefined;
    this.#choice = { ...NOTHING_CHOSEN, isClosedByItself };
    this.#show();
  }
}

async function painted(): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(resolve));
  await new Promise((resolve) => setTimeout(resolve));
}
