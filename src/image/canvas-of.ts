/** @file A canvas off screen, to draw pictures on in a worker. */
import { AssistantError } from '../base/errors.ts';

export function canvasOf(widthPx: number, heightPx: number) {
  const canvas = new OffscreenCanvas(widthPx, heightPx);
  const context = canvas.getContext('2d');
  if (context === null) {
    throw new AssistantError(
      'unsupported',
      'This browser cannot draw images off screen. Update it.',
      { missing: 'OffscreenCanvas 2d' },
    );
  }
  return { canvas, context };
}
