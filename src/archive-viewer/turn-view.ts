/** @file A turn: who and when, images, text, and for an answer how far it is to be trusted. */
import type { Attachment, Message } from '../clinic/conversation.ts';
import { siblingsOf } from '../clinic/message-tree.ts';
import type { Review } from '../clinic/review.ts';
import { button, element } from './element.ts';
import { formatTime } from './language.ts';
import type { Consultation } from './open-consultation.ts';
import { richText } from './rich-text-view.ts';
import type { ViewerStrings } from './strings.ts';

export interface TurnActions {
  /** Shows the branch through this turn. */
  readonly turnTo: (message: Message) => void;
  /** The address of an image; undefined when the archive has it not. */
  readonly addressOf: (image: Attachment) => string | undefined;
}

export function turnView(
  strings: ViewerStrings,
  consultation: Consultation,
  message: Message,
  actions: TurnActions,
): HTMLElement {
  const isAnswer = message.role === 'assistant';
  const review = consultation.reviews.get(message.id);
  const who = isAnswer ? strings.answer : strings.question;
  return element(
    'article',
    { className: `turn ${message.role}`, ariaLabel: who, id: `turn-${message.id}` },
    element(
      'header',
      {},
      element('strong', {}, who),
      element('span', { className: 'soft' }, formatTime(strings, message.createdMs)),
      isAnswer ? draftLabel(strings, review) : undefined,
      versionPicker(strings, consultation, message, actions),
    ),
    imageList(strings, message, actions),
    review?.text === undefined
      ? isAnswer
        ? richText(message.text)
        : element('p', { className: 'text', dir: 'auto' }, message.text)
      : element(
          'div',
          { className: 'edited-text' },
          element('h3', {}, strings.doctorsText),
          richText(review.text),
          element('h3', {}, strings.drafted),
          element('div', { className: 'soft' }, richText(message.text)),
        ),
    review?.note === undefined
      ? undefined
      : element('p', { className: 'notice' }, `${strings.note}: ${review.note}`),
    ...endOf(strings, message),
    isAnswer ? originOf(strings, message) : undefined,
  );
}

function draftLabel(strings: ViewerStrings, review: Review | undefined): HTMLElement {
  if (review === undefined) {
    return element('span', { className: 'label warn' }, strings.draft);
  }
  const when = formatTime(strings, review.createdMs);
  const said = `${strings.reviewed[review.verdict]} · ${when}`;
  return element('span', { className: `label ${review.verdict}` }, said);
}

/** "‹ 2 of 3 ›" where a question or an answer has siblings. */
function versionPicker(
  strings: ViewerStrings,
  { conversation }: Consultation,
  message: Message,
  { turnTo }: TurnActions,
): HTMLElement | undefined {
  const siblings = siblingsOf(conversation.messages, message);
  if (siblings.length < 2) return undefined;
  const at = siblings.findIndex(({ id }) => id === message.id);
  const step = (by: number, sign: string, label: string): HTMLButtonElement => {
    const sibling = siblings[at + by];
    return button(sign, () => sibling !== undefined && turnTo(sibling), {
      ariaLabel: label,
      title: label,
      disabled: sibling === undefined,
      className: 'step',
    });
  };
  return element(
    'span',
    { className: 'versions', role: 'group', ariaLabel: strings.versions },
    step(-1, '‹', strings.previous),
    element('span', {}, strings.version(at + 1, siblings.length)),
    step(1, '›', strings.next),
  );
}

function imageList(
  strings: ViewerStrings,
  { attachments }: Message,
  { addressOf }: TurnActions,
): HTMLElement | undefined {
  if (attachments.length === 0) return undefined;
  const figures = attachments.map((image) => {
    const name = image.name || strings.image;
    const address = addressOf(image);
    if (address === undefined) {
      return element('p', { className: 'notice wrong' }, strings.imageMissing(name));
    }
    const { widthPx: width, heightPx: height, caption = '' } = image;
    const small = element('img', { src: address, alt: caption || name, width, height });
    const enlarge = () => enlargeImage(address, caption || name);
    const open = button('', enlarge, { ariaLabel: strings.enlarge(name) });
    open.append(small);
    const says = caption === '' ? name : `${name}: ${caption}`;
    return element('figure', {}, open, element('figcaption', {}, says));
  });
  return element('div', { className: 'images' }, ...figures);
}

/** Over the page, until a click or Escape. */
function enlargeImage(address: string, alt: string): void {
  const dialog = element('dialog', {}, element('img', { src: address, alt }));
  dialog.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** Why an answer ended before it was done. */
function endOf(strings: ViewerStrings, message: Message): readonly HTMLElement[] {
  const { state, finish, failure } = message;
  const says = [
    state === 'complete' ? undefined : strings.states[state],
    finish === undefined ? undefined : strings.finishes[finish],
    failure,
  ];
  return says
    .filter((text) => text !== undefined)
    .map((text) => element('p', { className: 'notice' }, text));
}

function originOf(
  strings: ViewerStrings,
  { provenance }: Message,
): HTMLElement | undefined {
  if (provenance === undefined) return undefined;
  const { checkpoint, quantization, device, understandsImages, origin } = provenance;
  const demonstration =
    provenance.isDemonstration === true ? strings.demonstration : '';
  const made = [checkpoint, quantization, device].join(' · ');
  const blind = understandsImages === false ? strings.blind : '';
  const says = element(
    'footer',
    { className: 'soft' },
    [made, demonstration, blind].filter(Boolean).join(' '),
  );
  if (origin !== undefined) {
    const printed = JSON.stringify(origin, undefined, 2);
    says.append(
      element(
        'details',
        {},
        element('summary', {}, strings.howMade),
        element('pre', { tabIndex: 0 }, printed),
      ),
    );
  }
  return says;
}
