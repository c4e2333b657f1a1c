import { queryOptions } from "@tanstack/react-query";

import type { EngineMethods } from "#src/engine/protocol.ts";

import { cohortArgs, retentionArgs, type CohortView } from "./cohortView.ts";
import { shownRetention, type ShownCohorts } from "./shownCohorts.ts";

/** Cohorts as the link asks for them: from the cohort table where it has the answer, else from retention by its modes. */
export const cohortsQuery = (methods: EngineMethods, view: CohortView, revision: string) => {
  const asked = cohortArgs(view);
  const modes = retentionArgs(view);
  return queryOptions({
    queryKey: ["metric", ...(asked ? ["cohorts", asked] : ["retention", modes]), revision],
    queryFn: async ({ signal }): Promise<ShownCohorts> =>
      asked
        ? { ...(await methods.cohorts(asked, signal)), columns: undefined }
        : shownRetention(await methods.retention(modes, signal), view),
  });
};
