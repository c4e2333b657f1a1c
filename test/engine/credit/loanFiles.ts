import fc from "fast-check";

import { isoDay } from "#src/domain/calendar.ts";
import { LOAN_METHODS, type LoanMethod } from "#src/domain/loans.ts";
import { epochDay, type EpochDay } from "#src/domain/units.ts";
import { csvOf } from "#test/support/engineHarness.ts";

/** One loan as a file tells it, fen; what is not told is a blank cell. */
export interface FileLoan {
  readonly id: string;
  readonly product: string;
  readonly disbursedOn: number;
  readonly principal: number;
  readonly ratePpm: number;
  readonly periods: number;
  readonly method: LoanMethod;
  readonly interest?: number | undefined;
  readonly penalty?: number | undefined;
  readonly fees?: number | undefined;
  readonly bad?: number | undefined;
  readonly marketing?: number | undefined;
  readonly funding?: number | undefined;
  readonly repaid?: number | undefined;
  readonly overdueDays?: number | undefined;
  readonly status?: string | undefined;
  readonly borrower?: string | undefined;
}

const OPTIONAL_COLUMNS = {
  interest: "interest_received",
  penalty: "penalty_received",
  fees: "fees_received",
  bad: "bad_principal",
  marketing: "marketing_cost",
  funding: "funding_cost",
  repaid: "repaid_principal",
  overdueDays: "overdue_days",
  status: "status",
  borrower: "borrower_id",
} as const;

export type OptionalField = keyof typeof OPTIONAL_COLUMNS;

// The keys are those of the record.
export const OPTIONAL_FIELDS = Object.keys(OPTIONAL_COLUMNS) as OptionalField[];

/** A file of loans with some of its optional columns. */
export function loansCsv(loans: readonly FileLoan[], fields: readonly OptionalField[] = OPTIONAL_FIELDS): string {
  const columns = fields.map((field) => OPTIONAL_COLUMNS[field]);
  const header = ["loan_id,product,disbursed_on,principal,annual_rate,periods,method", ...columns].join(",");
  return [header, ...loans.map((loan) => lineOf(loan, fields)), ""].join("\n");
}

function lineOf(loan: FileLoan, fields: readonly OptionalField[]): string {
  const { id, product, disbursedOn, principal, ratePpm, periods, method } = loan;
  const terms = [id, product, isoDay(epochDay(disbursedOn)), yuan(principal), `${ratePpm / 10_000}%`, periods, method];
  const told = fields.map((field) => {
    const value = loan[field];
    return typeof value === "number" && field !== "overdueDays" ? yuan(value) : (value ?? "");
  });
  return [...terms, ...told].join(",");
}

function yuan(fen: number): string {
  return `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, "0")}`;
}

/** A ledger whose last day is `day`. */
export function ledgerUpTo(day: EpochDay): string {
  const at = `${isoDay(day)} 10:00:00`;
  return csvOf([{ txnId: "t", lender: "a", at, type: "lend", amount: "1", product: "P", term: "30", channel: "" }]);
}

/** 2024-08-31: the last day of a long month. */
export const SNAPSHOT = epochDay(19_966);

/** Cells of a column that is told here and there. */
const share = (most: number) => fc.option(fc.double({ min: 0, max: most, noNaN: true }), { nil: undefined });

/** Parts that no loan of a product tells, of some products. */
const someUntold = fc.array(
  fc.record({
    product: fc.constantFrom("甲", "B"),
    part: fc.constantFrom("interest", "bad", "funding", "marketing", "fees"),
  }),
  { maxLength: 2 },
);

const toldLoans: fc.Arbitrary<readonly FileLoan[]> = fc
  .array(
    fc.record({
      product: fc.constantFrom("甲", "B", "C12"),
      age: fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 900 })),
      principal: fc.integer({ min: 1, max: 5_000_000 }),
      ratePpm: fc.constantFrom(0, 60_000, 181_234, 360_000),
      periods: fc.integer({ min: 1, max: 30 }),
      method: fc.constantFrom(...LOAN_METHODS),
      interest: share(0.4),
      penalty: share(0.01),
      fees: share(0.02),
      marketing: share(0.03),
      funding: share(0.1),
      repaid: fc.option(fc.oneof(fc.constantFrom(0, 1, 1), fc.double({ min: 0, max: 1, noNaN: true })), {
        nil: undefined,
      }),
      // More than 1 is more than was left.
      bad: fc.option(fc.constantFrom(0, 0, 0.5, 1, 1.2), { nil: undefined }),
      overdueDays: fc.option(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 400 })), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 30 },
  )
  .map((drawn) =>
    drawn.map(({ age, ...loan }, place): FileLoan => {
      const { principal } = loan;
      const part = (of: number | undefined, whole = principal) =>
        of === undefined ? undefined : Math.floor(whole * of);
      const repaid = part(loan.repaid);
      return {
        ...loan,
        id: `L${place}`,
        disbursedOn: SNAPSHOT - age,
        repaid,
        interest: part(loan.interest),
        penalty: part(loan.penalty),
        fees: part(loan.fees),
        marketing: part(loan.marketing),
        funding: part(loan.funding),
        bad: part(loan.bad, principal - (repaid ?? 0)),
      };
    }),
  );

/**
 * Loans of every fate: paid on time, early, in part, overdue, bad; with blank cells, and products that lack whole columns.
 * None is disbursed after `SNAPSHOT`.
 */
export const someLoans: fc.Arbitrary<readonly FileLoan[]> = fc.tuple(toldLoans, someUntold).map(([loans, untold]) =>
  loans.map((loan) => {
    const cell = <Part extends "interest" | "bad" | "funding" | "marketing" | "fees">(part: Part): FileLoan[Part] =>
      untold.some((gap) => gap.part === part && gap.product === loan.product) ? undefined : loan[part];
    const [interest, bad, fees] = [cell("interest"), cell("bad"), cell("fees")];
    return { ...loan, interest, bad, fees, funding: cell("funding"), marketing: cell("marketing") };
  }),
);
