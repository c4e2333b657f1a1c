import { queryOptions } from "@tanstack/react-query";

import type { ConcentrationArgs, EngineMethods } from "#src/engine/protocol.ts";

export const concentrationQuery = (methods: EngineMethods, args: ConcentrationArgs, revision: string) =>
  queryOptions({
    queryKey: ["metric", "concentration", args, revision],
    queryFn: ({ signal }) => methods.concentration(args, signal),
  });
