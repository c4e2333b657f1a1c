import type { ReactNode } from "react";
import { Suspense } from "react";

import { Awaited, isEscape } from "./Awaited.tsx";

export interface LateLayerProps {
  readonly onGiveUp: () => void;
  readonly children: ReactNode;
}

/**
 * Waits for a dialog or drawer whose code is loaded when it is first asked for. Escape or a press elsewhere gives it up
 * meanwhile; letters do not, since they are meant for its field.
 */
export function LateLayer({ onGiveUp, children }: LateLayerProps) {
  return <Suspense fallback={<Awaited onGiveUp={onGiveUp} givesUp={isEscape} />}>{children}</Suspense>;
}
