import { dayOf, monthEnd, monthOf, monthStart } from "#src/domain/calendar.ts";
import { DEFAULT_SETTINGS } from "#src/domain/switches.ts";
import type { Basis, GrowthResult, LenderStatesResult } from "#src/engine/protocol.ts";
import type { GrowthRow } from "#src/metrics/growth.ts";
import { AS_OF } from "#test/features/overview/screen.tsx";

const first = monthOf(dayOf(2026, 9, 1));

export function month(at: number) {
  return { from: monthStart(first + at), to: monthEnd(first + at) };
}

const basis: Basis = { asOf: AS_OF, dataVersion: 1, sourceRows: 100, rejectedRows: 0, switches: DEFAULT_SETTINGS };

/** September: 5,000 yuan came in. October: 4,000 + 1,000 − 2,000 + 500 + 300 − 1,800 more. */
export const ROWS: readonly GrowthRow[] = [
  {
    month: month(0),
    open: 0,
    new: 500_000,
    resurrected: 0,
    expansion: 0,
    contraction: 0,
    churned: 0,
    close: 500_000,
    lenders: { open: 0, new: 5, resurrected: 0, churned: 0, retained: 0, close: 5, transient: 1 },
    quickRatio: null,
    lenderQuickRatio: null,
    grossBalanceRetention: null,
    netBalanceRetention: null,
  },
  {
    month: month(1),
    open: 500_000,
    new: 100_000,
    resurrected: 50_000,
    expansion: 30_000,
    contraction: 80_000,
    churned: 120_000,
    close: 480_000,
    lenders: { open: 5, new: 2, resurrected: 1, churned: 2, retained: 3, close: 6, transient: 0 },
    quickRatio: 0.9,
    lenderQuickRatio: 1.5,
    grossBalanceRetention: 0.6,
    netBalanceRetention: 0.66,
  },
];

export const GROWTH: GrowthResult = { basis, rows: ROWS };

export const STATES: LenderStatesResult = {
  basis,
  states: [
    { state: "new", lenders: 3, balance: 100_000 },
    { state: "holding", lenders: 5, balance: 380_000 },
    { state: "at_risk", lenders: 0, balance: 0 },
    { state: "resurrected", lenders: 0, balance: 0 },
    { state: "grace", lenders: 1, balance: 0 },
    { state: "lost", lenders: 1, balance: 0 },
    { state: "never_lent", lenders: 0, balance: 0 },
  ],
};
