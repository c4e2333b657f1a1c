import { elementScroll, observeElementOffset, observeElementRect, useVirtualizer } from "@tanstack/react-virtual";
import type { Virtualizer } from "@tanstack/react-virtual";
import type { RefObject } from "react";

export const ROW_HEIGHT_PX = 33;
/** The header and its hairline. */
export const HEAD_PX = 33;
/** Of the box, above and below. */
export const BORDERS_PX = 2;

/** Browsers draw no box higher than 17 to 33 million pixels; a longer list is scrolled in larger steps. */
const TALLEST_PX = 12_000_000;

/** The size of a box that has not been laid out. */
const UNSEEN = { width: 800, height: 480 };

export interface RowWindow {
  /** Of the box that holds all rows. */
  readonly heightPx: number;
  /** The rows in sight and a few more. */
  readonly items: readonly { readonly index: number; readonly topPx: number }[];
  readonly scrollTo: (index: number) => void;
}

/** How many pixels of rows go by for a pixel of the scroll bar, so that the last row lies at its end. */
function strideOf({ options, scrollRect }: Virtualizer<HTMLElement, Element>): number {
  const wholePx = options.count * ROW_HEIGHT_PX;
  if (wholePx <= TALLEST_PX) return 1;
  const viewPx = (scrollRect?.height ?? 0) - HEAD_PX - BORDERS_PX;
  return (wholePx - viewPx) / (TALLEST_PX - viewPx);
}

/** Which of many rows of one height are in sight. */
export function useRowWindow(total: number, box: RefObject<HTMLElement | null>): RowWindow {
  // oxlint-disable-next-line react/incompatible-library -- the compiler is off, and what it returns is read in this render
  const virtualizer = useVirtualizer<HTMLElement, Element>({
    count: total,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: 8,
    scrollPaddingStart: ROW_HEIGHT_PX,
    initialRect: UNSEEN,
    observeElementRect: (instance, changed) =>
      observeElementRect(instance, (rect) => changed(rect.height > 0 ? rect : UNSEEN)),
    observeElementOffset: (instance, changed) =>
      observeElementOffset(instance, (offset, isScrolling) => changed(offset * strideOf(instance), isScrolling)),
    scrollToFn: (offset, options, instance) => elementScroll(offset / strideOf(instance), options, instance),
  });
  const scrolled = virtualizer.scrollOffset ?? 0;
  const shift = scrolled - scrolled / strideOf(virtualizer);
  return {
    heightPx: Math.min(total * ROW_HEIGHT_PX, TALLEST_PX),
    items: virtualizer.getVirtualItems().map(({ index, start }) => ({ index, topPx: start - shift })),
    scrollTo: (index) => virtualizer.scrollToIndex(index),
  };
}
