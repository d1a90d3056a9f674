/**
 * @file What leaves the page when an answer is copied: its words with the label of
 * who wrote them and whether a doctor looked at them, as text and as HTML.
 */
import type { Message } from '../../clinic/conversation.ts';
import type { Review } from '../../clinic/review.ts';
import { findReferences } from '../../clinic/unverified-references.ts';
import type { Strings } from '../strings/en.ts';

export interface Flavours {
  readonly text: string;
  readonly html: string;
}

interface Labelled {
  readonly message: Message;
  /** The last one; undefined for an answer that nobody reviewed. */
  readonly review: Review | undefined;
  readonly strings: Strings;
  /** As this language writes it. */
  readonly formatTime: (timeMs: number) => string;
}

/** The line that goes with every copy. */
export function copyLabel({ message, review, strings, formatTime }: Labelled): string {
  const model = modelName(message, strings);
  if (review === undefined) return strings.copyLabel(model);
  return strings.judgement.copyLabel[review.verdict](
    model,
    formatTime(review.createdMs),
  );
}

/** Who wrote an answer, as it is named outside of the page. */
export function modelName({ provenance }: Message, strings: Strings): string {
  const model = provenance?.checkpoint ?? strings.appName;
  return provenance?.isDemonstration === true
    ? strings.demonstrationModel(model)
    : model;
}

/** What the doctor wrote instead, where there is such a text. */
export function textToCopy({ message, review }: Labelled): string {
  return review?.verdict === 'edited' ? (review.text ?? message.text) : message.text;
}

/** @param shown - the words as they are on screen; any part of them */
export function withLabel(shown: Node, text: string, labelled: Labelled): Flavours {
  const { strings } = labelled;
  const count = findReferences(text).length;
  const notes = [
    copyLabel(labelled),
    ...(count > 0 ? [strings.judgement.copyReferences(String(count))] : []),
  ];
  const lines = notes.map((note) => `<p><strong>${escaped(note)}</strong></p>`);
  const head = '<meta charset="utf-8"><meta name="generator" content="PulseMind, AI">';
  return {
    text: [text.trim(), ...notes].join('\n\n'),
    html: `${head}<div data-ai-generated="true">${plainHtml(shown)}${lines.join('')}</div>`,
  };
}

export async function writeClipboard({ text, html }: Flavours): Promise<void> {
  const blob = (type: string, content: string) => new Blob([content], { type });
  await navigator.clipboard.write([
    new ClipboardItem({
      'text/plain': blob('text/plain', text),
      'text/html': blob('text/html', html),
    }),
  ]);
}

/** Without what only this page understands; the marks of references become words. */
function plainHtml(shown: Node): string {
  const place = document.createElement('div');
  place.append(shown.cloneNode(true));
  for (const one of place.querySelectorAll('*')) {
    const mark = one.getAttribute('data-mark');
    if (mark !== null) one.append(` [${mark}]`);
    for (const name of one.getAttributeNames()) one.removeAttribute(name);
  }
  return place.innerHTML;
}

function escaped(text: string): string {
  const place = document.createElement('p');
  place.textContent = text;
  return place.innerHTML;
}
