import { queryOptions } from "@tanstack/react-query";

import type { EngineMethods, Filter } from "#src/engine/protocol.ts";

export interface GrowthArgs {
  readonly filter: Filter;
}

export const growthQuery = (methods: EngineMethods, args: GrowthArgs, revision: string) =>
  queryOptions({
    queryKey: ["metric", "growth", args, revision],
    queryFn: ({ signal }) => methods.growth(args, signal),
  });

export const lenderStatesQuery = (methods: EngineMethods, args: GrowthArgs, revision: string) =>
  queryOptions({
    queryKey: ["metric", "lenderStates", args, revision],
    queryFn: ({ signal }) => methods.lenderStates(args, signal),
  });
