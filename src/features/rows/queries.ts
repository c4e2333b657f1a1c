import { queryOptions } from "@tanstack/react-query";

import type { EngineMethods, RowsArgs } from "#src/engine/protocol.ts";

export const rowsQuery = (engine: EngineMethods, args: RowsArgs, revision: string) =>
  queryOptions({
    queryKey: ["metric", "rows", args, revision],
    queryFn: ({ signal }) => engine.rows(args, signal),
    // Rows of another page or another question must never stand in for these.
    placeholderData: () => undefined,
  });
