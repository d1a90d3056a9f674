/**
 * @file A block of an answer as Markdown, made safe; or as it was written, when it
 * is beyond what Markdown is for.
 *
 * Raw HTML, footnotes and definitions are shown as they were written: of an answer
 * nothing is hidden, and no block depends on another.
 */
import { memo, type ComponentProps } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import { withoutBidiControls } from '../../base/bidi-controls.ts';
import { useStrings } from '../strings/use-strings.ts';
import { markReferences } from './mark-references.ts';
import { isBeyondMarkdown } from './markdown-limits.ts';
import css from './markdown.module.css';
import { nothingHidden } from './nothing-hidden.ts';
import { UnverifiedReference } from './unverified-reference.tsx';

const SCHEMA = {
  ...defaultSchema,
  tagNames: (defaultSchema.tagNames ?? []).filter(
    (tag) => !['picture', 'source'].includes(tag),
  ),
};
const REMARK = [remarkGfm, nothingHidden];
const REHYPE: ComponentProps<typeof ReactMarkdown>['rehypePlugins'] = [
  [rehypeSanitize, SCHEMA],
  markReferences,
];
const COMPONENTS: Components = {
  a: ({ href, children }) => <UncheckedLink href={href}>{children}</UncheckedLink>,
  cite: ({ children }) => <UnverifiedReference>{children}</UnverifiedReference>,
  img: ({ alt }) => <span>{alt}</span>,
  table: ({ children }) => <WideTable>{children}</WideTable>,
  pre: ({ children }) => <pre tabIndex={0}>{children}</pre>, // so that keys can scroll it
};

interface MarkdownBlockProps {
  readonly text: string;
}

/** Of a whole text it is the plain renderer, which `Markdown` gives the same elements as. */
export const MarkdownBlock = memo(function MarkdownBlock({ text }: MarkdownBlockProps) {
  const ordered = withoutBidiControls(text);
  if (isBeyondMarkdown(ordered)) return <p className={css.asWritten}>{ordered}</p>;
  return (
    <ReactMarkdown
      remarkPlugins={REMARK}
      rehypePlugins={REHYPE}
      components={COMPONENTS}
    >
      {ordered}
    </ReactMarkdown>
  );
});

function WideTable({ children }: ComponentProps<'table'>) {
  const strings = useStrings();
  return (
    <div
      className={css.tableScroll}
      tabIndex={0}
      role="group"
      aria-label={strings.table}
    >
      <table>{children}</table>
    </div>
  );
}

function UncheckedLink({ href, children }: ComponentProps<'a'>) {
  const strings = useStrings();
  const isNamed = href !== undefined && href !== '' && children !== href;
  return (
    <span
      className={css.link}
      title={strings.uncheckedLink}
      data-mark={strings.unverifiedReference}
    >
      <span>{children}</span>
      {isNamed && <bdi className={css.address}> ({href})</bdi>}
    </span>
  );
}
