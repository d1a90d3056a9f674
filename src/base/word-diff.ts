/**
 * @file What differs between two texts, word by word.
 *
 * A word is a run of letters and digits, one Chinese character, or one other
 * sign; blanks go with the word before. The longest common subsequence stays.
 */

export interface DiffPart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** More pairs than this are not compared: the middle is then removed and added whole. */
const MOST_PAIRS = 16_000_000;

/** From `before` to `after`: what is `same` and `removed` makes `before`, `same` and `added` makes `after`. */
export function diffWords(before: string, after: string): readonly DiffPart[] {
  const old = wordsOf(before);
  const now = wordsOf(after);
  const most = Math.min(old.length, now.length);
  let start = 0;
  while (start < most && old[start] === now[start]) start++;
  let end = 0;
  while (end < most - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  const middle = diffMiddle(
    old.slice(start, old.length - end),
    now.slice(start, now.length - end),
  );
  const same = (words: readonly string[]) =>
    words.map((text): DiffPart => ({ kind: 'same', text }));
  return joined([
    ...same(old.slice(0, start)),
    ...middle,
    ...same(old.slice(old.length - end)),
  ]);
}

export function wordsOf(text: string): readonly string[] {
  return (
    text.match(
      /(?:\p{Script=Han}|[\p{L}\p{M}\p{N}]+?(?=\p{Script=Han}|[^\p{L}\p{M}\p{N}]|$)|[^\s])\s*|^\s+/gu,
    ) ?? []
  );
}

function diffMiddle(
  old: readonly string[],
  now: readonly string[],
): readonly DiffPart[] {
  const columns = now.length + 1;
  const removed = (text: string): DiffPart => ({ kind: 'removed', text });
  const added = (text: string): DiffPart => ({ kind: 'added', text });
  if (old.length * now.length > MOST_PAIRS) {
    return [...old.map(removed), ...now.map(added)];
  }
  // longest[i][j]: how many words old[i…] and now[j…] have in common, in order
  const longest = new Uint16Array((old.length + 1) * columns);
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      longest[i * columns + j] =
        old[i] === now[j]
          ? longest[(i + 1) * columns + j + 1] + 1
          : Math.max(longest[(i + 1) * columns + j], longest[i * columns + j + 1]);
    }
  }
  const parts: DiffPart[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length && j < now.length) {
    if (old[i] === now[j]) {
      parts.push({ kind: 'same', text: old[i++] });
      j++;
    } else if (longest[(i + 1) * columns + j] >= longest[i * columns + j + 1]) {
      parts.push(removed(old[i++]));
    } else parts.push(added(now[j++]));
  }
  return [...parts, ...old.slice(i).map(removed), ...now.slice(j).map(added)];
}

/** Neighbours of one kind become one part. */
function joined(parts: readonly DiffPart[]): readonly DiffPart[] {
  const runs: { kind: DiffPart['kind']; text: string }[] = [];
  for (const { kind, text } of parts) {
    const last = runs.at(-1);
    if (last?.kind === kind) last.text += text;
    else runs.push({ kind, text });
  }
  return runs;
}
