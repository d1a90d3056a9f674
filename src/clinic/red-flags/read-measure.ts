/**
 * @file Reading the number that goes with the name of a measure.
 *
 * At most `WINDOW` letters around the name are looked at, so that a text costs
 * no more than its length.
 */
import { convert, type Measure, type Reading } from './measure.ts';
import { age, diastolic, gcs, MEASURES, systolic } from './measures.ts';
import { isDigit, isLetter } from './normalize.ts';
import { phrases } from './sign.ts';

const WINDOW = 48;
const MAX_BETWEEN = 5;

/** What may stand between a name and its number. Longer ones first. */
const BETWEEN =
  words(`is, was, are, were, of, at, only, just, about, around, approx, reading, level,
  levels, score, result, came back, measured, with, from, dropped from, fell from,
  down from, 从, 由, dropped to, dropping to, drops to, down to, fell to, falling to,
  to, rose to, up to, now, currently, on room air, on air, ra, low, high, elevated,
  raised, remains, has, has been, x, rate, in room air, =, :, (, ), ~, -, ↓, ↑, %, *,
  是, 为, 约, 达, 仅, 只有, 只, 降至, 降到, 升至, 升到, 升高至, 下降至, 高达, 低至, 测, 测得, 最低, 最高, 在, 到, 至, 值,
  水平, 偏低, 偏高, 下降, 升高, 低, 高, 明显, 仍, 波动于, 波动在, 大约, 提示, 结果, 持续, 未吸氧, 不吸氧, 第, 已, 了, 有, 共`);
const BELOW = words(
  '<=, <, ≤, below, less than, under, lower than, 低于, 小于, 不足, 少于, 不到',
);
const ABOVE = words(
  '>=, >, ≥, above, over, more than, greater than, higher than, 高于, 大于, 超过',
);
const TO = words('-, ~, –, to, 至, 到, ->, →, 降至, 升至');
/** Units of other things: "vitamin k 10 mg" is no potassium. */
const FOREIGN =
  words(`mg, ml, g, kg, cm, mm, mcg, iu, units, times, days, day, d, hours, hrs, h, minutes,
  mins, min, weeks, months, years, 天, 小时, 分钟, 年, 周, 个月, 毫克, 片, 粒, 支, 号, 床`);
const UNITS = new Map(
  MEASURES.map((measure) => [measure, longestFirst(Object.keys(measure.units))]),
);
/** After an age in days this makes it a duration. */
const NOT_AGE = '前来内后余间起';

interface Number_ {
  readonly value: number;
  readonly end: number;
}

/** What follows a name that ends at `nameEnd`. */
export function readAfterName(
  text: string,
  measure: Measure,
  start: number,
  nameEnd: number,
): readonly Reading[] {
  if (isDigit(text.charAt(start - 1)) || isDigitAndSpace(text, start)) return [];
  const at = skipBetween(text, nameEnd, measure === age ? [',', '、'] : []);
  const below = startOf(text, at, BELOW);
  const above = below === undefined ? startOf(text, at, ABOVE) : undefined;
  const numberAt = skipSpaces(text, at + (below ?? above ?? '').length);
  const first =
    (measure === gcs ? readEyesVoiceMotor(text, numberAt) : undefined) ??
    readNumber(text, numberAt);
  if (first === undefined) return [];
  const second = readSecond(text, first.end);
  const { end, isForeign, scale, unit } = readUnit(
    text,
    measure,
    (second ?? first).end,
  );
  if (isForeign || (measure.needsUnit === true && unit === undefined)) return [];
  if (measure === age && NOT_AGE.includes(text.charAt(end) || ' ')) return [];
  const values = [scale(first.value), ...(second ? [scale(second.value)] : [])];
  if (!values.every((value) => isPlausible(measure, value))) return [];
  const isUnder = below !== undefined || text.startsWith('以下', end);
  const isOver = above !== undefined || text.startsWith('以上', end);
  const reading: Reading = {
    measure,
    low: isUnder ? -Infinity : Math.min(...values),
    high: isOver ? Infinity : Math.max(...values),
    start,
    end,
  };
  return [reading, ...lowerPressure(text, measure, first.end, start)];
}

/** What stands before a unit that says by itself what is measured. */
export function readBeforeUnit(
  text: string,
  measure: Measure,
  unitStart: number,
  unitEnd: number,
): readonly Reading[] {
  let end = unitStart;
  const unit = text.slice(unitStart, unitEnd);
  if (unit.length > 1 && text.charAt(end - 1) === ' ') end--;
  let start = end;
  while (start > 0 && end - start < 6 && isOfNumber(text.charAt(start - 1))) start--;
  const number = readNumber(text, start);
  if (number === undefined || number.end !== end) return [];
  const conversion = measure.units[unit];
  const value =
    conversion === undefined
      ? (measure.guess?.(number.value) ?? number.value)
      : convert(conversion, number.value);
  if (!isPlausible(measure, value)) return [];
  return [{ measure, low: value, high: value, start, end: unitEnd }];
}

/** "85/50" after the name of the systolic pressure. */
function lowerPressure(
  text: string,
  measure: Measure,
  at: number,
  start: number,
): readonly Reading[] {
  if (measure !== systolic || text.charAt(at) !== '/') return [];
  const lower = readNumber(text, at + 1);
  if (lower === undefined || !isPlausible(diastolic, lower.value)) return [];
  const { value, end } = lower;
  return [{ measure: diastolic, low: value, high: value, start, end }];
}

/** The place of the number, a comparison or what else there is. */
function skipBetween(text: string, from: number, more: readonly string[]): number {
  let at = skipSpaces(text, from);
  for (let count = 0; count < MAX_BETWEEN && at - from < WINDOW; count++) {
    if (startOf(text, at, BELOW) ?? startOf(text, at, ABOVE)) break;
    const word = startOf(text, at, BETWEEN) ?? startOf(text, at, more);
    if (word === undefined) break;
    at = skipSpaces(text, at + word.length);
  }
  return at;
}

/** "e3v4m5" is 12. */
function readEyesVoiceMotor(text: string, at: number): Number_ | undefined {
  const found = /^e ?([1-4]),? ?v ?([1-5]),? ?m ?([1-6])/.exec(text.slice(at, at + 16));
  if (found === null) return undefined;
  const value = Number(found[1]) + Number(found[2]) + Number(found[3]);
  return { value, end: at + found[0].length };
}

function readNumber(text: string, at: number): Number_ | undefined {
  const found = /^\d{1,4}(?:\.\d{1,2})?/.exec(text.slice(at, at + 8));
  if (found === null || isDigit(text.charAt(at + found[0].length))) return undefined;
  return { value: Number(found[0]), end: at + found[0].length };
}

/** "85-88", "96% -> 85", "32+3". */
function readSecond(text: string, from: number): Number_ | undefined {
  const at = skipSpaces(text, text.charAt(from) === '%' ? from + 1 : from);
  const to = startOf(text, at, TO);
  return to === undefined
    ? undefined
    : readNumber(text, skipSpaces(text, at + to.length));
}

function readUnit(text: string, measure: Measure, from: number) {
  const days = /^\+\d/.exec(text.slice(from, from + 2)); // 32+3 weeks
  const at = skipSpaces(text, from + (days === null ? 0 : 2));
  const unit = startOf(text, at, UNITS.get(measure) ?? []);
  const scale = (value: number): number => {
    const conversion = unit === undefined ? undefined : measure.units[unit];
    if (conversion !== undefined) return convert(conversion, value);
    return measure.guess?.(value) ?? value;
  };
  const isForeign = unit === undefined && startOf(text, at, FOREIGN) !== undefined;
  const end = unit === undefined ? from : at + unit.length;
  return { unit, end, scale, isForeign };
}

function isPlausible({ plausible: [least, most] }: Measure, value: number): boolean {
  return value >= least && value <= most;
}

/** The first word of the list that stands there whole. */
function startOf(
  text: string,
  at: number,
  choices: readonly string[],
): string | undefined {
  return choices.find(
    (word) =>
      text.startsWith(word, at) &&
      !(isLetter(word.slice(-1)) && isLetter(text.charAt(at + word.length))),
  );
}

function skipSpaces(text: string, at: number): number {
  return text.charAt(at) === ' ' ? at + 1 : at;
}

function isOfNumber(unit: string): boolean {
  return isDigit(unit) || unit === '.';
}

/** "2 hr" is no heart rate. */
function isDigitAndSpace(text: string, start: number): boolean {
  return text.charAt(start - 1) === ' ' && isDigit(text.charAt(start - 2));
}

function words(list: string): readonly string[] {
  return longestFirst(phrases(list));
}

function longestFirst(list: readonly string[]): readonly string[] {
  return list.toSorted((a, b) => b.length - a.length);
}
