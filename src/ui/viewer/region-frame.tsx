/**
 * @file The drawn rectangle: dragged as a whole or by its corners, and moved
 * and sized by arrow keys. A drag beside it draws another.
 */
import {
  useEffect,
  useRef,
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
} from 'react';
import type { PixelRect } from '../../app/region-size.ts';
import { useStrings } from '../strings/use-strings.ts';
import type { Point } from './orientation.ts';
import { movedRect, rectBetween, rectOnStage, resizedRect } from './region.ts';
import { pointOn } from './use-gestures.ts';
import { scaleOf, type Frame, type View } from './view.ts';
import css from './viewer.module.css';

interface RegionFrameProps {
  readonly rect: PixelRect;
  readonly view: View;
  readonly frame: Frame;
  readonly stageRef: RefObject<HTMLElement | null>;
  onRect(rect: PixelRect | undefined): void;
}

/** Of an arrow key, in pixels of the screen. */
const STEP_PX = 10;
const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
const CORNERS = ['nw', 'ne', 'sw', 'se'] as const;

/** Dragging the region, or a corner of it. */
function useDrag({ rect, view, frame, stageRef, onRect }: RegionFrameProps) {
  const drag = useRef<{ readonly from: Point; readonly rect: PixelRect }>(undefined);
  const pointAt = (event: PointerEvent) =>
    stageRef.current === null ? { x: 0, y: 0 } : pointOn(stageRef.current, event);
  const begin = (event: PointerEvent<HTMLElement>, from: Point) => {
    if (event.button !== 0 || !event.isPrimary) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { from, rect };
  };
  const end = () => {
    drag.current = undefined;
  };
  const move = (event: PointerEvent) => {
    if (drag.current === undefined) return;
    const scale = scaleOf(view, frame);
    const to = pointAt(event);
    const { from, rect: before } = drag.current;
    const by = { x: (to.x - from.x) / scale, y: (to.y - from.y) / scale };
    onRect(movedRect(before, by, view.orientation, frame.image));
  };
  const resize = (event: PointerEvent) => {
    if (drag.current === undefined) return;
    event.stopPropagation();
    const to = rectBetween(view, frame, drag.current.from, pointAt(event));
    if (to !== undefined) onRect(to);
  };
  return { pointAt, begin, move, resize, end };
}

export function RegionFrame(props: RegionFrameProps) {
  const { rect, view, frame, onRect } = props;
  const strings = useStrings().viewer;
  const element = useRef<HTMLDivElement>(null);
  const { pointAt, begin, move, resize, end } = useDrag(props);
  const shown = rectOnStage(view, frame, rect);
  useEffect(() => element.current?.focus({ preventScroll: true }), []);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = byKey(event, rect, view, frame);
    if (next === undefined) return;
    event.preventDefault();
    onRect(next);
  };

  return (
    <div
      ref={element}
      className={css.region}
      style={shown}
      tabIndex={0}
      role="application"
      aria-label={strings.regionAt(rect)}
      aria-describedby={REGION_HINT_ID}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => begin(event, pointAt(event))}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
    >
      {CORNERS.map((corner) => (
        <span
          key={corner}
          className={css.corner}
          data-corner={corner}
          onPointerDown={(event) => begin(event, across(shown, corner))}
          onPointerMove={resize}
          onPointerUp={end}
          onPointerCancel={end}
        />
      ))}
    </div>
  );
}

/** Where an arrow key takes the region: Shift sizes it, Ctrl goes by single pixels. */
function byKey(
  { key, shiftKey, ctrlKey }: KeyboardEvent,
  rect: PixelRect,
  view: View,
  frame: Frame,
): PixelRect | undefined {
  const arrow = ARROWS[key];
  if (arrow === undefined) return undefined;
  const step = ctrlKey ? 1 : Math.max(1, STEP_PX / scaleOf(view, frame));
  const change = shiftKey ? resizedRect : movedRect;
  const by = { x: arrow.x * step, y: arrow.y * step };
  return change(rect, by, view.orientation, frame.image);
}

export const REGION_HINT_ID = 'region-hint';

interface OnStage {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The corner that stays where it is while this one is dragged. */
function across(
  { left, top, width, height }: OnStage,
  corner: (typeof CORNERS)[number],
): Point {
  return {
    x: corner.endsWith('w') ? left + width : left,
    y: corner.startsWith('n') ? top + height : top,
  };
}
