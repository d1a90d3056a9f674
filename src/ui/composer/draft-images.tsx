/** @file The images that go with the turn being written: looked at, put in order, named, removed. */
import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { useCallback, useState, type DragEvent, type RefCallback } from 'react';
import { withoutBidiControls } from '../../base/bidi-controls.ts';
import { currentDraft } from '../../app/selectors.ts';
import type { DraftImage, ReadingImage } from '../../app/state.ts';
import { useActions, useSelected } from '../app-context.ts';
import { join } from '../controls/button.tsx';
import { useStrings } from '../strings/use-strings.ts';
import { useOpenViewer } from '../viewer/open-viewer.ts';
import css from './draft-images.module.css';
import { focusComposer } from './focus-composer.ts';

export function DraftImages() {
  const strings = useStrings();
  const images = useSelected((state) => currentDraft(state).images);
  const reading = useSelected((state) => currentDraft(state).readingImages);
  const dragging = useDragging(images);
  if (images.length === 0 && reading.length === 0) return null;
  return (
    <ul className={css.images} aria-label={strings.imagesToSend}>
      {images.map((image, at) => (
        <li
          key={image.attachment.sha256}
          className={join(css.image, dragging.over === at && css.over)}
          {...dragging.handlers(at)}
        >
          <Thumbnail image={image} />
          {images.length > 1 && (
            <MoveButtons image={image} at={at} count={images.length} />
          )}
        </li>
      ))}
      {reading.map((image) => (
        <Reading key={image.id} image={image} />
      ))}
    </ul>
  );
}

/** Stands for an image until it is read. */
function Reading({ image }: { readonly image: ReadingImage }) {
  const strings = useStrings();
  const { stopReadingImage } = useActions();
  const name = withoutBidiControls(image.name) || strings.unnamedImage;
  const stop = () => {
    stopReadingImage(image.id);
    focusComposer();
  };
  return (
    <li className={css.image}>
      <span
        className={css.reading}
        role="progressbar"
        aria-label={strings.reading(name)}
      />
      <span className={css.name} title={name}>
        <bdi>{name}</bdi>
      </span>
      <button
        type="button"
        className={css.remove}
        aria-label={strings.stopReading(name)}
        title={strings.stopReading(name)}
        onClick={stop}
      >
        <X size={14} aria-hidden />
      </button>
    </li>
  );
}

function Thumbnail({ image }: { readonly image: DraftImage }) {
  const strings = useStrings();
  const { removeDraftImage, captionDraftImage } = useActions();
  const openViewer = useOpenViewer();
  const { sha256, caption } = image.attachment;
  const name = withoutBidiControls(image.attachment.name);
  const show = useImageOf(image.blob);
  return (
    <>
      <button
        type="button"
        className={css.view}
        aria-label={strings.viewImage(name)}
        onClick={() => openViewer(sha256)}
      >
        <img ref={show} alt="" className={css.thumbnail} draggable={false} />
      </button>
      <span className={css.name} title={name}>
        <bdi>{name}</bdi>
      </span>
      <input
        className={css.caption}
        dir="auto"
        value={caption ?? ''}
        placeholder={strings.caption}
        aria-label={strings.captionOf(name)}
        maxLength={200}
        onChange={(event) => captionDraftImage(sha256, event.target.value)}
      />
      <button
        type="button"
        className={css.remove}
        aria-label={strings.removeImage(name)}
        title={strings.removeImage(name)}
        onClick={() => removeDraftImage(sha256)}
      >
        <X size={14} aria-hidden />
      </button>
    </>
  );
}

interface MoveButtonsProps {
  readonly image: DraftImage;
  readonly at: number;
  readonly count: number;
}

/** The order is the order in which the model reads them. */
function MoveButtons({ image, at, count }: MoveButtonsProps) {
  const strings = useStrings().viewer;
  const { moveDraftImage } = useActions();
  const { sha256 } = image.attachment;
  const name = withoutBidiControls(image.attachment.name);
  /** A button that moved keeps the focus, at the end of the row too. */
  const move = (to: number) => (event: { readonly currentTarget: HTMLElement }) => {
    const { currentTarget } = event;
    if (to < 0 || to >= count) return;
    moveDraftImage(sha256, to);
    requestAnimationFrame(() => currentTarget.focus());
  };
  const left = strings.moveLeft(name);
  const right = strings.moveRight(name);
  return (
    <>
      <button
        type="button"
        className={join(css.move, css.left)}
        aria-label={left}
        title={left}
        aria-disabled={at === 0}
        onClick={move(at - 1)}
      >
        <ChevronLeft size={15} aria-hidden />
      </button>
      <button
        type="button"
        className={join(css.move, css.right)}
        aria-label={right}
        title={right}
        aria-disabled={at === count - 1}
        onClick={move(at + 1)}
      >
        <ChevronRight size={15} aria-hidden />
      </button>
    </>
  );
}

/** Dragging one image onto the place of another. */
function useDragging(images: readonly DraftImage[]) {
  const { moveDraftImage } = useActions();
  const [dragged, setDragged] = useState<string>();
  const [over, setOver] = useState<number>();
  const end = () => {
    setDragged(undefined);
    setOver(undefined);
  };
  const handlers = (at: number) => ({
    draggable: images.length > 1,
    onDragStart(event: DragEvent) {
      const sha256 = images[at]?.attachment.sha256;
      if (sha256 === undefined || event.target instanceof HTMLInputElement) return;
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('application/x-draft-image', sha256);
      setDragged(sha256);
    },
    onDragOver(event: DragEvent) {
      if (dragged === undefined) return; // files go to the whole conversation
      event.preventDefault();
      setOver(at);
    },
    onDrop(event: DragEvent) {
      if (dragged === undefined) return;
      event.preventDefault();
      moveDraftImage(dragged, at);
      end();
    },
    onDragEnd: end,
  });
  return { over, handlers };
}

/** Shows `blob` in an image for as long as the image is there. */
function useImageOf(blob: Blob): RefCallback<HTMLImageElement> {
  return useCallback(
    (image) => {
      const url = URL.createObjectURL(blob);
      if (image !== null) image.src = url;
      return () => URL.revokeObjectURL(url);
    },
    [blob],
  );
}
