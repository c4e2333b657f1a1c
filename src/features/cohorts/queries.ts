import { queryOptions } from "@tanstack/react-query";

import type { CohortArgs, EngineMethods } from "#src/engine/protocol.ts";

export const cohortsQuery = (methods: EngineMethods, args: CohortArgs, revision: string) =>
  queryOptions({
    queryKey: ["metric", "cohorts", args, revision],
    queryFn: ({ signal }) => methods.cohorts(args, signal),
  });
