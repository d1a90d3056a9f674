/**
 * @file Where an image lies on the stage: how large, how turned, how far moved.
 *
 * Points of the stage count from its upper left corner in CSS pixels, points of
 * the image from its own in image pixels. `pan` is from the middle of the stage
 * to the middle of the image.
 *
 *   stage point = middle of the stage + pan + scale · orientation · (image point − middle of the image)
 */
import {
  compose,
  inverse,
  turnPoint,
  turnSize,
  UPRIGHT,
  type Orientation,
  type Point,
  type Size,
} from './orientation.ts';

export interface View {
  readonly orientation: Orientation;
  /** CSS pixels an image pixel; `fit` follows the stage. */
  readonly scale: number | 'fit';
  readonly pan: Point;
}

/** What a view is of. */
export interface Frame {
  readonly image: Size;
  readonly stage: Size;
}

export const FITTED: View = { orientation: UPRIGHT, scale: 'fit', pan: { x: 0, y: 0 } };

const MOST_SCALE = 40;
/** A step of a key or a button. */
export const ZOOM_STEP = 1.25;

export function scaleOf({ scale, orientation }: View, frame: Frame): number {
  return scale === 'fit' ? fitScale(orientation, frame) : scale;
}

/** The largest scale that shows all of the image. */
function fitScale(orientation: Orientation, { image, stage }: Frame): number {
  const { widthPx, heightPx } = turnSize(orientation, image);
  const fit = Math.min(stage.widthPx / widthPx, stage.heightPx / heightPx);
  return Math.min(MOST_SCALE, fit > 0 ? fit : 1);
}

/** `factor` times as large, with the image point under `anchor` staying there. */
export function zoomed(
  view: View,
  frame: Frame,
  factor: number,
  anchor: Point = middleOf(frame.stage),
): View {
  return zoomedTo(view, frame, scaleOf(view, frame) * factor, anchor);
}

export function zoomedTo(
  view: View,
  frame: Frame,
  wanted: number,
  anchor: Point = middleOf(frame.stage),
): View {
  const before = scaleOf(view, frame);
  const least = Math.min(1, fitScale(view.orientation, frame)) / 2;
  const scale = Math.min(MOST_SCALE, Math.max(least, wanted));
  const middle = middleOf(frame.stage);
  const shift = (pan: number, at: number) => at - (at - pan) * (scale / before);
  const pan = {
    x: shift(view.pan.x, anchor.x - middle.x),
    y: shift(view.pan.y, anchor.y - middle.y),
  };
  return { ...view, scale, pan: clampPan(pan, { ...view, scale }, frame) };
}

/** Moved by so many pixels of the screen, as far as there is something to see. */
export function panned(view: View, frame: Frame, by: Point): View {
  const pan = { x: view.pan.x + by.x, y: view.pan.y + by.y };
  return { ...view, pan: clampPan(pan, view, frame) };
}

/** Turned or mirrored around the middle of the stage. */
export function turned(view: View, frame: Frame, step: Orientation): View {
  const orientation = compose(step, view.orientation);
  const next = { ...view, orientation };
  return { ...next, pan: clampPan(turnPoint(step, view.pan), next, frame) };
}

/** True when the whole width of the image is on the stage, so that there is nowhere to pan. */
export function showsWholeWidth(view: View, frame: Frame): boolean {
  const { widthPx } = turnSize(view.orientation, frame.image);
  return widthPx * scaleOf(view, frame) <= frame.stage.widthPx + 0.5;
}

/** An edge of the image never passes the far edge of the stage, nor leaves it when it fits. */
function clampPan({ x, y }: Point, view: View, frame: Frame): Point {
  const scale = scaleOf(view, frame);
  const { widthPx, heightPx } = turnSize(view.orientation, frame.image);
  const clamp = (pan: number, extent: number, stage: number) => {
    const most = Math.abs(extent * scale - stage) / 2;
    return Math.min(most, Math.max(-most, pan));
  };
  return {
    x: clamp(x, widthPx, frame.stage.widthPx),
    y: clamp(y, heightPx, frame.stage.heightPx),
  };
}

export function toStage(view: View, frame: Frame, point: Point): Point {
  const scale = scaleOf(view, frame);
  const middle = middleOf(frame.image);
  const { x, y } = turnPoint(view.orientation, {
    x: point.x - middle.x,
    y: point.y - middle.y,
  });
  const { x: stageX, y: stageY } = middleOf(frame.stage);
  return { x: stageX + view.pan.x + scale * x, y: stageY + view.pan.y + scale * y };
}

export function toImage(view: View, frame: Frame, point: Point): Point {
  const scale = scaleOf(view, frame);
  const { x: stageX, y: stageY } = middleOf(frame.stage);
  const { x, y } = turnPoint(inverse(view.orientation), {
    x: (point.x - stageX - view.pan.x) / scale,
    y: (point.y - stageY - view.pan.y) / scale,
  });
  const middle = middleOf(frame.image);
  return { x: x + middle.x, y: y + middle.y };
}

/** For an element of the image's own size at the stage's upper left corner, with that corner as origin. */
export function cssTransform(view: View, frame: Frame): string {
  const scale = scaleOf(view, frame);
  const [a, b, c, d] = view.orientation;
  const { x, y } = toStage(view, frame, { x: 0, y: 0 });
  return `matrix(${a * scale}, ${c * scale}, ${b * scale}, ${d * scale}, ${x}, ${y})`;
}

function middleOf({ widthPx, heightPx }: Size): Point {
  return { x: widthPx / 2, y: heightPx / 2 };
}
