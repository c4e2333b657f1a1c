import { monthEnd, monthOf, monthStart, parseIsoDay } from "#src/domain/calendar.ts";
import { epochDay } from "#src/domain/units.ts";
import type { Annotation, TargetProgress, TargetsResult } from "#src/engine/protocol.ts";
import { BASIS } from "#test/features/overview/answers.ts";

const DAY = (text: string) => parseIsoDay(text) ?? epochDay(0);

/** A target of October 2026, which is over; the last day of data is November 20. */
export function targetOf(change: Partial<TargetProgress> & { readonly in?: string } = {}): TargetProgress {
  const { in: text = "2026-10-01", ...rest } = change;
  const month = monthOf(DAY(text));
  return {
    month: { from: monthStart(month), to: monthEnd(month) },
    metric: "volume",
    metricName: "volume",
    owner: "Ops",
    unit: "fen",
    target: 1_000_000,
    actual: 1_100_000,
    share: 1.1,
    isOver: true,
    expectedByNow: null,
    pace: "met",
    shapeMonths: 0,
    importId: 1,
    ...rest,
  };
}

const RUNNING = { in: "2026-11-01", isOver: false, shapeMonths: 9 } as const;

export const TARGETS: TargetsResult = {
  basis: BASIS,
  targets: [
    targetOf({ in: "2026-09-01", actual: 900_000, share: 0.9, pace: "missed" }),
    targetOf(),
    targetOf({ ...RUNNING, actual: 300_000, share: 0.3, expectedByNow: 500_000, pace: "behind", importId: 2 }),
    targetOf({
      ...RUNNING,
      metric: "new_lenders",
      metricName: "new_lenders",
      unit: "count",
      target: 200,
      actual: 150,
      share: 0.75,
      expectedByNow: 120.5,
      pace: "ahead",
      owner: "",
    }),
    targetOf({
      ...RUNNING,
      metric: null,
      metricName: "GMV",
      unit: "count",
      target: 7,
      actual: null,
      share: null,
      pace: null,
    }),
  ],
};

export const NOTES: readonly Annotation[] = [
  { day: DAY("2026-09-10"), endDay: null, text: "New terms", kind: "product", importId: 1 },
  { day: DAY("2026-11-01"), endDay: DAY("2026-11-07"), text: "Autumn campaign", kind: "campaign", importId: 3 },
];
