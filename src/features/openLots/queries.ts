import { queryOptions } from "@tanstack/react-query";

import type { EngineMethods, OpenLotsArgs } from "#src/engine/protocol.ts";

export const lotsQuery = (engine: EngineMethods, args: OpenLotsArgs, revision: string) =>
  queryOptions({
    queryKey: ["metric", "openLots", args, revision],
    queryFn: ({ signal }) => engine.openLots(args, signal),
    // Lots of another page or another question must never stand in for these.
    placeholderData: () => undefined,
  });
