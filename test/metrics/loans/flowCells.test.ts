import { describe, expect, it } from "vitest";

import { walkCourses } from "#src/metrics/loans/courseWalk.ts";
import { FlowCellsBuilder } from "#src/metrics/loans/flowCells.ts";
import type { LoanBook } from "#src/metrics/loans/loanBook.ts";

import { bookOfLoans, SNAPSHOT } from "./booksOfLoans.ts";

/** What came in with each due day passed, fen; five of them have passed. */
function received(book: LoanBook): number[] {
  const flows = new FlowCellsBuilder(book, undefined);
  walkCourses(book, { rounding: "half_up", dayCount: "act_365" }, (walked) => flows.take(walked));
  return [...flows.finish().flow.subarray(1)];
}

const LOAN = { disbursedOn: SNAPSHOT - 160, principal: 1_000_000, periods: 6, repaid: 0, overdueDays: 130 } as const;

describe("PF8 of a loan with no instalment paid", () => {
  it("interest counts with the first instalment that has anything due", () => {
    const level = bookOfLoans([{ ...LOAN, method: "level", interest: 5000 }], SNAPSHOT);
    expect(received(level)).toEqual([5000, 0, 0, 0, 0]);
  });

  it("penalties alone are spread as the schedule has it due", () => {
    const book = bookOfLoans([{ ...LOAN, method: "interest_only", interest: 0 }], SNAPSHOT);
    expect(received({ ...book, penalty: Float64Array.of(5000) })).toEqual([1000, 1000, 1000, 1000, 1000]);
  });

  it("interest counts on the last due day passed where nothing is due on any", () => {
    const bullet = bookOfLoans([{ ...LOAN, method: "bullet", interest: 5000 }], SNAPSHOT);
    expect(received(bullet)).toEqual([0, 0, 0, 0, 5000]);
  });
});
