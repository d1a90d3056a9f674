/** @file The button that saves an image with what an answer points at on it. */
import { ImageDown } from 'lucide-react';
import type { Attachment } from '../../clinic/conversation.ts';
import { ErrorText } from '../status/error-text.tsx';
import { useStrings } from '../strings/use-strings.ts';
import type { Pointing } from '../viewer/open-viewer.ts';
import css from './grounding.module.css';
import { ImageChoice } from './image-choice.tsx';
import { type Saving, useSavePlaces } from './use-save-places.ts';

interface SavePlacesProps extends Pointing {
  /** At least one. */
  readonly images: readonly Attachment[];
}

export function SavePlaces({ images, ...pointing }: SavePlacesProps) {
  const strings = useStrings().pictures;
  const { saving, save } = useSavePlaces(pointing);
  return (
    <>
      <ImageChoice images={images} onChoose={(image) => void save(image)}>
        <ImageDown size={16} aria-hidden /> {strings.savePlaces}
      </ImageChoice>
      <div role="status" className={css.saved}>
        <SavingText saving={saving} />
      </div>
    </>
  );
}

function SavingText({ saving }: { readonly saving: Saving }) {
  const strings = useStrings().pictures;
  switch (saving.kind) {
    case 'idle':
      return null;
    case 'drawing':
      return <p>{strings.drawing}</p>;
    case 'saved':
      return <p>{strings.savedPlaces(saving.name)}</p>;
    case 'nowhere':
      return <p>{strings.noPlaces}</p>;
    case 'failed':
      return <ErrorText error={saving.problem.record} />;
  }
}
