/** @file Copying an answer: no way out of the page leaves its label behind. */
import { Check, Copy } from 'lucide-react';
import { type ClipboardEvent, type MouseEvent, type ReactNode, useState } from 'react';
import type { Message } from '../../clinic/conversation.ts';
import { useActions, useSelected } from '../app-context.ts';
import { IconButton } from '../controls/button.tsx';
import { formatTime } from '../strings/format.ts';
import { useLanguage, useStrings } from '../strings/use-strings.ts';
import { textToCopy, withLabel, writeClipboard } from './copied-answer.ts';

/** Around the words on screen, so that they are found. */
const WORDS = 'data-answer-words';

function useLabelled(message: Message) {
  const strings = useStrings();
  const language = useLanguage();
  const review = useSelected(({ reviews }) =>
    reviews.findLast(({ messageId }) => messageId === message.id),
  );
  const format = (timeMs: number) => formatTime(timeMs, language);
  return { message, review, strings, formatTime: format };
}

/** The words of an answer: what is selected in them and copied gets the label too. */
export function AnswerWords(props: {
  readonly message: Message;
  readonly children: ReactNode;
}) {
  const labelled = useLabelled(props.message);
  const { noteCopied } = useActions();
  const copy = (event: ClipboardEvent<HTMLDivElement>) => {
    const selection = getSelection();
    if (selection === null || selection.isCollapsed) return;
    const part = selection.getRangeAt(0).cloneContents();
    const { text, html } = withLabel(part, selection.toString(), labelled);
    event.clipboardData.setData('text/plain', text);
    event.clipboardData.setData('text/html', html);
    event.preventDefault();
    noteCopied();
  };
  return (
    <div {...{ [WORDS]: '' }} onCopy={copy}>
      {props.children}
    </div>
  );
}

/** Copies the answer as the doctor left it. */
export function CopyButton({ message }: { readonly message: Message }) {
  const strings = useStrings();
  const labelled = useLabelled(message);
  const { noteCopied } = useActions();
  const [isCopied, setIsCopied] = useState(false);
  const copy = async ({ currentTarget }: MouseEvent<HTMLButtonElement>) => {
    const places = currentTarget.closest('article')?.querySelectorAll(`[${WORDS}]`);
    const place = labelled.review?.verdict === 'edited' ? places?.[1] : places?.[0];
    const text = textToCopy(labelled);
    const shown = place?.firstChild ?? document.createTextNode(text);
    await writeClipboard(withLabel(shown, text, labelled));
    noteCopied();
    setIsCopied(true);
    setTimeout(() => setIsCopied(false), 2000);
  };
  return (
    <IconButton
      label={isCopied ? strings.copied : strings.copy}
      onClick={(event) => void copy(event)}
    >
      {isCopied ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
    </IconButton>
  );
}
