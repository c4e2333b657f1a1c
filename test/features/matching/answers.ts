import { DEFAULT_SETTINGS } from "#src/domain/switches.ts";
import { epochDay } from "#src/domain/units.ts";
import type { MatchingResult, MatchPoint, TermLine } from "#src/engine/protocol.ts";
import { matchOf } from "#src/metrics/loans/matchRatio.ts";
import { AS_OF } from "#test/features/overview/screen.tsx";

/** The day that is so many before the as-of day. */
export function point(daysAgo: number, lenders: number, borrowers: number): MatchPoint {
  const day = epochDay(AS_OF - daysAgo);
  return { bucket: { from: day, to: day }, day, ...matchOf(lenders, borrowers) };
}

const LADDER: readonly TermLine[] = [
  { days: 7, lenders: 10_000, borrowers: 30_000 },
  { days: 30, lenders: 60_000, borrowers: 20_000 },
  { days: 60, lenders: 90_000, borrowers: 40_000 },
  { days: 90, lenders: 0, borrowers: 50_000 },
  { days: 180, lenders: 20_000, borrowers: 100_000 },
  { days: null, lenders: 0, borrowers: 140_000 },
];

/** Lenders ¥4,400 against borrowers ¥4,000: ¥400 idle; lenders fall due before borrowers pay. */
export const MATCHING: MatchingResult = {
  basis: { asOf: AS_OF, dataVersion: 1, sourceRows: 40, rejectedRows: 0, switches: DEFAULT_SETTINGS },
  ...{ hasLoans: true, hasRepaid: true, unread: 0, unreadIds: [], unreadMethods: [] },
  snapshotDay: AS_OF,
  points: [point(2, 380_000, 400_000), point(1, 400_000, 400_000), point(0, 440_000, 400_000)],
  now: point(0, 440_000, 400_000),
  lenderYield: { rate: 0.0912, from: "ledger", days: 365 },
  idleCostPerDay: 10,
  idleCostOfPeriod: 120,
  ladder: LADDER,
  overdue: { lenders: 50_000, borrowers: 20_000 },
  undated: 225_000,
  orphans: 15_000,
};

export const WITHOUT_LOANS: MatchingResult = {
  ...MATCHING,
  hasLoans: false,
  snapshotDay: null,
  points: [],
  now: null,
  idleCostPerDay: null,
  idleCostOfPeriod: null,
  ladder: LADDER.map((line) => ({ ...line, borrowers: 0 })),
  overdue: { lenders: 50_000, borrowers: 0 },
};

export const WITHOUT_YIELD: MatchingResult = {
  ...MATCHING,
  lenderYield: null,
  idleCostPerDay: null,
  idleCostOfPeriod: null,
};
