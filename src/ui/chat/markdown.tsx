/**
 * @file An answer as Markdown, made safe.
 *
 * The text is a model's: raw HTML is shown as text, nothing it names is fetched,
 * and an address it writes is shown but leads nowhere, for nobody has checked it.
 * Only the last block is parsed again while the answer grows.
 */
import { memo, type ComponentProps } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import remend from 'remend';
import { useStrings } from '../strings/use-strings.ts';
import { markReferences } from './mark-references.ts';
import { splitBlocks } from './markdown-blocks.ts';
import css from './markdown.module.css';
import { UnverifiedReference } from './unverified-reference.tsx';

const SCHEMA = {
  ...defaultSchema,
  tagNames: (defaultSchema.tagNames ?? []).filter(
    (tag) => !['picture', 'source'].includes(tag),
  ),
};
const REMARK = [remarkGfm];
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

interface MarkdownProps {
  readonly text: string;
  /** While it grows, marks that are still open are closed for show. */
  readonly isGrowing: boolean;
}

export const Markdown = memo(function Markdown({ text, isGrowing }: MarkdownProps) {
  const blocks = splitBlocks(text);
  return (
    <div className={css.markdown}>
      {blocks.map((block, index) => (
        // A block keeps its place: text is only ever added at the end.
        <Block
          key={index}
          text={isGrowing && index === blocks.length - 1 ? remend(block) : block}
        />
      ))}
    </div>
  );
});

const Block = memo(function Block({ text }: { readonly text: string }) {
  return (
    <ReactMarkdown
      remarkPlugins={REMARK}
      rehypePlugins={REHYPE}
      components={COMPONENTS}
    >
      {text}
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
  const isNamed = href !== undefined && children !== href;
  return (
    <span
      className={css.link}
      title={strings.uncheckedLink}
      data-mark={strings.unverifiedReference}
    >
      <span>{children}</span>
      {isNamed && <span className={css.address}> ({href})</span>}
    </span>
  );
}
