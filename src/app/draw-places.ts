/**
 * @file An image with what a model points at drawn on it, as a PNG of its own.
 *
 *   ┌─────────────────┐  the image, pixel for pixel from the upper left corner;
 *   │  1▁▁▁           │  boxes carry numbers, so that names hide nothing of it
 *   │  ▏   ▕          │
 *   ├─────────────────┤
 *   │ AI draft by …   │  the strip: whose boxes they are, and the names
 *   │ 1 infiltrate    │
 *   └─────────────────┘
 *
 * A file that leaves the page is labelled twice: the strip is seen by whoever
 * looks at it, and the same is written inside the file.
 */
import { assert } from '../base/assert.ts';
import type { Place } from '../clinic/grounding.ts';
import { canvasOf } from '../image/canvas-of.ts';
import { decodeImage } from '../image/decode.ts';
import { paint } from '../image/paint.ts';
import { withPngTexts } from '../image/png-text.ts';
import { labelTexts, type PictureLabel } from './picture-label.ts';
import { wrapText } from './wrap-text.ts';

type Pen = OffscreenCanvasRenderingContext2D;

export interface PlacesToDraw {
  readonly image: Blob;
  /** In pixels of the image; at least one. */
  readonly places: readonly Place[];
  /** Lines of the strip: whose places they are first, then what they are called. */
  readonly lines: readonly string[];
  readonly label: PictureLabel;
}

/** A strip narrower than this holds no sentence. */
const LEAST_WIDTH_PX = 480;
const FONT = 'system-ui, "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif';
const GROUND = '#ffffff';
const INK = '#1a1e21';
const MARK = '#ffd166';

/** @throws AssistantError 'bad-input' when the image cannot be read */
export async function drawPlaces(asked: PlacesToDraw): Promise<Blob> {
  const { image, places, lines, label } = asked;
  assert(
    places.length > 0,
    'what nobody pointed at is not labelled as if somebody had',
  );
  const pixels = await decodeImage(image);
  const widthPx = Math.max(LEAST_WIDTH_PX, pixels.widthPx);
  const letterPx = Math.max(14, Math.round(widthPx / 70));
  const strip = wrapped(lines, widthPx, letterPx);
  const heightPx = pixels.heightPx + strip.heightPx;
  const { canvas, context } = canvasOf(widthPx, heightPx);
  context.fillStyle = GROUND;
  context.fillRect(0, 0, widthPx, heightPx);
  paint(context, pixels);
  context.save();
  context.beginPath();
  context.rect(0, 0, pixels.widthPx, pixels.heightPx);
  context.clip();
  for (const [at, place] of places.entries()) mark(context, place, at + 1, letterPx);
  context.restore();
  writeStrip(context, strip, pixels.heightPx);
  const png = await canvas.convertToBlob({ type: 'image/png' });
  const bytes = new Uint8Array(await png.arrayBuffer());
  return new Blob([withPngTexts(bytes, labelTexts(label))], { type: 'image/png' });
}

/** Yellow between black lines, which shows on any ground. */
function mark(pen: Pen, place: Place, number: number, letterPx: number): void {
  const linePx = Math.max(2, Math.round(letterPx / 6));
  const outline = () => {
    pen.beginPath();
    if (place.kind === 'box') pen.rect(place.x, place.y, place.widthPx, place.heightPx);
    else pen.arc(place.x, place.y, letterPx / 2, 0, 2 * Math.PI);
    pen.stroke();
  };
  pen.strokeStyle = 'black';
  pen.lineWidth = linePx + 2;
  outline();
  pen.strokeStyle = MARK;
  pen.lineWidth = linePx;
  outline();
  const left = place.kind === 'box' ? place.x : place.x + letterPx / 2;
  const top = place.kind === 'box' ? place.y : place.y - letterPx / 2;
  writeNumber(pen, { left, top }, String(number), letterPx);
}

/** Above the mark; inside it where there is no room. */
function writeNumber(
  pen: Pen,
  { left, top }: { readonly left: number; readonly top: number },
  number: string,
  letterPx: number,
): void {
  pen.font = `600 ${letterPx}px ${FONT}`;
  pen.textBaseline = 'middle';
  const heightPx = Math.round(letterPx * 1.3);
  const widthPx = Math.ceil(pen.measureText(number).width + letterPx * 0.6);
  const y = top >= heightPx ? top - heightPx : top;
  pen.fillStyle = MARK;
  pen.fillRect(left, y, widthPx, heightPx);
  pen.fillStyle = INK;
  pen.fillText(number, left + letterPx * 0.3, y + heightPx / 2);
}

interface Strip {
  /** The first of them whose they are, in bold. */
  readonly lines: readonly { readonly text: string; readonly font: string }[];
  readonly linePx: number;
  readonly marginPx: number;
  readonly heightPx: number;
}

function wrapped(texts: readonly string[], widthPx: number, letterPx: number): Strip {
  const { context: pen } = canvasOf(1, 1);
  const marginPx = letterPx;
  const linePx = Math.round(letterPx * 1.5);
  const lines = texts.flatMap((text, at) => {
    const font = `${at < 2 ? 600 : 400} ${letterPx}px ${FONT}`;
    pen.font = font;
    const widthOf = (part: string) => pen.measureText(part).width;
    return wrapText(text, widthPx - 2 * marginPx, widthOf).map((line) => ({
      text: line,
      font,
    }));
  });
  return { lines, linePx, marginPx, heightPx: lines.length * linePx + 2 * marginPx };
}

function writeStrip(pen: Pen, strip: Strip, top: number): void {
  const { lines, linePx, marginPx } = strip;
  pen.fillStyle = INK;
  pen.fillRect(0, top, pen.canvas.width, 1);
  pen.textBaseline = 'middle';
  for (const [at, { text, font }] of lines.entries()) {
    pen.font = font;
    pen.fillText(text, marginPx, top + marginPx + (at + 0.5) * linePx);
  }
}
