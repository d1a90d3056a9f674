/** @file What a press on the image does, and the region that is being drawn. */
import { useEffect, useState, type RefObject } from 'react';
import type { PixelRect } from '../../app/region-size.ts';
import { middleRect } from './region.ts';
import type { Tool } from './use-gestures.ts';
import type { Frame, View } from './view.ts';

/** @param escapeRef - given the way back to panning, which the Escape key takes first */
export function useTool(escapeRef: RefObject<(() => void) | undefined>) {
  const [tool, setTool] = useState<Tool>('pan');
  const [rect, setRect] = useState<PixelRect>();
  const leave = () => {
    setTool('pan');
    setRect(undefined);
  };
  useEffect(() => {
    if (tool === 'pan') return;
    escapeRef.current = () => {
      setTool('pan');
      setRect(undefined);
    };
    return () => {
      escapeRef.current = undefined;
    };
  }, [escapeRef, tool]);
  return {
    tool,
    rect,
    setRect,
    leave,
    /** A region begins in the middle of what is seen. */
    toggle(next: 'zoom' | 'region', view: View, frame: Frame) {
      const isOff = tool === next;
      setTool(isOff ? 'pan' : next);
      setRect(next === 'region' && !isOff ? middleRect(view, frame) : undefined);
    },
  };
}
