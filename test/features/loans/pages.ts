import { epochDay } from "#src/domain/units.ts";
import type { Instalment, LoanRow, LoansPage, ProfitFigures } from "#src/engine/protocol.ts";
import { BASIS } from "#test/features/overview/answers.ts";
import { AS_OF } from "#test/features/overview/screen.tsx";

/** ¥12,000 lent 100 days before the last day, with figures that follow from the number. */
export function loanRow(index: number, changes: Partial<LoanRow> = {}): LoanRow {
  return {
    loanId: `L${index}`,
    product: "CAR24",
    disbursedOn: epochDay(AS_OF - 100),
    principal: 1_200_000,
    rate: 0.18,
    periods: 12,
    method: "level",
    interest: 50_000 + index,
    penalty: null,
    fees: 12_000,
    bad: 0,
    marketing: 4000,
    funding: 20_000,
    repaid: 300_000,
    status: "current",
    borrower: `borrower-${index}`,
    overdueDays: 0,
    profit: 38_000 + index,
    scheduledInterest: 52_000,
    owed: 900_000,
    due: null,
    ...changes,
  };
}

const NO_CAPITAL = { fenYears: 0, average: 0, perYear: null };

/** What the rows add up to, as far as the drawer tells it. */
function figuresOf(rows: readonly LoanRow[]): ProfitFigures {
  const sum = (id: "principal" | "interest" | "fees" | "bad" | "marketing" | "funding" | "profit" | "owed") =>
    rows.reduce((total, row) => total + (row[id] ?? 0), 0);
  return {
    loans: rows.length,
    disbursed: sum("principal"),
    interest: sum("interest"),
    penalty: null,
    fees: sum("fees"),
    income: sum("interest") + sum("fees"),
    bad: sum("bad"),
    funding: sum("funding"),
    marketing: sum("marketing"),
    cost: sum("bad") + sum("funding") + sum("marketing"),
    profit: sum("profit"),
    perDisbursed: null,
    closing: NO_CAPITAL,
    opening: NO_CAPITAL,
    scheduledInterest: 0,
    realised: null,
    breakEvenBad: null,
    owed: sum("owed"),
    finished: 0,
    contractRate: null,
    irr: { rate: null, reason: "too_young" },
    xirr: { rate: null, reason: "too_young" },
  };
}

export function loansPage(
  total: number,
  rows = Array.from({ length: total }, (_, index) => loanRow(index)),
): LoansPage {
  return { basis: BASIS, total: figuresOf(rows), due: null, rows };
}

/** Three instalments, two of them due; the second was not paid. */
export const INSTALMENTS: readonly Instalment[] = [
  { number: 1, dueDay: epochDay(AS_OF - 40), principal: 300, interest: 9, payment: 309, balance: 600, actual: 600 },
  { number: 2, dueDay: epochDay(AS_OF - 10), principal: 300, interest: 6, payment: 306, balance: 300, actual: 600 },
  { number: 3, dueDay: epochDay(AS_OF + 20), principal: 300, interest: 3, payment: 303, balance: 0, actual: null },
];
