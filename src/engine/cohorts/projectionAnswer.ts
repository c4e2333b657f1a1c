import { monthEnd, monthStart } from "#src/domain/calendar.ts";
import type { Period } from "#src/domain/period.ts";
import { cohortTriangle } from "#src/metrics/cohortTriangle.ts";
import { cohortProjection, type CohortFlows, type CohortProjection } from "#src/metrics/projection/cohortProjection.ts";
import { isDependable } from "#src/metrics/projection/linkRatios.ts";
import { flowOf, flowsOfCube } from "#src/metrics/projection/projectedFlows.ts";
import { ratio } from "#src/metrics/ratio.ts";

import type { Analysis } from "#src/engine/analysis.ts";
import { basisOf, channelCodes, productCodes } from "#src/engine/codes.ts";
import type { ProjectionArgs, ProjectionResult } from "#src/engine/protocol.ts";

/** Fewer lenders make a cohort's projection no more than an indication. */
const FIRM_COHORT = 100;
/** Fewer cohorts make a point of the curve too loose to read (LT5). */
const THIN_COHORTS = 3;

/** Cohorts by month of the first lend, and where they may go; products of the filter are those of the first lend. */
export async function projectionAnswer(analysis: Analysis, args: ProjectionArgs): Promise<ProjectionResult> {
  const isMissing = args.measure === "margin" && analysis.held.state.settings.spreadPpm === null;
  const flows = isMissing ? [] : await flowsOf(analysis, args);
  const lastMonth = Math.max(...flows.map(({ month, ages }) => month + ages.length - 1));
  const projection = cohortProjection(flows, args);
  const { horizon, ladderAge, totalStandardError, ladderTotalStandardError } = projection;
  return {
    basis: basisOf(analysis.held, analysis.held.kept.book.rows),
    unit: args.measure === "balanceYears" ? "fenYears" : "fen",
    missing: isMissing ? "spread" : null,
    cohorts: projection.cohorts.map(({ month, ...cohort }) => ({
      cohort: daysOf(month),
      isIndicative: cohort.size < FIRM_COHORT,
      ...cohort,
    })),
    horizon,
    ladderAge,
    curve: projection.curve.map(({ age, gain, cumulative, cohorts, lenders }) => ({
      age,
      gain,
      value: cumulative,
      cohorts,
      lenders,
      isThin: cohorts < THIN_COHORTS,
    })),
    factors: factorsOf(projection),
    totalStandardError,
    ladderTotalStandardError,
    diagonals: projection.diagonals.map(({ monthsAgo, ...residual }) => ({
      month: daysOf(lastMonth - monthsAgo),
      ...residual,
    })),
    backtest: backtestOf(projection),
  };
}

/** From the month cube at once; a segment is not fixed at the first lend by channel and product alone and needs the rows. */
async function flowsOf(analysis: Analysis, { measure, filter }: ProjectionArgs): Promise<CohortFlows[]> {
  const { held } = analysis;
  const flow = flowOf(measure, held.state.settings.spreadPpm ?? 0);
  if (filter.segment !== undefined) {
    const { calendar } = await analysis.cubesOf(await analysis.lendersKept(filter));
    return flowsOfCube(calendar, flow);
  }
  const [whole] = cohortTriangle(held.kept.book.monthCohorts, {
    splitBy: "none",
    keepChannel: channelCodes(held, filter.channels),
    keepFirstProduct: productCodes(held, filter.products),
    transfers: held.state.settings.transfers,
    asOf: held.kept.book.asOf,
  });
  return (whole?.cohorts ?? []).map(({ cohort, size, cells }) => ({
    month: cohort,
    size,
    ages: cells.map((cell) => flow({ ...cell, laterSubsidies: cell.subsidies })),
  }));
}

function factorsOf({ ratios }: CohortProjection): ProjectionResult["factors"] {
  return ratios.map((link) => ({
    age: link.age,
    factor: link.factor,
    standardError: link.factorVariance === null ? null : Math.sqrt(link.factorVariance),
    cohorts: link.cohorts,
    isUsed: isDependable(link),
  }));
}

function backtestOf({ backtest }: CohortProjection): ProjectionResult["backtest"] {
  if (backtest === null) return null;
  const { origins, cells, wape, covered, intervals } = backtest;
  return { origins, cells, wape, coverage: ratio(covered, intervals) };
}

function daysOf(month: number): Period {
  return { from: monthStart(month), to: monthEnd(month) };
}
