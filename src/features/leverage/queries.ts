import { queryOptions } from "@tanstack/react-query";

import type { EpochDay } from "#src/domain/units.ts";
import type { EngineMethods, LeverageArgs, LeverageRules } from "#src/engine/protocol.ts";

export const leverageQuery = (methods: EngineMethods, args: LeverageArgs, revision: string) =>
  queryOptions({
    queryKey: ["metric", "leverage", args, revision],
    queryFn: ({ signal }) => methods.leverage(args, signal),
  });

/** The funds in force on a day. */
export const fundsQuery = (
  methods: EngineMethods,
  args: { readonly day: EpochDay; readonly rules: LeverageRules },
  revision: string,
) =>
  queryOptions({
    queryKey: ["metric", "funds", args, revision],
    queryFn: ({ signal }) => methods.funds(args, signal),
  });
