import { queryOptions } from "@tanstack/react-query";

import type { EngineMethods, VintagesArgs } from "#src/engine/protocol.ts";

export const vintagesQuery = (methods: EngineMethods, args: VintagesArgs, revision: string) =>
  queryOptions({
    queryKey: ["metric", "vintages", args, revision],
    queryFn: ({ signal }) => methods.vintages(args, signal),
  });
