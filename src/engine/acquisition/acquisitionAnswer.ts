import { acquisitionTable } from "#src/metrics/acquisition/acquisitionTable.ts";
import { timeToFirst, timeToSecond } from "#src/metrics/acquisition/lendTimes.ts";
import { HORIZON_MONTHS } from "#src/metrics/acquisition/valueCurve.ts";

import type { Analysis } from "#src/engine/analysis.ts";
import { basisOf } from "#src/engine/codes.ts";
import type { AcquisitionArgs, AcquisitionResult } from "#src/engine/protocol.ts";
import { acquisitionSources } from "./acquisitionSources.ts";

/** Funnel and economics of acquiring lenders, by one thing they have in common. */
export async function acquisitionAnswer(analysis: Analysis, args: AcquisitionArgs): Promise<AcquisitionResult> {
  const { input, missing } = await acquisitionSources(analysis, args);
  const { rows, ...table } = acquisitionTable(args.by, input);
  return {
    basis: basisOf(analysis.held, rows),
    missing,
    // Nothing is projected beyond the oldest age that anybody was observed at.
    horizonMonths: Math.min(HORIZON_MONTHS, table.total.curve.points.length || HORIZON_MONTHS),
    spreadPpm: input.spreadPpm,
    ...table,
    timeToFirst: timeToFirst(input),
    timeToSecond: timeToSecond(input),
  };
}
