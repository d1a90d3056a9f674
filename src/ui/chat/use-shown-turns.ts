/**
 * @file Which turns are in the page: of a long consultation those near what one
 * sees, the last two, and those that have to be kept.
 *
 *   ⎡ room for turns 1–211       ⎤   a margin over turn 212
 *   ⎢ turns 212–224, in the flow ⎥   what one sees, and some on either side
 *   ⎢ room for turns 225–498     ⎥   a margin over turn 499
 *   ⎣ turns 499 and 500          ⎦
 *
 * A turn that was shown is remembered with its height; the others are guessed,
 * and a wrong guess above what one reads is made good by scrolling.
 */
import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useLayoutEffect } from 'react';
import type { Message } from '../../clinic/conversation.ts';
import { guessTurnHeight } from './turn-height.ts';
import { useIsPrinting } from './use-printing.ts';

/** A consultation up to here is in the page as a whole: the browser's own search finds everything. */
const WHOLE_TURNS = 40;
/** Between two turns, and over the first. */
const GAP_PX = 28;
const ABOVE_PX = 24;
const OVERSCAN_TURNS = 4;
/** The question and the answer at the end: what is asked and grows. */
const LAST_TURNS = 2;

export interface ShownTurn {
  readonly message: Message;
  readonly index: number;
  /** Over the turn, for its distance and for the turns that are left out. */
  readonly marginTop: number;
}

interface ShownTurns {
  readonly shown: readonly ShownTurn[];
  /** For every element of a turn, with its index as `data-index`. */
  readonly measure: (element: HTMLElement | null) => void;
}

export interface TurnsWindow {
  readonly scroller: RefObject<HTMLElement | null>;
  /** True while the end is followed: then what grows above needs no making good. */
  readonly isFollowed: () => boolean;
}

export function useShownTurns(
  messages: readonly Message[],
  kept: ReadonlySet<string | undefined>,
  { scroller, isFollowed }: TurnsWindow,
): ShownTurns {
  const isPrinting = useIsPrinting();
  const isWhole = isPrinting || messages.length <= WHOLE_TURNS;
  const at = (index: number) => messages[index];
  // oxlint-disable-next-line react/incompatible-library -- nothing here is compiled
  const virtual = useVirtualizer<HTMLElement, HTMLElement>({
    count: messages.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => at(index)?.id ?? index,
    estimateSize: (index) => {
      const message = at(index);
      return message === undefined ? 0 : guessTurnHeight(message);
    },
    measureElement: (element) => element.getBoundingClientRect().height,
    gap: GAP_PX,
    scrollMargin: ABOVE_PX,
    overscan: OVERSCAN_TURNS,
  });
  useLayoutEffect(() => {
    virtual.shouldAdjustScrollPositionOnItemSizeChange = (turn) => {
      if (isFollowed()) return false;
      const top = virtual.scrollOffset ?? 0;
      const isFirstTime = !virtual.itemSizeCache.has(turn.key);
      return isFirstTime ? turn.start < top : turn.end <= top;
    };
  }, [virtual, isFollowed]);

  const near = new Set(virtual.getVirtualIndexes());
  const shown: ShownTurn[] = [];
  for (const [index, message] of messages.entries()) {
    const isLast = index >= messages.length - LAST_TURNS;
    if (!(isWhole || isLast || near.has(index) || kept.has(message.id))) continue;
    const before = shown.at(-1)?.index;
    shown.push({ message, index, marginTop: roomAbove(virtual, index, before) });
  }
  return { shown, measure: virtual.measureElement };
}

/** What is left free over a turn, for the turns that are not in the page between it and `before`. */
function roomAbove(
  { measurementsCache }: Virtualizer<HTMLElement, HTMLElement>,
  index: number,
  before: number | undefined,
): number {
  if (index === 0) return 0;
  if (before === index - 1) return GAP_PX;
  const start = measurementsCache[index]?.start ?? 0;
  const end = before === undefined ? ABOVE_PX : measurementsCache[before]?.end;
  return start - (end ?? ABOVE_PX);
}
