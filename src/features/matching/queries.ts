import { queryOptions } from "@tanstack/react-query";

import type { EngineMethods, MatchingArgs, MatchingResult } from "#src/engine/protocol.ts";

/** With what was asked: while a new answer is on its way the old one is read with its own grain and period. */
export interface MatchingAnswer {
  readonly args: MatchingArgs;
  readonly result: MatchingResult;
}

export const matchingQuery = (methods: EngineMethods, args: MatchingArgs, revision: string) =>
  queryOptions({
    queryKey: ["metric", "matching", args, revision],
    queryFn: async ({ signal }): Promise<MatchingAnswer> => ({ args, result: await methods.matching(args, signal) }),
  });
