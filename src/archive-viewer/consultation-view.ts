/** @file A consultation: the branch that was on screen last, and ways to the others. */
import { factLines } from '../clinic/case-facts.ts';
import type { Comparison } from '../clinic/comparison.ts';
import { AXES } from '../clinic/comparison.ts';
import type { Attachment, Message } from '../clinic/conversation.ts';
import { branchTo, newestLeafBelow, siblingsOf } from '../clinic/message-tree.ts';
import type { Patient } from '../clinic/patient.ts';
import { element } from './element.ts';
import { formatTime } from './language.ts';
import type { Consultation } from './open-consultation.ts';
import type { ViewerStrings } from './strings.ts';
import { turnView } from './turn-view.ts';

export interface ConsultationView {
  readonly view: HTMLElement;
  /** Forgets its images. */
  readonly dispose: () => void;
}

export function consultationView(
  strings: ViewerStrings,
  consultation: Consultation,
  patient: Patient | undefined,
): ConsultationView {
  const { conversation, images } = consultation;
  const addresses = new Map<string, string>();
  const addressOf = ({ sha256 }: Attachment): string | undefined => {
    const image = images.get(sha256);
    if (image === undefined || !image.type.startsWith('image/')) return undefined;
    const address = addresses.get(sha256) ?? URL.createObjectURL(image);
    addresses.set(sha256, address);
    return address;
  };
  const turns = element('div', { className: 'turns' });
  const show = (leafId: string | undefined): void => {
    const branch = branchTo(conversation.messages, leafId);
    const views = branch.map((message) =>
      turnView(strings, consultation, message, { turnTo, addressOf }),
    );
    turns.replaceChildren(...views);
    if (views.length === 0) turns.append(strings.noTurns);
  };
  const turnTo = (message: Message): void => {
    show(newestLeafBelow(conversation.messages, message.id));
    const shown = document.getElementById(`turn-${message.id}`);
    shown?.querySelector<HTMLElement>('.step:not(:disabled)')?.focus();
  };
  show(conversation.leafId);
  const view = element(
    'div',
    { className: 'column' },
    heading(strings, consultation, patient),
    turns,
    comparisonTable(strings, consultation),
  );
  const dispose = (): void => {
    for (const address of addresses.values()) URL.revokeObjectURL(address);
  };
  return { view, dispose };
}

function heading(
  strings: ViewerStrings,
  { conversation }: Consultation,
  patient: Patient | undefined,
): HTMLElement {
  const { title, createdMs, updatedMs, tags } = conversation;
  const noted = factLines(conversation.facts ?? {}, strings.factLanguage);
  const facts: [string, string][] = [
    [strings.begun, formatTime(strings, createdMs)],
    [strings.changed, formatTime(strings, updatedMs)],
  ];
  if (patient !== undefined) facts.unshift([strings.patient, patient.name]);
  if (tags.length > 0) facts.push([strings.tags, tags.join(', ')]);
  for (const { name, value } of noted) facts.push([name, value]);
  const rows = facts.map(([name, value]) =>
    element('div', {}, element('dt', {}, name), element('dd', {}, value)),
  );
  return element(
    'header',
    { className: 'heading' },
    element('h2', { tabIndex: -1 }, title || strings.untitled),
    element('dl', {}, ...rows),
  );
}

function comparisonTable(
  strings: ViewerStrings,
  { conversation, comparisons }: Consultation,
): HTMLElement | undefined {
  if (comparisons.length === 0) return undefined;
  const { messages } = conversation;
  const numberOf = (id: string): number => {
    const answer = messages.find((message) => message.id === id);
    return answer === undefined ? 0 : siblingsOf(messages, answer).indexOf(answer) + 1;
  };
  const row = ({ firstId, secondId, better, createdMs }: Comparison): HTMLElement =>
    element(
      'li',
      {},
      strings.comparedAnswers(numberOf(firstId), numberOf(secondId)),
      ' · ',
      formatTime(strings, createdMs),
      element(
        'ul',
        {},
        ...AXES.map((axis) =>
          element('li', {}, `${strings.axes[axis]}: ${strings.better[better[axis]]}`),
        ),
      ),
    );
  return element(
    'section',
    { className: 'comparisons' },
    element('h3', {}, strings.comparisons),
    element('ul', {}, ...comparisons.map(row)),
  );
}
