import { queryOptions } from "@tanstack/react-query";

import type { CreditRules, EngineMethods, LoansArgs } from "#src/engine/protocol.ts";

export const loansQuery = (engine: EngineMethods, args: LoansArgs, revision: string) =>
  queryOptions({
    queryKey: ["metric", "loans", args, revision],
    queryFn: ({ signal }) => engine.loans(args, signal),
    // Loans of another page or another question must never stand in for these.
    placeholderData: () => undefined,
  });

export const scheduleQuery = (
  engine: EngineMethods,
  args: { readonly loanId: string; readonly rules: CreditRules },
  revision: string,
) =>
  queryOptions({
    queryKey: ["metric", "loanSchedule", args, revision],
    queryFn: ({ signal }) => engine.loanSchedule(args, signal),
    placeholderData: () => undefined,
  });
