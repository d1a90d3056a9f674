/** @file The lines between patches, and the stronger ones between tokens. */
import type { SeenImage } from '../../app/image-viewing.ts';
import type { Size } from './orientation.ts';
import css from './viewer.module.css';

interface PatchGridProps {
  readonly image: SeenImage;
  /** The lines lie over the original, which the resized picture is stretched to. */
  readonly original: Size;
  /** CSS pixels an original pixel. */
  readonly scale: number;
}

/** Lines closer than this hide the image. */
const LEAST_GAP_PX = 5;

export function PatchGrid({ image, original, scale }: PatchGridProps) {
  const { widthPx, heightPx, patchPx, tokenPx } = image;
  const shownPatchPx = (patchPx * scale * original.widthPx) / widthPx;
  const shownTokenPx = (shownPatchPx * tokenPx) / patchPx;
  /** Of the resized picture's pixels: how wide a line of one CSS pixel is. */
  const line = patchPx / shownPatchPx;
  return (
    <svg
      className={css.grid}
      viewBox={`0 0 ${widthPx} ${heightPx}`}
      preserveAspectRatio="none"
      aria-hidden
    >
      {shownPatchPx >= LEAST_GAP_PX && (
        <path d={gridPath(image, patchPx)} className={css.patches} strokeWidth={line} />
      )}
      {shownTokenPx >= LEAST_GAP_PX && (
        <>
          <path
            d={gridPath(image, tokenPx)}
            className={css.shade}
            strokeWidth={line * 3}
          />
          <path
            d={gridPath(image, tokenPx)}
            className={css.tokens}
            strokeWidth={line * 1.25}
          />
        </>
      )}
    </svg>
  );
}

function gridPath({ widthPx, heightPx }: Size, step: number): string {
  const lines: string[] = [];
  for (let x = 0; x <= widthPx; x += step) lines.push(`M${x} 0V${heightPx}`);
  for (let y = 0; y <= heightPx; y += step) lines.push(`M0 ${y}H${widthPx}`);
  return lines.join('');
}
