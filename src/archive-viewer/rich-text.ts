/**
 * @file The little of Markdown that answers use most: headings, lists, bold.
 * Everything else stays as it was written; nothing becomes a link or HTML.
 */

/** A run of text, all of it bold or none. */
export interface Span {
  readonly text: string;
  readonly isBold: boolean;
}

export type Block =
  | { readonly kind: 'heading' | 'paragraph'; readonly spans: readonly Span[] }
  | {
      readonly kind: 'list';
      readonly isCounted: boolean;
      readonly items: readonly Item[];
    };

export interface Item {
  /** As it was written, in a list that counts. */
  readonly number: number | undefined;
  readonly spans: readonly Span[];
}

const HEADING = /^#{1,6}\s+(.*)$/;
const ITEM = /^\s*(?:[-*+•]|(\d{1,4})[.)])\s+(.*)$/;

export function readBlocks(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let paragraph: string[] = [];
  let list: { isCounted: boolean; items: Item[] } | undefined;
  const endParagraph = (): void => {
    const joined = paragraph.join('\n').trim();
    if (joined !== '') blocks.push({ kind: 'paragraph', spans: readSpans(joined) });
    paragraph = [];
  };
  for (const line of text.split('\n')) {
    const heading = HEADING.exec(line)?.[1];
    const [, number, item] = ITEM.exec(line) ?? [];
    const isCounted = number !== undefined;
    if (item === undefined && line.trim() !== '') list = undefined;
    if (heading !== undefined) {
      endParagraph();
      blocks.push({ kind: 'heading', spans: readSpans(heading) });
    } else if (item !== undefined) {
      endParagraph();
      if (list?.isCounted !== isCounted) {
        list = { isCounted, items: [] };
        blocks.push({ kind: 'list', ...list });
      }
      list.items.push({
        number: isCounted ? Number(number) : undefined,
        spans: readSpans(item),
      });
    } else if (line.trim() === '') endParagraph();
    else paragraph.push(line);
  }
  endParagraph();
  return blocks;
}

/** "a **b** c" as three spans. Two stars that enclose nothing stay stars. */
function readSpans(text: string): readonly Span[] {
  return text
    .split(/(\*\*[^\s*](?:[^*]*[^\s*])?\*\*)/)
    .map((part, at) =>
      at % 2 === 1
        ? { text: part.slice(2, -2), isBold: true }
        : { text: part, isBold: false },
    )
    .filter((span) => span.text !== '');
}
