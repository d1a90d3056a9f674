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
  /** True while the end is followed, told without a rendering. */
  isFollowed(): boolean;
  /** Goes to the end and follows from there. */
  jumpToBottom(): void;
  /** Follows no more, until one is at the end again. */
  stayHere(): void;
}

/** @param isFollowing - false where there is nothing to follow: then it stays at its top */
export function useStickToBottom(isFollowing: boolean): StickToBottom {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const isStuck = useRef(isFollowing);
  const [isAtBottom, setIsAtBottom] = useState(true);

  const jumpToBottom = useCallback(() => {
    isStuck.current = isFollowing;
    setIsAtBottom(true);
    const area = scroller.current;
    area?.scrollTo({ top: isFollowing ? area.scrollHeight : 0 });
  }, [isFollowing]);

  useEffect(() => {
    const area = scroller.current;
    const inside = content.current;
    if (area === null || inside === null) return;
    let lastTop = area.scrollTop;
    const onScroll = () => {
      const belowPx = area.scrollHeight - area.clientHeight - area.scrollTop;
      const movedPx = area.scrollTop - lastTop;
      lastTop = area.scrollTop;
      // Shrinking content moves up too, but leaves nothing below.
      if (movedPx < 0 && belowPx > 1) isStuck.current = false;
      else if (movedPx > 0 && belowPx <= NEAR_PX) isStuck.current = isFollowing;
      setIsAtBottom(belowPx <= NEAR_PX || isStuck.current || !isFollowing);
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
  }, [isFollowing]);

  const stayHere = useCallback(() => {
    isStuck.current = false;
  }, []);

  const isFollowed = useCallback(() => isStuck.current, []);

  return { scroller, content, isAtBottom, isFollowed, jumpToBottom, stayHere };
}
