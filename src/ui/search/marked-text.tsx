/** @file A text with what was searched for marked in it. */
import type { Marked } from '../../app/search.ts';

export function MarkedText({ text, ranges }: Marked) {
  return (
    <>
      {ranges.map(({ from, to }, at) => (
        <span key={from}>
          {text.slice(ranges[at - 1]?.to ?? 0, from)}
          <mark>{text.slice(from, to)}</mark>
        </span>
      ))}
      {text.slice(ranges.at(-1)?.to ?? 0)}
    </>
  );
}
