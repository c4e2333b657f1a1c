import { isoMonth, monthOf } from "#src/domain/calendar.ts";
import type { EngineMethods, ProjectedMeasure, ProjectionResult } from "#src/engine/protocol.ts";

const WHOLE = {
  // As far as anything is observed.
  horizonMonths: Number.MAX_SAFE_INTEGER,
  lastDiagonalsOnly: false,
  discountPpm: 0,
  filter: { products: [], channels: [] },
} as const;

/** What cohorts came to and may come to, by month of the first lend; the margin is null without a spread. */
export async function ltvSection(methods: EngineMethods) {
  const of = async (measure: ProjectedMeasure) => entry(await methods.cohortProjection({ ...WHOLE, measure }));
  return { volume: await of("volume"), balanceYears: await of("balanceYears"), margin: await of("margin") };
}

function entry(result: ProjectionResult) {
  if (result.missing !== null) return null;
  return {
    unit: result.unit,
    cohorts: result.cohorts.map(({ cohort, size, observed, projected, ladder }) => ({
      cohort: isoMonth(monthOf(cohort.from)),
      size,
      observed,
      ultimate: ladder?.ultimate ?? null,
      standardError: ladder?.standardError ?? null,
      projected: projected.map(({ age, value, method, interval }) => ({
        age,
        value,
        method,
        low: interval?.low ?? null,
        high: interval?.high ?? null,
      })),
    })),
    totalStandardError: result.ladderTotalStandardError,
    curve: result.curve.map(({ age, gain, value, cohorts, lenders }) => ({
      age,
      gain,
      cumulative: value,
      cohorts,
      lenders,
    })),
    factors: result.factors,
    backtest: result.backtest,
  };
}
