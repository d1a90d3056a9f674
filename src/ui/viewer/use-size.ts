/** @file The size of an element, as it changes. */
import { useLayoutEffect, useState, type RefObject } from 'react';
import type { Size } from './orientation.ts';

const NOTHING: Size = { widthPx: 0, heightPx: 0 };

export function useSize(element: RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState(NOTHING);
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return;
    const measure = () =>
      setSize({ widthPx: current.clientWidth, heightPx: current.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
