/** @file The resized picture, pixel for pixel as the model is given it, over the original. */
import { useCallback, type CSSProperties } from 'react';
import type { SeenImage } from '../../app/image-viewing.ts';
import { useStrings } from '../strings/use-strings.ts';
import css from './viewer.module.css';

interface SeenPictureProps {
  readonly image: SeenImage;
  readonly name: string;
  readonly style: CSSProperties;
}

export function SeenPicture({ image, name, style }: SeenPictureProps) {
  const strings = useStrings().viewer;
  const { widthPx, heightPx, data } = image;
  const draw = useCallback(
    (canvas: HTMLCanvasElement | null) => {
      const rgba = new Uint8ClampedArray(widthPx * heightPx * 4).fill(255);
      for (let from = 0, to = 0; from < data.length; from += 3, to += 4) {
        rgba.set(data.subarray(from, from + 3), to);
      }
      const picture = new ImageData(rgba, widthPx, heightPx);
      canvas?.getContext('2d')?.putImageData(picture, 0, 0);
    },
    [widthPx, heightPx, data],
  );
  return (
    <canvas
      ref={draw}
      role="img"
      aria-label={strings.seenPicture(name)}
      className={css.seen}
      width={widthPx}
      height={heightPx}
      style={style}
    />
  );
}
