import { createContext, useContext } from "react";

import type { LotDue } from "#src/engine/protocol.ts";

/** What a figure of the lenders' ladder leads to: the lots that are still open in it. */
export interface LotsRequest {
  readonly title: string;
  /** The formula in words, so that the list can be checked against the number. */
  readonly subtitle?: string;
  readonly due: LotDue;
}

/** Opens the list of open lots beside the screen; `app` puts the drawer there. */
export const LotsDrawerContext = createContext<((request: LotsRequest) => void) | undefined>(undefined);

export function useShowLots(): (request: LotsRequest) => void {
  const show = useContext(LotsDrawerContext);
  if (!show) throw new Error("LotsDrawerContext is missing");
  return show;
}
