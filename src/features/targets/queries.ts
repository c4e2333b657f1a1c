import { queryOptions } from "@tanstack/react-query";

import type { EngineMethods } from "#src/engine/protocol.ts";

export const importsQuery = (methods: EngineMethods, revision: string) =>
  queryOptions({
    queryKey: ["metric", "imports", {}, revision],
    queryFn: ({ signal }) => methods.imports({}, signal),
  });
