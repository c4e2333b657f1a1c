import { queryOptions } from "@tanstack/react-query";

import type { AcquisitionArgs, CompareArgs, EngineMethods } from "#src/engine/protocol.ts";

export const compareQuery = (methods: EngineMethods, args: CompareArgs, revision: string) =>
  queryOptions({
    queryKey: ["metric", "compareAcquisition", args, revision],
    queryFn: ({ signal }) => methods.compareAcquisition(args, signal),
  });

/** Which names there are to choose from. */
export const namesQuery = (methods: EngineMethods, args: AcquisitionArgs, revision: string) =>
  queryOptions({
    queryKey: ["metric", "acquisition", args, revision],
    queryFn: ({ signal }) => methods.acquisition(args, signal),
  });
