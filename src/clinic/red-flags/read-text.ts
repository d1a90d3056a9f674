/**
 * @file What a text says of a patient: which signs are there, which values were
 * measured, and whether that is meant as here and now.
 */
import type { Doubt } from './cues.ts';
import type { Measure, Reading } from './measure.ts';
import { age } from './measures.ts';
import { isLetter, normalize, originalSpan } from './normalize.ts';
import type { Hit, PhraseAutomaton } from './phrase-automaton.ts';
import { readAfterName, readBeforeUnit } from './read-measure.ts';
import { doubtsAbout } from './scopes.ts';
import type { Sign } from './sign.ts';
import type { SignPhrase, Use } from './vocabulary.ts';

/** A part of the text as it was typed. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Mention extends Span {
  readonly doubts: ReadonlySet<Doubt>;
}

/** What was read. Nothing in it knows of rules. */
export interface Findings {
  readonly signs: ReadonlyMap<Sign, readonly Mention[]>;
  readonly readings: ReadonlyMap<Measure, readonly (Reading & Mention)[]>;
  /** How much work it was: at most some constant times the length of the text. */
  readonly steps: number;
}

type TextHit = Hit<Use>;

const BORDERS = ',.;!?。、)\n';

export function readText(original: string, vocabulary: PhraseAutomaton<Use>): Findings {
  const normalized = normalize(original);
  const { text } = normalized;
  const found = vocabulary.find(text);
  const ended = found.hits.filter((hit) => hasItsEnd(text, hit));
  const ordered = byStart(ended, text.length);
  const hits = withoutCovered(ordered.filter(isMeant(ordered)));
  const { doubts, steps: walked } = doubtsAbout(text, hits);
  const readings = hits.flatMap(({ start, end, use }, index) =>
    readingsAt(text, start, end, use).map((reading) => ({
      reading,
      doubts: withoutFarAbsence(doubts[index], index, hits),
    })),
  );
  const isAboutSomebody =
    readings.some(({ reading }) => reading.measure === age) ||
    hits.some(({ use }) => use.kind === 'cue' && use.cue.kind === 'person');

  const meant = (of: ReadonlySet<Doubt>): ReadonlySet<Doubt> =>
    isAboutSomebody ? without(of, 'general') : of;
  const signs = new Map<Sign, Mention[]>();
  for (const { sign, start, end, doubts: of } of signsOf(text, hits, doubts)) {
    const span = originalSpan(normalized, start, wordEnd(text, end));
    const mention = { ...span, doubts: meant(of) };
    push(signs, sign, mention);
  }
  const values = new Map<Measure, (Reading & Mention)[]>();
  for (const { reading, doubts: of } of readings) {
    const span = originalSpan(normalized, reading.start, reading.end);
    push(values, reading.measure, { ...reading, ...span, doubts: meant(of) });
  }
  const steps =
    original.length + text.length + found.steps + found.hits.length + walked;
  return { signs, readings: values, steps };
}

/** ": no" says something of what is before only when nothing else follows it. */
function hasItsEnd(text: string, { end, use }: TextHit): boolean {
  if (use.kind !== 'cue' || !':?-='.includes(use.words.charAt(0))) return true;
  const at = text.charAt(end) === ' ' ? end + 1 : end;
  return at >= text.length || BORDERS.includes(text.charAt(at));
}

/** Hits come ordered by end; put into order by start, longer ones first, without comparing. */
function byStart(hits: readonly TextHit[], length: number): readonly TextHit[] {
  const starting: (TextHit[] | undefined)[] = Array.from({ length: length + 1 });
  for (const hit of hits) (starting[hit.start] ??= []).push(hit);
  return starting.flatMap((list) => list?.toReversed() ?? []);
}

/**
 * False for the "无呼吸" of "无呼吸困难": a sign that begins with a negation, when
 * what is negated goes on beyond it.
 */
function isMeant(ordered: readonly TextHit[]) {
  const cueEnds = new Map<number, number>();
  const lastEnds = new Map<number, number>();
  for (const { start, end, use } of ordered) {
    const isNothing = use.kind === 'cue' && use.cue.kind === 'nothing';
    if (use.kind === 'sign' || isNothing) {
      lastEnds.set(start, Math.max(lastEnds.get(start) ?? 0, end));
    }
    if (use.kind === 'cue' && use.cue.kind === 'doubt' && use.cue.doubt === 'absent') {
      cueEnds.set(start, end);
    }
  }
  return ({ start, end, use }: TextHit): boolean => {
    const cueEnd = cueEnds.get(start);
    if (use.kind !== 'sign' || cueEnd === undefined || cueEnd >= end) return true;
    const after = [cueEnd, cueEnd + 1].map((at) => lastEnds.get(at) ?? 0);
    return Math.max(...after) <= end;
  };
}

/**
 * Without what is only a part of something longer: the "no" of "no relief" and
 * of "no pulse", the pain of "chest pain clinic".
 */
function withoutCovered(hits: readonly TextHit[]): readonly TextHit[] {
  let nothing: Reach = { start: -1, end: -1 };
  let any: Reach = { start: -1, end: -1 };
  return hits.filter(({ start, end, use }) => {
    const isNothing = use.kind === 'cue' && use.cue.kind === 'nothing';
    const isFlag =
      use.kind === 'cue' && ['fresh', 'or', 'person'].includes(use.cue.kind);
    const cover = use.kind === 'cue' && !isFlag ? any : nothing;
    const isCovered =
      end <= cover.end && end - start < cover.end - cover.start && start >= cover.start;
    if (isNothing && end > nothing.end) nothing = { start, end };
    const canCover = use.kind === 'sign' || (use.kind === 'cue' && !isFlag);
    if (canCover && end > any.end) any = { start, end };
    return !isCovered;
  });
}

interface Reach {
  readonly start: number;
  readonly end: number;
}

function readingsAt(
  text: string,
  start: number,
  end: number,
  use: Use,
): readonly Reading[] {
  if (use.kind === 'measure') return readAfterName(text, use.measure, start, end);
  if (use.kind === 'unit') return readBeforeUnit(text, use.measure, start, end);
  return [];
}

/** "No cough, SpO2 85 %": a value is only denied by a word right before it. */
function withoutFarAbsence(
  doubts: ReadonlySet<Doubt> | undefined,
  index: number,
  hits: readonly TextHit[],
): ReadonlySet<Doubt> {
  const of = doubts ?? new Set();
  const here = hits[index]?.start ?? 0;
  const last = hits
    .slice(Math.max(0, index - 4), index)
    .findLast(({ end }) => end <= here);
  const isDenied =
    last?.use.kind === 'cue' && last.use.cue.kind === 'doubt' && here - last.end <= 1;
  return isDenied ? of : without(of, 'absent');
}

/** "sweat*" shows the whole of "sweating". */
function wordEnd(text: string, end: number): number {
  let at = end;
  if (isLetter(text.charAt(at - 1))) while (isLetter(text.charAt(at))) at++;
  return at;
}

interface FoundSign {
  readonly sign: Sign;
  readonly start: number;
  readonly end: number;
  readonly doubts: ReadonlySet<Doubt>;
}

function signsOf(
  text: string,
  hits: readonly TextHit[],
  doubts: readonly ReadonlySet<Doubt>[],
): readonly FoundSign[] {
  const begun = new Map<SignPhrase, (FoundSign | undefined)[]>();
  const found: FoundSign[] = [];
  for (const [index, { start, end, use }] of hits.entries()) {
    if (use.kind !== 'sign') continue;
    const { phrase, part } = use;
    const here = { sign: phrase.sign, start, end, doubts: doubts[index] ?? new Set() };
    const states = begun.get(phrase) ?? [];
    const whole = part === 0 ? here : joined(text, states[part - 1], here, phrase);
    if (whole === undefined) continue;
    if (part === phrase.parts.length - 1) found.push(whole);
    else begun.set(phrase, Object.assign(states, { [part]: whole }));
  }
  return found;
}

/** A phrase with a gap goes on; undefined when too far away, or in another sentence. */
function joined(
  text: string,
  before: FoundSign | undefined,
  here: FoundSign,
  { maxGap }: SignPhrase,
): FoundSign | undefined {
  if (before === undefined || here.start < before.end) return undefined;
  if (here.start - before.end > maxGap) return undefined;
  if (/[.;!?。\n]/.test(text.slice(before.end, here.start))) return undefined;
  const doubts = new Set([...before.doubts, ...here.doubts]);
  return { ...here, start: before.start, doubts };
}

function without(doubts: ReadonlySet<Doubt>, less: Doubt): ReadonlySet<Doubt> {
  return doubts.has(less) ? new Set([...doubts].filter((one) => one !== less)) : doubts;
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
