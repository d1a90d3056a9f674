/** @file How one image is looked at: where it lies, and in what light. Changes the screen, never the image. */
import { FITTED, type View } from './view.ts';

export interface Look {
  readonly view: View;
  readonly isInverted: boolean;
  /** Percent; 100 is as the image is. */
  readonly brightness: number;
  readonly contrast: number;
}

export const PLAIN_LOOK: Look = {
  view: FITTED,
  isInverted: false,
  brightness: 100,
  contrast: 100,
};

/** A light that shows nothing at all is no use: a tenth to four times. */
export const LIGHT_RANGE = { min: 10, max: 400, step: 5 } as const;

export function isPlain({ view, isInverted, brightness, contrast }: Look): boolean {
  return view === FITTED && !isInverted && brightness === 100 && contrast === 100;
}

/** CSS, inversion first: brightness then brightens what one sees. */
export function filterOf({ isInverted, brightness, contrast }: Look): string {
  const parts = [
    isInverted && 'invert(1)',
    brightness !== 100 && `brightness(${brightness}%)`,
    contrast !== 100 && `contrast(${contrast}%)`,
  ];
  return parts.filter(Boolean).join(' ') || 'none';
}
