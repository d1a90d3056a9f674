/** @file Saving an image with what an answer points at on it, and how that went. */
import { useState } from 'react';
import type { DrawnImage } from '../../app/image-viewing.ts';
import { regionName } from '../../app/viewer-actions.ts';
import type { Attachment } from '../../clinic/conversation.ts';
import { useActions, useSelected } from '../app-context.ts';
import { saveFile } from '../controls/save-file.ts';
import { useLanguage, useStrings } from '../strings/use-strings.ts';
import type { Pointing } from '../viewer/open-viewer.ts';
import { pictureWords } from './picture-words.ts';

export type Saving =
  | { readonly kind: 'idle' }
  | { readonly kind: 'drawing' }
  | { readonly kind: 'saved'; readonly name: string }
  | Exclude<DrawnImage, { readonly kind: 'drawn' }>;

export function useSavePlaces({ message, pointed }: Pointing) {
  const { drawPointed } = useActions();
  const language = useLanguage();
  const strings = useStrings().pictures;
  const review = useSelected(({ reviews }) =>
    reviews.findLast(({ messageId }) => messageId === message.id),
  );
  const [saving, setSaving] = useState<Saving>({ kind: 'idle' });
  const save = async (of: Attachment, blob?: Blob) => {
    setSaving({ kind: 'drawing' });
    const words = pictureWords({ message, review, language });
    const drawn = await drawPointed({ of, pointed, ...words, ...(blob && { blob }) });
    if (drawn.kind !== 'drawn') return setSaving(drawn);
    const name = regionName(of.name, strings.placesWord, []);
    saveFile(name, drawn.png, 'image/png');
    setSaving({ kind: 'saved', name });
  };
  return { saving, save };
}
