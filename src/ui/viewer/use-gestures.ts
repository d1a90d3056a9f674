/**
 * @file Mouse, pen and fingers on the stage: one moves, zooms or draws, two pinch, the wheel zooms.
 *
 * Points are told from the stage's upper left corner.
 */
import { useEffect, useRef, type PointerEvent, type RefObject } from 'react';
import type { Point } from './orientation.ts';

export type Tool = 'pan' | 'zoom' | 'region';

interface Gestures {
  readonly stageRef: RefObject<HTMLDivElement | null>;
  readonly tool: Tool;
  pan(by: Point): void;
  zoom(factor: number, anchor: Point): void;
  /** A rectangle between two points; the last call of a gesture is its end. */
  draw(from: Point, to: Point): void;
}

/** Pixels of a drag that double the size. */
const DOUBLING_PX = 160;
/** Before so much movement a press is not a rectangle. */
const LEAST_DRAG_PX = 4;

export function useGestures({ stageRef, tool, pan, zoom, draw }: Gestures) {
  const pointers = useRef(new Map<number, Point>());
  const start = useRef<Point | undefined>(undefined);
  const zoomRef = useRef(zoom);
  useEffect(() => {
    zoomRef.current = zoom;
  });
  useEffect(() => {
    const stage = stageRef.current;
    if (stage === null) return;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault(); // or Ctrl and the wheel, which is a pinch, zooms the page
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      const speed = event.ctrlKey ? 0.01 : 0.002;
      const factor = Math.exp(-event.deltaY * lines * speed);
      zoomRef.current(factor, pointOn(stage, event));
    };
    stage.addEventListener('wheel', onWheel, { passive: false });
    return () => stage.removeEventListener('wheel', onWheel);
  }, [stageRef]);

  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const point = pointOn(event.currentTarget, event);
    pointers.current.set(event.pointerId, point);
    start.current = pointers.current.size === 1 ? point : undefined;
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const before = pointers.current.get(event.pointerId);
    if (before === undefined) return;
    const now = pointOn(event.currentTarget, event);
    const [other] = [...pointers.current]
      .filter(([id]) => id !== event.pointerId)
      .map(([, point]) => point);
    pointers.current.set(event.pointerId, now);
    if (other !== undefined) {
      pan({ x: (now.x - before.x) / 2, y: (now.y - before.y) / 2 });
      const factor = distance(now, other) / Math.max(1, distance(before, other));
      zoom(factor, { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
      return;
    }
    if (start.current === undefined) return; // what is left of a pinch
    switch (tool) {
      case 'pan':
        return pan({ x: now.x - before.x, y: now.y - before.y });
      case 'zoom':
        return zoom(2 ** ((before.y - now.y) / DOUBLING_PX), start.current);
      case 'region':
        if (distance(start.current, now) >= LEAST_DRAG_PX) draw(start.current, now);
    }
  };
  const onPointerUp = (event: PointerEvent<HTMLDivElement>) => {
    pointers.current.delete(event.pointerId);
    start.current = undefined;
  };
  return { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: onPointerUp };
}

export function pointOn(
  stage: Element,
  { clientX, clientY }: { readonly clientX: number; readonly clientY: number },
): Point {
  const { left, top } = stage.getBoundingClientRect();
  return { x: clientX - left, y: clientY - top };
}

function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
