/**
 * @file One spelling for what can be typed in many: full-width and half-width,
 * capitals, kinds of hyphen and quote, traditional forms, invisible letters.
 *
 * Every unit of the result knows where in the original it came from, so that
 * what is found can be shown in the doctor's own words.
 */

/** `origins[i]` is the index in the original of what became unit i; one more for its end. */
export interface Normalized {
  readonly text: string;
  readonly origins: readonly number[];
}

const PLAIN = new Map<string, string>([
  ...pairs("‘' ’' ʼ' ′' `' “\" ”\" „\" –- —- −- ‐- ‑- ‒- ﹣- ≦≤ ≧≥ ⩽≤ ⩾≥"),
  ...pairs(
    '頭头 暈晕 厥厥 嘔呕 發发 燒烧 熱热 紅红 腫肿 脹胀 氣气 難难 動动 無无 沒没',
  ),
  ...pairs(
    '認认 癥症 腦脑 體体 溫温 壓压 鉀钾 歲岁 個个 時时 鐘钟 視视 覺觉 聽听 覆覆',
  ),
  ...pairs(
    '陰阴 陽阳 產产 婦妇 嬰婴 兒儿 驚惊 風风 攣挛 僵僵 側侧 肢肢 癱瘫 語语 話话',
  ),
  ...pairs(
    '傷伤 撞撞 車车 禍祸 藥药 農农 蟲虫 過过 敏敏 喉喉 鳴鸣 嚥咽 睪睾 絞绞 殺杀',
  ),
  ...pairs(
    '現现 後后 進进 減减 轉转 輕轻 劇剧 烈烈 壞坏 黃黄 濕湿 紺绀 醫医 檢检 測测',
  ),
  ...pairs(
    '們们 這这 來来 說说 會会 對对 開开 關关 顱颅 創创 殘残 識识 擴扩 縮缩 裡里',
  ),
]);

/** Zero-width letters, bidi controls, soft hyphens: they only hide words. */
// oxlint-disable-next-line no-misleading-character-class -- each stands for itself
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/;

export function normalize(original: string): Normalized {
  const units: string[] = [];
  const origins: number[] = [];
  const emit = (unit: string, origin: number) => {
    const last = units.at(-1);
    if (unit === ' ' && last === ' ') return;
    if (last === '-' && isLetter(unit)) units[units.length - 1] = ' ';
    units.push(unit === '-' && last !== undefined && isLetter(last) ? ' ' : unit);
    origins.push(origin);
  };
  let at = 0;
  for (const letter of original) {
    if (!INVISIBLE.test(letter)) {
      for (const unit of plainForm(letter)) emit(unit, at);
    }
    at += letter.length;
  }
  origins.push(original.length);
  return { text: units.join(''), origins };
}

/** The part of the original that became `start` to `end`. */
export function originalSpan(
  { origins }: Normalized,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } {
  return { start: origins[start] ?? 0, end: origins[end] ?? 0 };
}

/** A letter of an alphabet; a Chinese character is a word of its own and is none. */
export function isLetter(unit: string): boolean {
  return (unit >= 'a' && unit <= 'z') || (unit >= '\u00DF' && unit <= '\u024F');
}

export function isDigit(unit: string): boolean {
  return unit >= '0' && unit <= '9';
}

/** UTF-16 units, so that lengths agree with the text they are joined to. */
function plainForm(letter: string): readonly string[] {
  if (letter >= 'a' && letter <= 'z') return [letter];
  if (letter === '\n' || letter === '\r') return ['\n'];
  const known = PLAIN.get(letter);
  if (known !== undefined) return [known];
  return letter
    .normalize('NFKC')
    .toLowerCase()
    .split('')
    .map((unit) => (/\s/.test(unit) ? ' ' : (PLAIN.get(unit) ?? unit)));
}

function pairs(list: string): readonly (readonly [string, string])[] {
  return list
    .split(' ')
    .map((pair) => [pair.slice(0, 1), pair.slice(1)] as const)
    .filter(([from, to]) => from !== to);
}
