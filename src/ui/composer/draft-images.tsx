/** @file The images that go with the turn being written. */
import { X } from 'lucide-react';
import { useCallback, type RefCallback } from 'react';
import { currentDraft } from '../../app/selectors.ts';
import type { DraftImage } from '../../app/state.ts';
import { useActions, useSelected } from '../app-context.ts';
import { useStrings } from '../strings/use-strings.ts';
import css from './draft-images.module.css';

export function DraftImages() {
  const strings = useStrings();
  const images = useSelected((state) => currentDraft(state).images);
  const reading = useSelected((state) => currentDraft(state).readingImages);
  if (images.length === 0 && reading === 0) return null;
  return (
    <ul className={css.images} aria-label={strings.imagesToSend}>
      {images.map((image) => (
        <li key={image.attachment.sha256} className={css.image}>
          <Thumbnail image={image} />
        </li>
      ))}
      {Array.from({ length: reading }, (_, index) => (
        <li
          key={`reading ${index}`}
          className={css.reading}
          aria-label={strings.opening}
        />
      ))}
    </ul>
  );
}

function Thumbnail({ image }: { readonly image: DraftImage }) {
  const strings = useStrings();
  const { removeDraftImage, captionDraftImage } = useActions();
  const { name, sha256, caption } = image.attachment;
  const show = useImageOf(image.blob);
  return (
    <>
      <img ref={show} alt="" className={css.thumbnail} />
      <span className={css.name} title={name}>
        {name}
      </span>
      <input
        className={css.caption}
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
