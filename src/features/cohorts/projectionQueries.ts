import { queryOptions } from "@tanstack/react-query";

import type { EngineMethods, Filter, ProjectionArgs } from "#src/engine/protocol.ts";

export const projectionQuery = (methods: EngineMethods, args: ProjectionArgs, revision: string) =>
  queryOptions({
    queryKey: ["metric", "cohortProjection", args, revision],
    queryFn: ({ signal }) => methods.cohortProjection(args, signal),
  });

export const renewalQuery = (methods: EngineMethods, args: { readonly filter: Filter }, revision: string) =>
  queryOptions({
    queryKey: ["metric", "renewalFit", args, revision],
    queryFn: ({ signal }) => methods.renewalFit(args, signal),
  });
