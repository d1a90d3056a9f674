/** @file Under an answer that points at places of an image: the ways to see them on it and to save it with them. */
import { SquareDashedMousePointer } from 'lucide-react';
import { useMemo } from 'react';
import { currentMessages } from '../../app/selectors.ts';
import type { AppState } from '../../app/state.ts';
import type { Attachment, Message } from '../../clinic/conversation.ts';
import { readGrounding } from '../../clinic/grounding.ts';
import { useApp, useSelected } from '../app-context.ts';
import { useStrings } from '../strings/use-strings.ts';
import { useOpenViewer } from '../viewer/open-viewer.ts';
import css from './grounding.module.css';
import { ImageChoice } from './image-choice.tsx';
import { SavePlaces } from './save-places.tsx';

export function ShowOnImage({ message }: { readonly message: Message }) {
  const strings = useStrings().pictures;
  const app = useApp();
  const openViewer = useOpenViewer();
  const { id, text } = message;
  const places = useMemo(() => readGrounding(text), [text]);
  const hasImages = useSelected(
    (state) => places.length > 0 && imagesOf(currentMessages(state), id).length > 0,
  );
  const others = useSelected(madeByAnother(message));
  if (places.length === 0 || !hasImages) return null;
  if (others !== undefined) {
    return <p className={css.line}>{strings.pointsAtAsSeenBy(others)}</p>;
  }
  const images = imagesOf(currentMessages(app.state.getState()), id);
  return (
    <div className={css.line}>
      <p>{strings.pointsAt(places.length)}</p>
      <ImageChoice
        images={images}
        onChoose={({ sha256 }) => openViewer(sha256, { message, pointed: places })}
      >
        <SquareDashedMousePointer size={16} aria-hidden /> {strings.showOnImage}
      </ImageChoice>
      <SavePlaces message={message} pointed={places} images={images} />
    </div>
  );
}

/**
 * The checkpoint that made the answer, when it is not the one that is loaded.
 * Places are in pixels of the picture that it was given, and another may be given
 * a smaller one.
 */
const madeByAnother =
  ({ provenance }: Message) =>
  ({ engine }: AppState): string | undefined => {
    if (engine.kind !== 'ready' || provenance === undefined) return undefined;
    const { checkpoint } = provenance;
    return checkpoint === engine.checkpoint.name ? undefined : checkpoint;
  };

/** The images that the answer was given, the latest first, each once. */
function imagesOf(
  messages: readonly Message[],
  answerId: string,
): readonly Attachment[] {
  const end = messages.findIndex(({ id }) => id === answerId);
  const bySha = new Map<string, Attachment>();
  for (const { attachments } of messages.slice(0, Math.max(0, end)).toReversed()) {
    for (const image of attachments.toReversed()) {
      if (!bySha.has(image.sha256)) bySha.set(image.sha256, image);
    }
  }
  return [...bySha.values()];
}
