import { queryOptions } from "@tanstack/react-query";

import type { ConcentrationArgs, EngineMethods, Filter } from "#src/engine/protocol.ts";

export const concentrationQuery = (methods: EngineMethods, args: ConcentrationArgs, revision: string) =>
  queryOptions({
    queryKey: ["metric", "concentration", args, revision],
    queryFn: ({ signal }) => methods.concentration(args, signal),
  });

/** The lenders whose balances make the share of the ten largest. */
export const largestQuery = (methods: EngineMethods, filter: Filter, revision: string) => {
  const args = {
    search: "",
    rules: {},
    filter,
    sort: { by: "balance", descending: true },
    offset: 0,
    limit: 10,
  } as const;
  return queryOptions({
    queryKey: ["metric", "lenders", args, revision],
    queryFn: ({ signal }) => methods.lenders(args, signal),
  });
};
