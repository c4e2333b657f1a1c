import { queryOptions } from "@tanstack/react-query";

import { addMonths } from "#src/domain/calendar.ts";
import { epochDay, type EpochDay } from "#src/domain/units.ts";
import type { CohortArgs, EngineMethods, SeriesArgs, SeriesResult } from "#src/engine/protocol.ts";

/** An answer with what was asked, since the old picture stays while a new one loads. */
export interface SeriesAnswer extends SeriesResult {
  readonly args: SeriesArgs;
}

export const seriesQuery = (engine: EngineMethods, asked: SeriesArgs, revision: string) => {
  const args = seriesArgs(asked);
  return queryOptions({
    queryKey: ["metric", "series", args, revision],
    queryFn: async ({ signal }): Promise<SeriesAnswer> => ({ ...(await engine.series(args, signal)), args }),
  });
};

/** Asks for the balance by week over the year that ends with the period. */
export function yearArgs(asked: SeriesArgs, since: EpochDay): SeriesArgs {
  const { to } = asked.period;
  const from = epochDay(Math.max(since, addMonths(to, -12) + 1));
  return { ...asked, period: { from, to }, grain: "week", comparison: "none" };
}

export const retentionQuery = (
  engine: EngineMethods,
  { filter, measure }: Pick<CohortArgs, "filter" | "measure">,
  revision: string,
) => {
  const args: CohortArgs = { grain: "month", measure, per: "lender", splitBy: "none", filter };
  return queryOptions({
    queryKey: ["metric", "cohorts", args, revision],
    queryFn: ({ signal }) => engine.cohorts(args, signal),
  });
};

/** The arguments alone: a view carries more, which is no part of a key. */
function seriesArgs({ period, grain, filter, comparison }: SeriesArgs): SeriesArgs {
  return { period: { from: period.from, to: period.to }, grain, filter, comparison };
}
