/** @file The consultations of an archive as a list that can be searched. */
import type { ConversationHeader } from '../store/records.ts';
import type { ArchiveIndex } from './archive-index.ts';
import { button, element } from './element.ts';
import { formatTime } from './language.ts';
import type { ViewerStrings } from './strings.ts';

/** How many are shown before somebody asks for more. */
const PAGE = 100;

export interface ListView {
  readonly view: HTMLElement;
  /** Marks the one that is open. */
  readonly mark: (id: string | undefined) => void;
}

export function listView(
  strings: ViewerStrings,
  index: ArchiveIndex,
  onPick: (header: ConversationHeader) => void,
): ListView {
  const list = element('ul', { className: 'list' });
  const count = element('p', { className: 'soft count', role: 'status' });
  const search = element('input', {
    type: 'search',
    placeholder: strings.search,
    ariaLabel: strings.search,
  });
  let shown = PAGE;
  let marked: string | undefined;
  const buttons = new Map<string, HTMLButtonElement>();

  const mark = (id: string | undefined): void => {
    buttons.get(marked ?? '')?.removeAttribute('aria-current');
    buttons.get(id ?? '')?.setAttribute('aria-current', 'true');
    marked = id;
  };
  const fill = (): void => {
    const found = matching(index, search.value);
    const isEmpty = index.headers.length === 0;
    const none = isEmpty ? strings.none : strings.noMatch;
    count.textContent = found.length === 0 ? none : strings.countOf(found.length);
    buttons.clear();
    const items = found.slice(0, shown).map((header) => {
      const made = itemButton(strings, index, header, () => onPick(header));
      buttons.set(header.id, made);
      return element('li', {}, made);
    });
    const left = Math.min(PAGE, found.length - shown);
    if (left > 0) items.push(element('li', {}, button(strings.showMore(left), more)));
    list.replaceChildren(...items);
    mark(marked);
  };
  const more = (): void => {
    shown += PAGE;
    fill();
  };
  search.addEventListener('input', () => {
    shown = PAGE;
    fill();
  });
  fill();
  const view = element(
    'nav',
    { className: 'side', ariaLabel: strings.consultations },
    element('div', { className: 'search' }, search, count),
    list,
  );
  return { view, mark };
}

function itemButton(
  strings: ViewerStrings,
  { patients }: ArchiveIndex,
  header: ConversationHeader,
  onClick: () => void,
): HTMLButtonElement {
  const patient = patients.get(header.patientId ?? '')?.name;
  const when = formatTime(strings, header.updatedMs);
  return element(
    'button',
    { type: 'button', className: 'item', onclick: onClick },
    element('span', { className: 'item-title' }, header.title || strings.untitled),
    element(
      'span',
      { className: 'soft' },
      [patient, when].filter((part) => part !== undefined).join(' · '),
    ),
  );
}

/** Those whose title, patient or tags have every word. */
function matching(
  { headers, patients }: ArchiveIndex,
  typed: string,
): readonly ConversationHeader[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return headers;
  return headers.filter(({ title, tags, patientId }) => {
    const patient = patients.get(patientId ?? '')?.name ?? '';
    const text = [title, patient, ...tags].join('\n').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
