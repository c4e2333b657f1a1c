import { createContext, useContext } from "react";

import type { RowsWhere } from "#src/engine/protocol.ts";

/** What a number leads to: the rows it was made of. */
export interface RowsRequest {
  readonly title: string;
  /** The formula in words, so that the list can be checked against the number. */
  readonly subtitle?: string;
  readonly where: RowsWhere;
}

/** Opens the list of ledger rows beside the screen; `app` puts the drawer there. */
export const RowsDrawerContext = createContext<((request: RowsRequest) => void) | undefined>(undefined);

export function useShowRows(): (request: RowsRequest) => void {
  const show = useContext(RowsDrawerContext);
  if (!show) throw new Error("RowsDrawerContext is missing");
  return show;
}
