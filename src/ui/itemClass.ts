/** A line of a menu or list that is chosen with a click or the keyboard. */
export const ITEM =
  "flex min-h-7 items-center gap-2 rounded-[6px] px-2 py-1 text-body text-ink outline-none select-none data-highlighted:bg-hover data-disabled:text-ink-3 coarse:min-h-9";
