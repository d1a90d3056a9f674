/** @file Where a turn is written: words, images, and the button that sends or stops. */
import { ArrowUp, Square } from 'lucide-react';
import { useEffect, useRef, type ClipboardEvent, type KeyboardEvent } from 'react';
import {
  canQueue,
  currentDraft,
  currentId,
  isAnsweringHere,
  whyCannotSend,
} from '../../app/selectors.ts';
import { useActions, useSelected } from '../app-context.ts';
import { IconButton } from '../controls/button.tsx';
import { useSlashList } from '../commands/slash-list.tsx';
import { PatientBar } from '../demonstration/synthetic-patient.tsx';
import { useStrings } from '../strings/use-strings.ts';
import { CameraButton } from '../camera/camera-button.tsx';
import { AddImagesButton } from './add-images-button.tsx';
import { useAddFiles } from './add-files.ts';
import css from './composer.module.css';
import {
  AnotherTabWrites,
  ContextFull,
  EditingBar,
  NotUnderstood,
  UseNotAccepted,
} from './composer-notes.tsx';
import { ContextMeter } from './context-meter.tsx';
import { DraftImages } from './draft-images.tsx';
import { COMPOSER_ID, focusComposer, focusWithoutKeyboard } from './focus-composer.ts';
import { imagesIn } from './images-in.ts';
import { isSendKey } from './is-send-key.ts';
import { QueueButton, QueuedTurnBar } from './queued-turn-bar.tsx';

export function Composer() {
  const strings = useStrings();
  const { cancelEdit } = useActions();
  const addFiles = useAddFiles();
  const sendOrQueue = useSendOrQueue();
  const slash = useSlashList();
  const draft = useSelected(currentDraft);
  const isEditing = draft.editing !== undefined;
  const id = useSelected(currentId);
  useEffect(focusWithoutKeyboard, [id, isEditing]);

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (slash.handleKey(event)) return;
    if (event.key === 'Escape' && isEditing) cancelEdit();
    if (!isSendKey(event.nativeEvent)) return;
    event.preventDefault();
    sendOrQueue();
  };
  const onPaste = (event: ClipboardEvent) => {
    const images = imagesIn(event.clipboardData);
    if (images.length === 0) return;
    event.preventDefault();
    addFiles(images);
  };

  return (
    <form
      className={css.composer}
      autoComplete="off" // or the browser writes what is typed into its session files
      onSubmit={(event) => {
        event.preventDefault();
        sendOrQueue();
      }}
    >
      <AnotherTabWrites />
      <UseNotAccepted />
      <ContextFull />
      {isEditing && <EditingBar />}
      <NotUnderstood />
      <PatientBar />
      <QueuedTurnBar />
      <div className={css.box} onClick={(event) => focusFrom(event.target)}>
        {slash.list}
        <DraftImages />
        <GrowingText
          text={draft.text}
          list={slash.attributes}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
        <div className={css.bar}>
          <AddImagesButton />
          <CameraButton />
          <ContextMeter />
          <span className={css.hint}>{strings.enterSends}</span>
          <QueueButton />
          <SendOrStop />
        </div>
      </div>
    </form>
  );
}

/** Sends the draft; while an answer runs here, has it wait for that. */
function useSendOrQueue(): () => void {
  const { send, queueDraft } = useActions();
  const obstacle = useSelected(whyCannotSend);
  const mayQueue = useSelected(canQueue);
  return () => {
    if (mayQueue) queueDraft();
    else if (obstacle === undefined) void send();
  };
}

/** A click on the empty part of the box means its text. */
function focusFrom(target: EventTarget): void {
  if (target instanceof Element && target.closest('button, input, textarea') === null) {
    focusComposer();
  }
}

interface GrowingTextProps {
  readonly text: string;
  /** What it says of the list of commands over it. */
  readonly list: ReturnType<typeof useSlashList>['attributes'];
  onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void;
  onPaste(event: ClipboardEvent): void;
}

function GrowingText({ text, list, onKeyDown, onPaste }: GrowingTextProps) {
  const strings = useStrings();
  const { setDraftText } = useActions();
  const isLoading = useSelected((state) => state.engine.kind === 'loading');
  const isFollower = useSelected(
    ({ start, writer }) => start.kind === 'started' && writer !== 'writing',
  );
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const element = area.current;
    if (element === null) return;
    element.style.height = 'auto';
    if (text !== '') element.style.height = `${element.scrollHeight}px`; // the style sheet caps it
  }, [text]);
  return (
    <textarea
      ref={area}
      id={COMPOSER_ID}
      className={css.text}
      rows={1}
      readOnly={isFollower}
      value={text}
      aria-label={strings.message}
      {...list}
      placeholder={isLoading ? strings.placeholderWaiting : strings.placeholder}
      onChange={(event) => setDraftText(event.target.value)}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
    />
  );
}

function SendOrStop() {
  const strings = useStrings();
  const { stop } = useActions();
  const isHere = useSelected(isAnsweringHere);
  const obstacle = useSelected(whyCannotSend);
  if (isHere) {
    return (
      <IconButton
        key="stop"
        label={strings.stop}
        look="primary"
        onClick={() => {
          stop();
          focusComposer();
        }}
      >
        <Square size={14} fill="currentColor" aria-hidden />
      </IconButton>
    );
  }
  return (
    <IconButton
      key="send"
      type="submit"
      label={strings.send}
      title={obstacle === undefined ? strings.send : strings.cannotSend[obstacle]}
      look="primary"
      disabled={obstacle !== undefined}
    >
      <ArrowUp size={18} aria-hidden />
    </IconButton>
  );
}
