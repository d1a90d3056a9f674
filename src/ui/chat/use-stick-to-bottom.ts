/**
 * @file A scroll area that follows what grows at its end, until one scrolls up.
 *
 * It lets go at the first movement upward, so reading is never fought, and
 * takes hold again at the bottom.
 */
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';

/** Closer to the end than this counts as the end. */
const NEAR_PX = 32;

interface StickToBottom {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly content: RefObject<HTMLDivElement | null>;
  readonly isAtBottom: boolean;
  /** Goes to the end and follows from there. */
  jumpToBottom(): void;
}

export function useStickToBottom(): StickToBottom {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const isStuck = useRef(true);
  const [isAtBottom, setIsAtBottom] = useState(true);

  const jumpToBottom = useCallback(() => {
    isStuck.current = true;
    setIsAtBottom(true);
    scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
  }, []);

  useEffect(() => {
    const area = scroller.current;
    const inside = content.current;
    if (area === null || inside === null) return;
    let lastTop = area.scrollTop;
    const onScroll = () => {
      const isNear = area.scrollHeight - area.clientHeight - area.scrollTop <= NEAR_PX;
      if (isNear) isStuck.current = true;
      else if (area.scrollTop < lastTop) isStuck.current = false;
      lastTop = area.scrollTop;
      setIsAtBottom(isNear || isStuck.current);
    };
    const grown = new ResizeObserver(() => {
      if (isStuck.current) area.scrollTop = area.scrollHeight;
      else onScroll();
    });
    area.addEventListener('scroll', onScroll, { passive: true });
    grown.observe(inside);
    grown.observe(area);
    return () => {
      area.removeEventListener('scroll', onScroll);
      grown.disconnect();
    };
  }, []);

  return { scroller, content, isAtBottom, jumpToBottom };
}
