import { createContext, useContext } from "react";

import type { CreditRules, LoansArgs, LoansWhere } from "#src/engine/protocol.ts";

/** What a figure of credit leads to: the loans it was made of. */
export interface LoansRequest {
  readonly title: string;
  /** The formula in words, so that the list can be checked against the number. */
  readonly subtitle?: string;
  readonly where: LoansWhere;
  readonly rules: CreditRules;
  /** The order in which the list opens; without it the list chooses one by what was asked. */
  readonly sort?: LoansArgs["sort"];
}

/** Opens the list of loans beside the screen; `app` puts the drawer there. */
export const LoansDrawerContext = createContext<((request: LoansRequest) => void) | undefined>(undefined);

export function useShowLoans(): (request: LoansRequest) => void {
  const show = useContext(LoansDrawerContext);
  if (!show) throw new Error("LoansDrawerContext is missing");
  return show;
}
