import type { ProjectedCohort, ProjectionResult, RenewalFitResult } from "#src/engine/protocol.ts";

import { month, RESULT } from "./answers.ts";

const { basis } = RESULT;

function step(
  age: number,
  value: number,
  method: "ladder" | "additive" = "ladder",
): ProjectedCohort["projected"][number] {
  return { age, value, method, interval: method === "ladder" ? { low: value - 1000, high: value + 2000 } : null };
}

/** August is old enough, September is carried by the ladder, October by both; fen. */
export const PROJECTION: ProjectionResult = {
  basis,
  unit: "fen",
  missing: null,
  cohorts: [
    {
      cohort: month(0),
      size: 200,
      isIndicative: false,
      observed: [100_000, 200_000, 300_000],
      projected: [],
      ultimate: 300_000,
      standardError: 0,
      ladder: null,
    },
    {
      cohort: month(1),
      size: 100,
      isIndicative: false,
      observed: [60_000, 100_000],
      projected: [step(2, 150_000)],
      ultimate: 150_000,
      standardError: 5_000,
      ladder: null,
    },
    {
      cohort: month(2),
      size: 50,
      isIndicative: true,
      observed: [20_000],
      projected: [step(1, 40_000), step(2, 55_000, "additive")],
      ultimate: 55_000,
      standardError: null,
      ladder: null,
    },
  ],
  horizon: 2,
  ladderAge: 1,
  curve: [
    { age: 0, gain: 500, value: 500, cohorts: 3, lenders: 350, isThin: false },
    { age: 1, gain: 400, value: 900, cohorts: 2, lenders: 300, isThin: true },
    { age: 2, gain: 600, value: 1500, cohorts: 1, lenders: 200, isThin: true },
  ],
  factors: [
    { age: 0, factor: 1.875, standardError: 0.125, cohorts: 3, isUsed: true },
    { age: 1, factor: 1.5, standardError: null, cohorts: 1, isUsed: false },
  ],
  totalStandardError: 7_000,
  ladderTotalStandardError: null,
  diagonals: [
    { month: month(1), mean: 0.2, count: 4, isFlagged: false },
    { month: month(2), mean: 2.5, count: 4, isFlagged: true },
  ],
  backtest: { origins: 4, cells: 34, wape: { ladder: 0.26, additive: 0.38 }, coverage: 0.6 },
};

export const RENEWAL: RenewalFitResult = {
  basis,
  groups: [
    {
      termDays: 30,
      maturities: [
        { lenders: 400, renewed: 300 },
        { lenders: 200, renewed: 160 },
        { lenders: 110, renewed: 99 },
      ],
      observed: [1, 0.75, 0.6, 0.54],
      alpha: 0.7,
      beta: 2.1,
      logLikelihood: -395.5,
      survival: [1, 0.75, 0.61, 0.53, 0.47, 0.43, 0.4],
      refusal: null,
    },
    {
      termDays: 90,
      maturities: [{ lenders: 60, renewed: 30 }],
      observed: [1, 0.5],
      alpha: null,
      beta: null,
      logLikelihood: null,
      survival: [],
      refusal: "too_few",
    },
  ],
};
