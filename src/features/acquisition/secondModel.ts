import type { TimeToSecond } from "#src/engine/protocol.ts";

/** 1 − S(t) day by day: a step holds until the next. */
export interface SecondModel {
  readonly share: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** Lenders still waiting at the step in force, and how many lent again on it. */
  readonly atRisk: readonly number[];
  readonly events: readonly number[];
}

/** From day 0, when nobody has lent again, to the last step. */
export function secondModel({ points, lenders }: TimeToSecond): SecondModel {
  const lastDay = points.at(-1)?.day ?? -1;
  const byDay = new Map(points.map((point) => [point.day, point]));
  let step = { share: 0, low: 0, high: 0, atRisk: lenders };
  const days = Array.from({ length: lastDay + 1 }, (_, day) => {
    const point = byDay.get(day);
    if (point !== undefined) step = point;
    return { ...step, events: point?.events ?? 0 };
  });
  return {
    share: days.map(({ share }) => share),
    low: days.map(({ low }) => low),
    high: days.map(({ high }) => high),
    atRisk: days.map(({ atRisk }) => atRisk),
    events: days.map(({ events }) => events),
  };
}
