/** @file What the loaded checkpoint is given of an image, while one wants to know. */
import { useEffect, useState } from 'react';
import type { Sight } from '../../app/image-viewing.ts';
import { useActions, useSelected } from '../app-context.ts';
import type { ImageBytes } from './use-image-blob.ts';

export type ShownSight =
  | { readonly kind: 'off' }
  | { readonly kind: 'no-engine' }
  | { readonly kind: 'reading' }
  | Sight;

export function useSight(bytes: ImageBytes, isWanted: boolean): ShownSight {
  const { seeImage } = useActions();
  /** Another device or checkpoint may be given another picture. */
  const engine = useSelected((state) =>
    state.engine.kind === 'ready' ? state.engine : undefined,
  );
  const [seen, setSeen] = useState<{ readonly of: Blob; readonly sight: Sight }>();
  useEffect(() => {
    if (!isWanted || engine === undefined || bytes.kind !== 'there') return;
    let isStill = true;
    const { sha256, blob } = bytes;
    void seeImage(sha256, blob).then((sight) => {
      if (isStill) setSeen({ of: blob, sight });
    });
    return () => {
      isStill = false;
      setSeen(undefined);
    };
  }, [bytes, isWanted, engine, seeImage]);
  if (!isWanted) return { kind: 'off' };
  if (engine === undefined) return { kind: 'no-engine' };
  const isThis = bytes.kind === 'there' && seen?.of === bytes.blob;
  return isThis ? seen.sight : { kind: 'reading' };
}
