/** @file An address by which the page may show a kept image, as long as it shows it. */
import { useEffect, useState } from 'react';
import { currentId } from '../../app/selectors.ts';
import { useApp, useSelected } from '../app-context.ts';

export type AttachmentUrl =
  | { readonly kind: 'reading' }
  | { readonly kind: 'there'; readonly url: string }
  | { readonly kind: 'missing' };

/** Of an image of the consultation in the middle. */
export function useAttachmentUrl(sha256: string): AttachmentUrl {
  const app = useApp();
  const conversationId = useSelected(currentId);
  const [image, setImage] = useState<AttachmentUrl>({ kind: 'reading' });
  useEffect(() => {
    let url: string | undefined;
    let isWanted = true;
    const show = (blob: Blob | undefined) => {
      if (!isWanted) return;
      url = blob && URL.createObjectURL(blob);
      setImage(url === undefined ? { kind: 'missing' } : { kind: 'there', url });
    };
    if (conversationId === undefined) return;
    app.readAttachment(conversationId, sha256).then(show, () => show(undefined));
    return () => {
      isWanted = false;
      if (url !== undefined) URL.revokeObjectURL(url);
    };
  }, [app, conversationId, sha256]);
  return image;
}
