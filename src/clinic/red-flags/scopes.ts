/**
 * @file Which doubts reach which places: two walks over the hits of a text, one
 * for the cues that reach forward and one for those that reach back.
 */
import { must } from '../../base/assert.ts';
import type { Cue, Doubt, Reach } from './cues.ts';
import { isDigit, isLetter } from './normalize.ts';
import type { Hit } from './phrase-automaton.ts';
import { type Border, borderAt } from './places.ts';
import type { Use } from './vocabulary.ts';

/** What stands between two commas. */
interface Part {
  readonly start: number;
  end: number;
  /** True when an item of a list could look like this. */
  isShort: boolean;
  hasOr: boolean;
  hasFresh: boolean;
  /** True when short parts follow up to one that closes the list. */
  isOfClosedList: boolean;
  endsSentence: boolean;
}

interface Scope {
  readonly doubt: Doubt;
  readonly reach: Reach;
  readonly start: number;
  readonly end: number;
}

type TextHit = Hit<Use>;

const MAX_WORDS_OF_ITEM = 7;

/**
 * The doubts about each hit, by its index, and how many steps that took.
 *
 * @param hits - in the order of their starts
 */
export function doubtsAbout(
  text: string,
  hits: readonly TextHit[],
): { readonly doubts: readonly ReadonlySet<Doubt>[]; readonly steps: number } {
  const borders = bordersOf(text, hits);
  const parts = partsOf(text, hits, borders);
  const doubts = hits.map(() => new Set<Doubt>());
  const steps =
    walkForward(hits, borders, parts, doubts, text) +
    walkBack(hits, borders, parts, doubts);
  return { doubts, steps: steps + borders.length + parts.length };
}

function bordersOf(text: string, hits: readonly TextHit[]): readonly Place[] {
  const inside = new Uint8Array(text.length);
  for (const { start, end, use } of hits) {
    if (use.kind === 'cue' && use.cue.kind === 'doubt-before') {
      inside.fill(1, start, end);
    }
  }
  const borders: Place[] = [];
  for (let at = 0; at < text.length; at++) {
    const border = inside[at] === 1 ? undefined : borderAt(text, at);
    if (border !== undefined) borders.push({ at, border });
  }
  return borders;
}

interface Place {
  readonly at: number;
  readonly border: Border;
}

function partsOf(
  text: string,
  hits: readonly TextHit[],
  borders: readonly Place[],
): readonly Part[] {
  const parts: Part[] = [];
  let start = 0;
  const close = (end: number, endsSentence: boolean) => {
    const isShort = countWords(text, start, end) <= MAX_WORDS_OF_ITEM;
    const flags = { hasOr: false, hasFresh: false, isOfClosedList: false };
    parts.push({ start, end, isShort, endsSentence, ...flags });
    start = end + 1;
  };
  for (const { at, border } of borders) {
    if (border === 'comma' || border === 'sentence') close(at, border === 'sentence');
  }
  close(text.length, true);
  markCues(parts, hits);
  for (const [index, part] of [...parts.entries()].toReversed()) {
    const next = part.endsSentence ? undefined : parts[index + 1];
    part.isOfClosedList = part.isShort && (part.hasOr || next?.isOfClosedList === true);
  }
  return parts;
}

function markCues(parts: readonly Part[], hits: readonly TextHit[]): void {
  let index = 0;
  for (const { start, use } of hits) {
    if (use.kind !== 'cue') continue;
    while (must(parts[index], 'the last part ends with the text').end < start) index++;
    const part = must(parts[index], 'the last part ends with the text');
    if (use.cue.kind === 'or') part.hasOr = true;
    if (use.cue.kind === 'fresh') {
      part.hasFresh = true;
      part.isShort = false;
    }
  }
}

/** Words of letters, and half the Chinese characters; a number makes it long. */
function countWords(text: string, start: number, end: number): number {
  let words = 0;
  let isInWord = false;
  for (let at = start; at < end; at++) {
    const unit = text.charAt(at);
    if (isDigit(unit)) words += MAX_WORDS_OF_ITEM + 1;
    else if (unit > '\u2E80') words += 0.5;
    else if (isLetter(unit) && !isInWord) words++;
    isInWord = isLetter(unit) || unit === "'";
  }
  return words;
}

function walkForward(
  hits: readonly TextHit[],
  borders: readonly Place[],
  parts: readonly Part[],
  doubts: readonly Set<Doubt>[],
  text: string,
): number {
  let steps = 0;
  let scopes: readonly Scope[] = [];
  let border = 0;
  let part = 0;
  let openedAt = -1;
  for (const [index, { start, end, use }] of hits.entries()) {
    for (; (borders[border]?.at ?? Infinity) < start; border++) {
      const place = must(borders[border], 'the loop asked for it');
      steps += scopes.length + 1;
      if (text.charAt(place.at) === '(') openedAt = place.at;
      if (place.border === 'comma' || place.border === 'sentence') part++;
      scopes = scopes.filter(goesOn(place, parts[part], openedAt));
    }
    steps += scopes.length + 1;
    const here = must(parts[part], 'the last part ends with the text');
    for (const { doubt, end: from } of scopes) {
      const isOver = doubt === 'past' && here.hasFresh;
      if (from <= start && !isOver) doubts[index]?.add(doubt);
    }
    if (use.kind !== 'cue') continue;
    const { cue } = use;
    if (cue.kind === 'turn') scopes = scopes.filter(isJustBefore(start, text));
    if (cue.kind === 'doubt') scopes = withScope(scopes, cue, start, end);
  }
  return steps;
}

/** One scope of a kind is enough: the last reaches furthest. So there are never more than 25. */
function withScope(
  scopes: readonly Scope[],
  { doubt, reach }: Extract<Cue, { kind: 'doubt' | 'doubt-before' }>,
  start: number,
  end: number,
): readonly Scope[] {
  const others = scopes.filter(
    (scope) => scope.doubt !== doubt || scope.reach !== reach,
  );
  return [...others, { doubt, reach, start, end }];
}

function goesOn({ border }: Place, next: Part | undefined, openedAt: number) {
  return ({ reach, start }: Scope): boolean => {
    switch (border) {
      case 'sentence':
        return false;
      case 'close':
        return reach !== 'item' && start < openedAt;
      case 'item':
        return reach !== 'item';
      case 'comma':
        if (reach === 'list') return next?.isShort === true;
        if (reach === 'closed-list') return next?.isOfClosedList === true;
        return reach === 'sentence';
    }
  };
}

/** "no sudden pain": a turn that follows a cue at once belongs to what the cue is about. */
function isJustBefore(turn: number, text: string) {
  return ({ end, doubt }: Scope): boolean => {
    const isNext = turn <= end || (turn === end + 1 && text.charAt(end) === ' ');
    return isNext || doubt === 'general';
  };
}

function walkBack(
  hits: readonly TextHit[],
  borders: readonly Place[],
  parts: readonly Part[],
  doubts: readonly Set<Doubt>[],
): number {
  let steps = 0;
  let scopes: readonly Scope[] = [];
  let border = borders.length - 1;
  let part = parts.length - 1;
  for (const [index, { start, end, use }] of [...hits.entries()].toReversed()) {
    for (; (borders[border]?.at ?? -1) >= start; border--) {
      const place = must(borders[border], 'the loop asked for it');
      steps += scopes.length + 1;
      if (place.border === 'comma' || place.border === 'sentence') part--;
      scopes = scopes.filter(
        ({ reach }) =>
          place.border !== 'sentence' &&
          (reach === 'sentence' || (reach === 'clause' && place.border !== 'comma')),
      );
    }
    steps += scopes.length + 1;
    const here = must(parts[part], 'the first part begins with the text');
    for (const { doubt, start: to } of scopes) {
      const isOver = doubt === 'past' && here.hasFresh;
      if (end <= to && !isOver) doubts[index]?.add(doubt);
    }
    if (use.kind !== 'cue') continue;
    if (use.cue.kind === 'turn') {
      scopes = scopes.filter(({ doubt }) => doubt === 'general');
    }
    if (use.cue.kind === 'doubt-before') {
      scopes = withScope(scopes, use.cue, start, end);
    }
  }
  return steps;
}
