import { queryOptions } from "@tanstack/react-query";

import type { AcquisitionArgs, EngineMethods, HunterArgs } from "#src/engine/protocol.ts";

export const acquisitionQuery = (methods: EngineMethods, args: AcquisitionArgs, revision: string) =>
  queryOptions({
    queryKey: ["metric", "acquisition", args, revision],
    queryFn: ({ signal }) => methods.acquisition(args, signal),
  });

export const huntersQuery = (methods: EngineMethods, args: HunterArgs, revision: string) =>
  queryOptions({
    queryKey: ["metric", "hunters", args, revision],
    queryFn: ({ signal }) => methods.hunters(args, signal),
  });
