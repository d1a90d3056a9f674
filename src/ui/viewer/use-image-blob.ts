/** @file The bytes of a viewed image, and an address to show them by. */
import { useEffect, useState } from 'react';
import { currentId } from '../../app/selectors.ts';
import { useApp, useSelected } from '../app-context.ts';
import type { ViewedImage } from './viewed-images.ts';

export type ImageBytes =
  | { readonly kind: 'reading' }
  | {
      readonly kind: 'there';
      readonly sha256: string;
      readonly blob: Blob;
      readonly url: string;
    }
  | { readonly kind: 'missing' };

export function useImageBlob({ attachment, blob }: ViewedImage): ImageBytes {
  const app = useApp();
  const conversationId = useSelected(currentId);
  const { sha256 } = attachment;
  const [bytes, setBytes] = useState<ImageBytes>({ kind: 'reading' });
  useEffect(() => {
    let url: string | undefined;
    let isWanted = true;
    const show = (read: Blob | undefined) => {
      if (!isWanted) return;
      if (read === undefined) return setBytes({ kind: 'missing' });
      url = URL.createObjectURL(read);
      setBytes({ kind: 'there', sha256, blob: read, url });
    };
    if (blob !== undefined) show(blob);
    else if (conversationId === undefined) show(undefined);
    else {
      app.readAttachment(conversationId, sha256).then(show, () => show(undefined));
    }
    return () => {
      isWanted = false;
      if (url !== undefined) URL.revokeObjectURL(url);
    };
  }, [app, conversationId, sha256, blob]);
  const isOfAnother = bytes.kind === 'there' && bytes.sha256 !== sha256;
  return isOfAnother ? { kind: 'reading' } : bytes;
}
