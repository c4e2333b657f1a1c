import { queryOptions } from "@tanstack/react-query";

import type { EngineMethods, ProfitabilityArgs, ProfitabilityResult, WhatIfArgs } from "#src/engine/protocol.ts";

/** With what was asked: while a new answer is on its way the old one is read with its own loans and grain. */
export interface ProfitAnswer {
  readonly args: ProfitabilityArgs;
  readonly result: ProfitabilityResult;
}

export const profitabilityQuery = (methods: EngineMethods, args: ProfitabilityArgs, revision: string) =>
  queryOptions({
    queryKey: ["metric", "profitability", args, revision],
    queryFn: async ({ signal }): Promise<ProfitAnswer> => ({
      args,
      result: await methods.profitability(args, signal),
    }),
  });

export const whatIfQuery = (methods: EngineMethods, args: WhatIfArgs, revision: string) =>
  queryOptions({
    queryKey: ["metric", "profitWhatIf", args, revision],
    queryFn: ({ signal }) => methods.profitWhatIf(args, signal),
  });
