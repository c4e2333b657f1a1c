import { queryOptions } from "@tanstack/react-query";

import type { EngineMethods, LenderArgs } from "#src/engine/protocol.ts";

export const lenderQuery = (methods: EngineMethods, args: LenderArgs, revision: string) =>
  queryOptions({
    queryKey: ["metric", "lender", args, revision],
    queryFn: ({ signal }) => methods.lender(args, signal),
    // Another lender must never stand in for this one.
    placeholderData: () => undefined,
  });
