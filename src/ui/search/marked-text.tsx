/** @file A text with what was searched for marked in it. */
import { withoutBidiControls } from '../../base/bidi-controls.ts';
import type { Marked } from '../../app/search.ts';

export function MarkedText({ text, ranges }: Marked) {
  return (
    <bdi>
      {ranges.map(({ from, to }, at) => (
        <span key={from}>
          {withoutBidiControls(text.slice(ranges[at - 1]?.to ?? 0, from))}
          <mark>{withoutBidiControls(text.slice(from, to))}</mark>
        </span>
      ))}
      {withoutBidiControls(text.slice(ranges.at(-1)?.to ?? 0))}
    </bdi>
  );
}
