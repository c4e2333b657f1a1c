import fc from "fast-check";

import { LOAN_METHODS, PROFIT_PARTS, type LoanMethod } from "#src/domain/loans.ts";
import { epochDay } from "#src/domain/units.ts";
import type { LoanBook } from "#src/metrics/loans/loanBook.ts";
import { unknownByProduct } from "#src/metrics/loans/unknownParts.ts";

/** A loan as its file tells it; what is not told is blank. */
export interface ToldLoan {
  readonly product?: string;
  readonly disbursedOn: number;
  readonly principal: number;
  readonly ratePpm?: number;
  readonly periods: number;
  readonly method?: LoanMethod;
  readonly interest?: number;
  readonly bad?: number;
  readonly repaid?: number;
  readonly overdueDays?: number;
  readonly status?: string;
}

/** The book of loans, put in the order of their days; a column that no loan tells is unknown. */
export function bookOfLoans(told: readonly ToldLoan[], snapshotDay: number): LoanBook {
  const loans = told.toSorted((a, b) => a.disbursedOn - b.disbursedOn);
  const productNames = [...new Set(loans.map(({ product = "P" }) => product))].toSorted();
  const numbers = (of: (loan: ToldLoan) => number | undefined) => Float64Array.from(loans, (loan) => of(loan) ?? NaN);
  const columns = {
    interest: numbers(({ interest }) => interest),
    penalty: numbers(() => undefined),
    fees: numbers(() => undefined),
    bad: numbers(({ bad }) => bad),
    funding: numbers(() => undefined),
    marketing: numbers(() => undefined),
  };
  const product = Uint16Array.from(loans, ({ product: name = "P" }) => productNames.indexOf(name));
  return {
    loans: loans.length,
    snapshotDay: epochDay(snapshotDay),
    productNames,
    ids: loans.map((_, place) => `L${place}`),
    borrowers: loans.map(() => ""),
    statuses: loans.map(({ status = "" }) => status),
    product,
    disbursedOn: Int32Array.from(loans, ({ disbursedOn }) => disbursedOn),
    principal: numbers(({ principal }) => principal),
    ratePpm: numbers(({ ratePpm = 120_000 }) => ratePpm),
    periods: Uint16Array.from(loans, ({ periods }) => periods),
    method: Uint8Array.from(loans, ({ method = "level" }) => LOAN_METHODS.indexOf(method)),
    ...columns,
    repaid: numbers(({ repaid }) => repaid),
    overdueDays: numbers(({ overdueDays }) => overdueDays),
    missing: PROFIT_PARTS.filter((part) => columns[part].every(Number.isNaN)),
    unknown: unknownByProduct({ productNames, product, ...columns }),
    hasRepaid: loans.some(({ repaid }) => repaid !== undefined),
    hasOverdue: loans.some(({ overdueDays }) => overdueDays !== undefined),
    unread: 0,
    unreadIds: [],
    unreadMethods: [],
    later: 0,
    latest: epochDay(snapshotDay),
    isDisbursal: false,
  };
}

/** 2024-08-31: a snapshot on the last day of a long month. */
export const SNAPSHOT = 19_966;

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

/** Loans of every kind of fate: on time, behind, ahead, prepaid, overdue, bad in part and in full, blank cells. */
const someLoan: fc.Arbitrary<ToldLoan> = fc
  .record({
    product: fc.constantFrom("A", "B", "C"),
    age: fc.integer({ min: 0, max: 900 }),
    principal: fc.integer({ min: 1, max: 5_000_000 }),
    ratePpm: fc.constantFrom(0, 60_000, 180_000, 360_000),
    periods: fc.integer({ min: 1, max: 36 }),
    method: fc.constantFrom(...LOAN_METHODS),
    repaidShare: maybe(fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true }))),
    badShare: maybe(fc.oneof(fc.constantFrom(0, 0, 1), fc.double({ min: 0, max: 1, noNaN: true }))),
    interestShare: maybe(fc.double({ min: 0, max: 0.4, noNaN: true })),
    overdueDays: maybe(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 400 }))),
  })
  .map(({ age, repaidShare, badShare, interestShare, overdueDays, ...loan }) => {
    const { principal } = loan;
    const repaid = repaidShare === undefined ? undefined : Math.floor(principal * repaidShare);
    const bad = badShare === undefined ? undefined : Math.floor((principal - (repaid ?? principal)) * badShare);
    const interest = interestShare === undefined ? undefined : Math.floor(principal * interestShare);
    return {
      ...loan,
      disbursedOn: SNAPSHOT - age,
      ...(repaid === undefined ? {} : { repaid }),
      ...(bad === undefined ? {} : { bad }),
      ...(interest === undefined ? {} : { interest }),
      ...(overdueDays === undefined ? {} : { overdueDays }),
    };
  });

export const someLoans: fc.Arbitrary<readonly ToldLoan[]> = fc.array(someLoan, { minLength: 1, maxLength: 25 });
