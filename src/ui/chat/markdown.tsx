/**
 * @file An answer as Markdown, made safe.
 *
 * The text is a model's: raw HTML is shown as text, nothing it names is fetched,
 * and an address it writes is shown but leads nowhere, for nobody has checked it.
 * Only the last block is parsed again while the answer grows.
 */
import { memo, useRef } from 'react';
import remend from 'remend';
import { FoldedRest, useFold } from './folded-rest.tsx';
import { MarkdownBlock } from './markdown-block.tsx';
import { type Grown, splitGrown } from './markdown-blocks.ts';
import css from './markdown.module.css';

/** More than a checkpoint of today writes at once; what is longer is shown by and by. */
const SHOWN_LETTERS = 60_000;

interface MarkdownProps {
  readonly text: string;
  /** While it grows, marks that are still open are closed for show. */
  readonly isGrowing: boolean;
}

export const Markdown = memo(function Markdown({ text, isGrowing }: MarkdownProps) {
  const { shown, ...fold } = useFold(text, SHOWN_LETTERS);
  const blocks = useBlocks(shown);
  return (
    <div className={css.markdown}>
      {blocks.map((block, index) => (
        // A block keeps its place: text is only ever added at the end.
        <MarkdownBlock
          key={index}
          text={isGrowing && index === blocks.length - 1 ? remend(block) : block}
        />
      ))}
      <FoldedRest {...fold} />
    </div>
  );
});

function useBlocks(text: string): readonly string[] {
  const last = useRef<Grown>({ text: '', blocks: [] });
  // oxlint-disable-next-line react/refs -- what is remembered saves work and changes no result
  const blocks = splitGrown(text, last.current);
  // oxlint-disable-next-line react/refs -- likewise
  last.current = { text, blocks };
  return blocks;
}
