import type { ReactElement, ReactNode } from "react";
import { cloneElement, Suspense, useState } from "react";

export interface OnDemandProps {
  /** A button that passes its props on. */
  readonly trigger: ReactElement;
  readonly popup: "menu" | "dialog";
  readonly load: () => Promise<unknown>;
  readonly onPress?: (() => void) | undefined;
  /** The layer together with its trigger; it opens when it is first drawn. */
  readonly children: ReactNode;
}

/** Draws a bare trigger until it is pressed: a screen is full of layers that nobody opens. */
export function OnDemand({ trigger, popup, load, onPress, children }: OnDemandProps) {
  const [pressed, setPressed] = useState(false);
  const prepare = (): void => void load();
  const bare = cloneElement(trigger as ReactElement<Record<string, unknown>>, {
    "aria-haspopup": popup,
    "aria-expanded": false,
    onPointerEnter: prepare,
    onFocus: prepare,
    onClick: () => {
      setPressed(true);
      onPress?.();
    },
  });
  return pressed ? <Suspense fallback={bare}>{children}</Suspense> : bare;
}
