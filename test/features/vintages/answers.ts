import { monthEnd, monthOf, monthStart } from "#src/domain/calendar.ts";
import { OVERDUE_BUCKETS } from "#src/domain/loans.ts";
import type { OverdueBucket, Vintage, VintagesResult } from "#src/engine/protocol.ts";
import { BASIS } from "#test/features/overview/answers.ts";
import { AS_OF } from "#test/features/overview/screen.tsx";

/** The month that many months before the last day's. */
export function monthBack(months: number) {
  const month = monthOf(AS_OF) - months;
  return { from: monthStart(month), to: monthEnd(month) };
}

/** A month of lending with so many observed points; the rest is not over. */
export function vintage(back: number, disbursed: number, bad: readonly number[]): Vintage {
  const points = Array.from({ length: AGES }, (_, age) => bad[age] ?? null);
  return {
    month: monthBack(back),
    loans: disbursed / 1000,
    disbursed,
    bad: points,
    prepaid: points.map((point) => (point === null ? null : 2 * point)),
  };
}

const AGES = 4;

/** Expected of 1 fen lent by months on book, from what the vintages say, the slow way. */
function expectedOf(vintages: readonly Vintage[], measure: "bad" | "prepaid"): (number | null)[] {
  let sum = 0;
  return Array.from({ length: AGES }, (_, age) => {
    const seen = vintages.filter((one) => one[measure][age] !== null);
    if (seen.length === 0) return null;
    const added = seen.reduce((total, one) => total + (one[measure][age] ?? 0) - (one[measure][age - 1] ?? 0), 0);
    return (sum += added / seen.reduce((total, { disbursed }) => total + disbursed, 0));
  });
}

export function overdueOf(product: string, owed: Partial<Record<OverdueBucket, number>>) {
  return {
    product,
    lines: OVERDUE_BUCKETS.map((bucket) => ({ bucket, loans: owed[bucket] ? 2 : 0, owed: owed[bucket] ?? 0 })),
  };
}

export function vintagesResult(vintages: readonly Vintage[], changes: Partial<VintagesResult> = {}): VintagesResult {
  return {
    basis: BASIS,
    snapshotDay: AS_OF,
    ...{ hasRepaid: true, unread: 0, unreadIds: [], unreadMethods: [] },
    hasBad: true,
    hasPrepaid: true,
    hasOverdue: true,
    gaps: { loans: 0, blanks: [], beyond: 0, later: 0, latest: AS_OF, isDisbursal: false },
    vintages,
    expected: {
      bad: expectedOf(vintages, "bad"),
      prepaid: expectedOf(vintages, "prepaid"),
      vintages: Array.from({ length: AGES }, (_, age) => vintages.filter(({ bad }) => bad[age] !== null).length),
    },
    overdue: [],
    overdueBad: 0,
    ownProducts: [],
    allProducts: ["CAR24", "CL12"],
    ...changes,
  };
}

/** ¥10,000, ¥20,000 and ¥10,000 of lending, four, three and two points old; the second goes bad the fastest. */
export const VINTAGES = [
  vintage(4, 1_000_000, [0, 0, 10_000, 20_000]),
  vintage(3, 2_000_000, [0, 10_000, 80_000]),
  vintage(2, 1_000_000, [0, 0]),
  vintage(0, 40_000, []),
];

export const RESULT = vintagesResult(VINTAGES, {
  overdue: [
    overdueOf("CL12", { on_time: 900_000, "1_30": 50_000, over_90: 50_000 }),
    overdueOf("CAR24", { on_time: 80_000, over_90: 20_000 }),
  ],
});

export const NO_LOANS: VintagesResult = {
  ...vintagesResult([]),
  snapshotDay: null,
  hasBad: false,
  hasPrepaid: false,
  hasOverdue: false,
  expected: { bad: [], prepaid: [], vintages: [] },
  allProducts: [],
};

/** A day before any month of lending is a month on book. */
export const YOUNG = vintagesResult([vintage(1, 1_000_000, [0]), vintage(0, 500_000, [])]);
