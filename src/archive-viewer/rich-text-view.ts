/** @file An answer's text on the page. */
import { element } from './element.ts';
import { type Block, type Item, readBlocks, type Span } from './rich-text.ts';

export function richText(text: string): HTMLElement {
  return element(
    'div',
    { className: 'rich', dir: 'auto' },
    ...readBlocks(text).map(view),
  );
}

function view(block: Block): HTMLElement {
  switch (block.kind) {
    case 'heading':
      return element('h4', {}, ...block.spans.map(run));
    case 'paragraph':
      return element('p', { className: 'text' }, ...block.spans.map(run));
    case 'list':
      return block.isCounted
        ? element('ol', {}, ...block.items.map(item))
        : element('ul', {}, ...block.items.map(item));
  }
}

/** Keeps the number that was written. */
function item({ number, spans }: Item): HTMLElement {
  const counted = number === undefined ? {} : { value: number };
  return element('li', counted, ...spans.map(run));
}

function run({ text, isBold }: Span): Node {
  return isBold ? element('strong', {}, text) : document.createTextNode(text);
}
