import { keepPreviousData, queryOptions } from "@tanstack/react-query";

import type { EngineMethods, LendersArgs } from "#src/engine/protocol.ts";

/** A page of lenders. Rows of another page or another question must never stand in for these. */
export const lendersQuery = (engine: EngineMethods, args: LendersArgs, revision: string) =>
  queryOptions({
    queryKey: ["metric", "lenders", args, revision],
    queryFn: ({ signal }) => engine.lenders(args, signal),
    placeholderData: () => undefined,
  });

/** Who fits, in figures alone; while they are counted anew, the last ones stay. */
export const lenderTotalsQuery = (
  engine: EngineMethods,
  args: Pick<LendersArgs, "search" | "rules" | "filter">,
  revision: string,
) =>
  queryOptions({
    ...lendersQuery(engine, { ...args, sort: { by: "lender", descending: false }, offset: 0, limit: 0 }, revision),
    placeholderData: keepPreviousData,
  });
