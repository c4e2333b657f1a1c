import type { SyntheticEvent } from "react";

/** For the form around a number: Base UI 1.9 commits one when its field is left, not on Enter; leaves it and comes back. */
export function commitField(event: SyntheticEvent): void {
  event.preventDefault();
  const field = document.activeElement;
  if (!(field instanceof HTMLElement)) return;
  field.blur();
  field.focus();
}
