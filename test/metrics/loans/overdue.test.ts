import fc from "fast-check";
import { expect, it } from "vitest";

import { DEFAULT_CREDIT_RULES, OVERDUE_BUCKETS } from "#src/domain/loans.ts";
import { loanOutcomes } from "#src/metrics/loans/loanOutcomes.ts";
import { overdueBucket, overdueByProduct } from "#src/metrics/loans/overdue.ts";

import { bookOfLoans, SNAPSHOT, someLoans, type ToldLoan } from "./booksOfLoans.ts";

const overdueOf = (loans: readonly ToldLoan[], keep?: Uint8Array) => {
  const book = bookOfLoans(loans, SNAPSHOT);
  return overdueByProduct(book, loanOutcomes(book, DEFAULT_CREDIT_RULES), keep);
};

it.each([
  [0, "on_time"],
  [1, "1_30"],
  [30, "1_30"],
  [31, "31_60"],
  [60, "31_60"],
  [61, "61_90"],
  [90, "61_90"],
  [91, "over_90"],
  [NaN, "on_time"],
])("VT4 %d days overdue are %s", (days, bucket) => {
  expect(overdueBucket(days)).toBe(bucket);
});

it("VT4 what is not repaid counts by days overdue, bad or not; what is repaid in full does not", () => {
  const loan = { disbursedOn: SNAPSHOT - 300, principal: 1000, periods: 12 };
  const lines = overdueOf([
    { ...loan, product: "A", repaid: 1000, overdueDays: 0 },
    { ...loan, product: "B", repaid: 900, overdueDays: 0 },
    { ...loan, product: "B", repaid: 500, overdueDays: 45 },
    { ...loan, product: "C", repaid: 200, bad: 800, overdueDays: 120 },
    { ...loan, product: "C", repaid: 400, overdueDays: 91 },
    { ...loan, product: "C", repaid: 700, bad: 300, overdueDays: 0, status: "settled" },
  ]);
  const shown = lines.map(({ product, lines: buckets }) => [product, ...buckets.map(({ owed }) => owed)]);
  expect(shown).toEqual([
    ["C", 0, 0, 0, 0, 1400],
    ["B", 100, 0, 500, 0, 0],
  ]);
  expect(lines[0]!.lines[4]).toEqual({ bucket: "over_90", loans: 2, owed: 1400 });
});

it("VT4 buckets hold every loan that owes, once: principal less repaid", () => {
  fc.assert(
    fc.property(someLoans, (loans) => {
      const told = loans.map((loan) => ({ ...loan, repaid: loan.repaid ?? 0 }));
      const owing = told.filter(({ principal, repaid }) => principal > repaid);
      const lines = overdueOf(told);
      for (const product of ["A", "B", "C"])
        for (const bucket of OVERDUE_BUCKETS) {
          const own = owing.filter(
            (loan) => loan.product === product && overdueBucket(loan.overdueDays ?? 0) === bucket,
          );
          const line = lines.find((each) => each.product === product)?.lines.find((each) => each.bucket === bucket);
          expect(line?.loans ?? 0).toBe(own.length);
          expect(line?.owed ?? 0).toBe(own.reduce((sum, { principal, repaid }) => sum + principal - repaid, 0));
        }
    }),
  );
});

it("VT4 only the loans that are kept count", () => {
  const loan = { disbursedOn: SNAPSHOT - 300, principal: 1000, periods: 12, repaid: 0, overdueDays: 10 };
  const [line] = overdueOf([loan, loan], Uint8Array.of(0, 1));
  expect(line!.lines[1]).toEqual({ bucket: "1_30", loans: 1, owed: 1000 });
});
