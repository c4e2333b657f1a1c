import type { ReactNode } from "react";
import { useEffect } from "react";

export interface AwaitedProps {
  readonly onGiveUp: () => void;
  /** Which keys say that its reader has gone on; all of them when left out. */
  readonly givesUp?: ((event: KeyboardEvent) => boolean) | undefined;
  readonly children?: ReactNode;
}

/** Whoever goes on meanwhile does not want it any more: nothing opens late, over what was opened since. */
export function Awaited({ onGiveUp, givesUp = () => true, children }: AwaitedProps) {
  useEffect(() => {
    const given = new AbortController();
    const options = { capture: true, signal: given.signal };
    document.addEventListener("keydown", (event) => givesUp(event) && onGiveUp(), options);
    document.addEventListener("pointerdown", onGiveUp, options);
    return () => given.abort();
  });
  return children;
}

export function isEscape({ key }: KeyboardEvent): boolean {
  return key === "Escape";
}
