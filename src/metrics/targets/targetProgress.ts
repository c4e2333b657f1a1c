import { monthEnd, monthStart, type MonthNumber } from "#src/domain/calendar.ts";
import type { TargetMetric } from "#src/domain/targetMetrics.ts";
import { ratio } from "#src/metrics/ratio.ts";

import { lastDayOf, sumOver, valueOn, type DaySeries } from "./daySeries.ts";
import { expectedBalance, expectedFlow } from "./targetPace.ts";

export interface Goal {
  readonly month: MonthNumber;
  readonly metric: TargetMetric;
  /** Fen, or lenders. */
  readonly target: number;
}

/** How far a goal is at the last day of data. */
export interface GoalProgress {
  /** Flows so far in the month, or the balance at its last day of data; null where no day of it has data. */
  readonly actual: number | null;
  /** actual ÷ target; null over zero. */
  readonly share: number | null;
  /** The last day of data is the month's last or later. */
  readonly isOver: boolean;
  /** Not rounded; null before the month begins, once it is over, and for a flow without an earlier complete month. */
  readonly expectedByNow: number | null;
  readonly pace: "ahead" | "behind" | "met" | "missed" | null;
  /** Earlier months that the expectation was made of. */
  readonly shapeMonths: number;
}

/** A goal without a figure to hold against it. */
export const NO_PROGRESS: GoalProgress = {
  actual: null,
  share: null,
  isOver: false,
  expectedByNow: null,
  pace: null,
  shapeMonths: 0,
};

/**
 * How far a goal is (TA1): a flow from the month's first day to the last day of data, a balance at the last of these
 * days. A month that is over has met its goal or missed it; a running one is ahead of what earlier months let expect by
 * now, or behind (TA2, TA3). Of exits less is better. At the expected figure itself it is ahead, at the target met.
 *
 * @param days  the goal's metric
 */
export function goalProgress({ month, metric, target }: Goal, days: DaySeries): GoalProgress {
  const whole = { from: monthStart(month), to: monthEnd(month) };
  const lastDay = lastDayOf(days);
  const isOver = lastDay >= whole.to;
  if (days.values.length === 0 || whole.from > lastDay || whole.to < days.firstDay) return { ...NO_PROGRESS, isOver };
  const isBalance = metric === "outstanding";
  const actual = isBalance ? valueOn(days, whole.to) : sumOver(days, whole);
  const share = ratio(actual, target);
  const reaches = (goal: number): boolean => (metric === "exits" ? actual <= goal : actual >= goal);
  if (isOver) {
    return { ...NO_PROGRESS, actual, share, isOver, pace: reaches(target) ? "met" : "missed" };
  }
  const { expected, months } = isBalance
    ? expectedBalance(days, { month, target })
    : expectedFlow(days, { month, target });
  const pace = expected === null ? null : reaches(expected) ? "ahead" : "behind";
  return { actual, share, isOver, expectedByNow: expected, pace, shapeMonths: months };
}
