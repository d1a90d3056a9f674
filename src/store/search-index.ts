/**
 * @file The texts of all consultations in memory, and finding words in them.
 *
 * A consultation is found when each word of the query stands somewhere in it: in
 * title, patient, tags, facts of the case, or a turn of any branch. A word is found inside of words
 * too, so Chinese needs no cutting into words, and nothing is missed that was cut
 * otherwise.
 *
 * Every text is scanned. For 10,000 consultations of six turns of 300 letters,
 * half English and half Chinese, that took 0.2–8 ms a query (median of 9; two
 * cores, Node 20) over 27 MB of folded text, made in 0.7 s; with the texts as they
 * were written the index holds 65 MB. MiniSearch 7.2 with
 * Intl.Segmenter needed 17 s and 190 MB for the same, took up to 92 ms, and did
 * not find what begins inside of a word.
 */
import { breathe } from '../base/breathe.ts';
import { foldedWords, foldText } from './folded-text.ts';
import { type Marked, markAll, snippetOf } from './marked-text.ts';

/** Of a consultation, what its header says. */
export interface SearchedHeader {
  readonly id: string;
  readonly title: string;
  readonly tags: readonly string[];
  readonly patientName?: string;
  /** What was noted of the case. */
  readonly noted?: string;
  readonly isArchived?: boolean;
  readonly updatedMs: number;
}

/** Words of a turn, and names and captions of its images. */
export interface SearchedTurn {
  readonly id: string;
  readonly text: string;
}

/** A line of the results. */
export interface SearchHit {
  readonly conversationId: string;
  /** The turn; none where only title, patient or tags have the words. */
  readonly messageId?: string;
  readonly updatedMs: number;
  readonly title: Marked;
  readonly patient?: Marked;
  readonly isArchived?: boolean;
  /** Those that have one of the words. */
  readonly tags: readonly Marked[];
  readonly snippet?: Marked;
}

export interface SearchFound {
  readonly hits: readonly SearchHit[];
  /** All consultations that have the words, also those beyond `hits`. */
  readonly consultations: number;
}

export const MOST_HITS = 50;
/** Of one consultation. */
const MOST_TURNS = 3;
/** The page moves in between. */
const SLICE_MS = 5;
/** A look at the clock costs as much as a short text. */
const TEXTS_A_LOOK = 64;

interface Entry {
  readonly header: SearchedHeader;
  readonly foldedHeader: string;
  readonly turns: readonly SearchedTurn[];
  /** Of all turns, a line each: no word reaches from one into the next. */
  readonly folded: string;
}

interface Match {
  readonly entry: Entry;
  /** How many of the words the header has. */
  readonly inHeader: number;
}

export class SearchIndex {
  readonly #entries = new Map<string, Entry>();
  /** Newest first; undefined after a change. */
  #sorted: readonly Entry[] | undefined;

  ids(): readonly string[] {
    return [...this.#entries.keys()];
  }

  has(id: string): boolean {
    return this.#entries.has(id);
  }

  /** Adds a consultation, or puts it in the place of its earlier self. */
  put(header: SearchedHeader, turns: readonly SearchedTurn[]): void {
    const folded = turns.map(({ text }) => oneLine(foldText(text))).join('\n');
    const foldedHeader = foldHeader(header);
    this.#entries.set(header.id, { header, foldedHeader, turns, folded });
    this.#sorted = undefined;
  }

  remove(id: string): void {
    this.#entries.delete(id);
    this.#sorted = undefined;
  }

  /**
   * Consultations with all words of `query`: first those that have them in title,
   * patient or tags, then the newest.
   *
   * @param isWanted - false once nobody waits for the result; what is there is given
   */
  async find(
    query: string,
    isWanted: () => boolean = () => true,
  ): Promise<SearchFound> {
    const words = foldedWords(query);
    if (words.length === 0) return { hits: [], consultations: 0 };
    const matches = await this.#matches(words, isWanted);
    const ranked = matches.toSorted((a, b) => b.inHeader - a.inHeader); // stable: newest first
    const hits: SearchHit[] = [];
    for (const { entry } of ranked) {
      if (hits.length >= MOST_HITS) break;
      hits.push(...hitsIn(entry, words));
    }
    return { hits: hits.slice(0, MOST_HITS), consultations: matches.length };
  }

  async #matches(
    words: readonly string[],
    isWanted: () => boolean,
  ): Promise<readonly Match[]> {
    const matches: Match[] = [];
    let endMs = performance.now() + SLICE_MS;
    for (const [at, entry] of this.#newestFirst().entries()) {
      if (at % TEXTS_A_LOOK === 0 && performance.now() > endMs) {
        await breathe();
        if (!isWanted()) return matches;
        endMs = performance.now() + SLICE_MS;
      }
      const elsewhere = words.filter((word) => !entry.foldedHeader.includes(word));
      if (elsewhere.every((word) => entry.folded.includes(word))) {
        matches.push({ entry, inHeader: words.length - elsewhere.length });
      }
    }
    return matches;
  }

  #newestFirst(): readonly Entry[] {
    this.#sorted ??= [...this.#entries.values()].toSorted(
      (a, b) => b.header.updatedMs - a.header.updatedMs,
    );
    return this.#sorted;
  }
}

function foldHeader(header: SearchedHeader): string {
  const { title, patientName = '', tags, noted = '' } = header;
  return [title, patientName, ...tags, noted]
    .map((part) => oneLine(foldText(part)))
    .join('\n');
}

/** The same letters in the same places. */
function oneLine(text: string): string {
  return text.replaceAll('\n', ' ');
}

/** The turns that have the most of the words; the header alone when no turn has one. */
function hitsIn(
  { header, turns, folded }: Entry,
  words: readonly string[],
): SearchHit[] {
  const { id: conversationId, title, patientName, tags, updatedMs } = header;
  const { noted = '', isArchived } = header;
  const foldedNoted = oneLine(foldText(noted));
  const isInNoted = words.some((word) => foldedNoted.includes(word));
  const patient = patientName === undefined ? undefined : markAll(patientName, words);
  const hit: SearchHit = {
    conversationId,
    updatedMs,
    title: markAll(title, words),
    ...(patient !== undefined && { patient }),
    ...(isArchived === true && { isArchived }),
    ...(isInNoted && { snippet: snippetOf(noted, words) }),
    tags: tags
      .map((tag) => markAll(tag, words))
      .filter(({ ranges }) => ranges.length > 0),
  };
  const lines = folded.split('\n');
  const counts = lines.map(
    (line) => words.filter((word) => line.includes(word)).length,
  );
  const most = Math.max(...counts);
  if (most === 0 || turns.length === 0) return [hit];
  return turns
    .filter((_turn, at) => counts[at] === most)
    .slice(0, MOST_TURNS)
    .map(({ id: messageId, text }) => ({
      ...hit,
      messageId,
      snippet: snippetOf(text, words),
    }));
}
