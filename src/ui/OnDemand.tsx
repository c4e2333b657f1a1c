import type { ReactElement, ReactNode } from "react";
import { cloneElement, Suspense, useState } from "react";

import { Awaited } from "./Awaited.tsx";

export interface OnDemandProps {
  /** A button that passes its props on. */
  readonly trigger: ReactElement;
  readonly popup: "menu" | "dialog";
  readonly load: () => Promise<unknown>;
  readonly onOpenChange?: ((open: boolean) => void) | undefined;
  /** The layer together with its trigger; it opens when it is first drawn. */
  readonly children: ReactNode;
}

/** Draws a bare trigger until it is pressed: a screen is full of layers that nobody opens. */
export function OnDemand({ trigger, popup, load, onOpenChange, children }: OnDemandProps) {
  const [pressed, setPressed] = useState(false);
  const prepare = (): void => void load();
  const set = (open: boolean): void => {
    setPressed(open);
    onOpenChange?.(open);
  };
  const bare = cloneElement(trigger as ReactElement<Record<string, unknown>>, {
    "aria-haspopup": popup,
    "aria-expanded": false,
    onPointerEnter: prepare,
    onFocus: prepare,
    onClick: () => set(true),
  });
  const waiting = <Awaited onGiveUp={() => set(false)}>{bare}</Awaited>;
  return pressed ? <Suspense fallback={waiting}>{children}</Suspense> : bare;
}
