import { cloneElement } from "react";
import type { ReactElement } from "react";

import type { TooltipSide } from "./TooltipHost.tsx";

export interface TooltipProps {
  readonly text: string;
  /** A button or link; it must pass its props on. */
  readonly children: ReactElement<Record<string, unknown>>;
  readonly side?: TooltipSide | undefined;
}

/** Marks its child; `TooltipHost` shows the text of whatever is pointed at or focused. */
export function Tooltip({ text, children, side = "top" }: TooltipProps) {
  return cloneElement(children, { "data-tip": text, "data-tip-side": side });
}
