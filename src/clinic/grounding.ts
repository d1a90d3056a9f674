/**
 * @file Where on an image an answer points: boxes and points that a model writes
 * as JSON among its words.
 *
 *   [{"bbox_2d": [x1, y1, x2, y2], "label": "opacity"}, {"point_2d": [x, y], "label": "tip"}]
 *
 * They count in pixels of the picture that the model was given, from its upper
 * left corner. Only whole objects with finite numbers count: what is still being
 * written, and whatever is built otherwise, is words.
 *
 * @see Qwen2.5-VL technical report, arXiv:2502.13923, §2.2 (absolute coordinates)
 */

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** In pixels of the picture that the model was given. */
export type Pointed =
  | {
      readonly kind: 'box';
      readonly from: Point;
      readonly to: Point;
      readonly label: string;
    }
  | { readonly kind: 'point'; readonly at: Point; readonly label: string };

/** In whole pixels of the original. */
export type Place =
  | {
      readonly kind: 'box';
      readonly x: number;
      readonly y: number;
      readonly widthPx: number;
      readonly heightPx: number;
      readonly label: string;
    }
  | {
      readonly kind: 'point';
      readonly x: number;
      readonly y: number;
      readonly label: string;
    };

interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** An answer that points at more is not read further: nobody can look at them. */
export const MOST_PLACES = 200;
const MOST_LABEL_LETTERS = 200;

/** Objects without objects in them; a bound keeps the search short in any text. */
const FLAT_OBJECT = /\{[^{}]{0,1000}\}/g;

/** The boxes and points of an answer, in its order. */
export function readGrounding(text: string): readonly Pointed[] {
  const found: Pointed[] = [];
  if (!text.includes('_2d"')) return found;
  for (const [json] of text.matchAll(FLAT_OBJECT)) {
    const pointed = readObject(json);
    if (pointed !== undefined) found.push(pointed);
    if (found.length === MOST_PLACES) break;
  }
  return found;
}

function readObject(json: string): Pointed | undefined {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { bbox_2d: box, point_2d: point, label } = value as Record<string, unknown>;
  const words =
    typeof label === 'string' ? label.trim().slice(0, MOST_LABEL_LETTERS) : '';
  if (areNumbers(box, 4)) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = box;
    const from = { x: Math.min(x1, x2), y: Math.min(y1, y2) };
    const to = { x: Math.max(x1, x2), y: Math.max(y1, y2) };
    return { kind: 'box', from, to, label: words };
  }
  if (areNumbers(point, 2)) {
    const [x = 0, y = 0] = point;
    return { kind: 'point', at: { x, y }, label: words };
  }
  return undefined;
}

function areNumbers(value: unknown, count: number): value is readonly number[] {
  return Array.isArray(value) && value.length === count && value.every(Number.isFinite);
}

/**
 * The same place on the image as it was attached; undefined for one outside it.
 *
 * @param seen - the size of the picture that the model was given
 */
export function placeOn(
  pointed: Pointed,
  seen: Size,
  original: Size,
): Place | undefined {
  const toX = (x: number) => scaled(x, seen.widthPx, original.widthPx);
  const toY = (y: number) => scaled(y, seen.heightPx, original.heightPx);
  const { label } = pointed;
  if (pointed.kind === 'point') {
    const { x, y } = pointed.at;
    const isInside = x >= 0 && y >= 0 && x <= seen.widthPx && y <= seen.heightPx;
    return isInside ? { kind: 'point', x: toX(x), y: toY(y), label } : undefined;
  }
  const { from, to } = pointed;
  const left = toX(from.x);
  const top = toY(from.y);
  const widthPx = toX(to.x) - left;
  const heightPx = toY(to.y) - top;
  if (widthPx < 1 || heightPx < 1) return undefined;
  return { kind: 'box', x: left, y: top, widthPx, heightPx, label };
}

/** A picture as the model was given it, and the size of the image that it was made of. */
interface Seen extends Size {
  readonly originalWidthPx: number;
  readonly originalHeightPx: number;
}

/** Those that lie on the image, in their order. */
export function placesOn(pointed: readonly Pointed[], seen: Seen): readonly Place[] {
  const { originalWidthPx, originalHeightPx } = seen;
  const original = { widthPx: originalWidthPx, heightPx: originalHeightPx };
  return pointed.flatMap((one) => placeOn(one, seen, original) ?? []);
}

/** Clamped to the edges: a model often goes a pixel too far. */
function scaled(at: number, seenPx: number, originalPx: number): number {
  return Math.round((Math.min(seenPx, Math.max(0, at)) * originalPx) / seenPx);
}
