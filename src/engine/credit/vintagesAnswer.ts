import type { LoanBook } from "#src/metrics/loans/loanBook.ts";
import { loanGaps } from "#src/metrics/loans/loanGaps.ts";
import { loanOutcomes, type LoanOutcomes } from "#src/metrics/loans/loanOutcomes.ts";
import { loansInScope } from "#src/metrics/loans/loansInScope.ts";
import { openBad, overdueByProduct } from "#src/metrics/loans/overdue.ts";
import { ownProducts } from "#src/metrics/loans/ownProducts.ts";
import { unknownParts } from "#src/metrics/loans/unknownParts.ts";
import { vintageCurves } from "#src/metrics/loans/vintages.ts";

import type { Analysis } from "#src/engine/analysis.ts";
import { basisOf } from "#src/engine/codes.ts";
import type { CreditRules, VintagesArgs, VintagesResult } from "#src/engine/protocol.ts";

import { loansTold } from "./loansTold.ts";

/** Bad and prepaid principal by months on book, and what is overdue, of the loans in scope (VT1 to VT4). */
export async function vintagesAnswer(analysis: Analysis, { rules, ...scope }: VintagesArgs): Promise<VintagesResult> {
  const book = await analysis.loanBook();
  const basis = basisOf(analysis.held, book?.loans ?? 0);
  const told = loansTold(book);
  if (!book) return { basis, ...told, ...NOTHING };
  const keep = loansInScope(book, scope);
  const missing = unknownParts(book, keep);
  const hasBad = !missing.includes("bad");
  // Without either, nothing is known of what came early, or nothing of when.
  const hasPrepaid = book.hasRepaid && !missing.includes("interest");
  const outcomes = outcomesOf(book, rules);
  const { vintages, expected } = vintageCurves({ book, outcomes, keep });
  const known = <Curves extends Curve>({ bad, prepaid, ...rest }: Curves) => ({
    ...rest,
    bad: hasBad ? bad : unknown(bad),
    prepaid: hasPrepaid ? prepaid : unknown(prepaid),
  });
  return {
    basis,
    ...told,
    ...{ hasBad, hasPrepaid, hasOverdue: book.hasOverdue, gaps: loanGaps(book, keep) },
    vintages: vintages.map(known),
    expected: known(expected),
    overdue: book.hasOverdue ? overdueByProduct(book, outcomes, keep) : [],
    overdueBad: hasBad && book.hasOverdue ? openBad(book, outcomes, keep) : null,
    ownProducts: ownProducts(book, keep),
    allProducts: book.productNames,
  };
}

interface Curve {
  readonly bad: readonly (number | null)[];
  readonly prepaid: readonly (number | null)[];
}

const NOTHING = {
  hasBad: false,
  hasPrepaid: false,
  hasOverdue: false,
  gaps: null,
  vintages: [],
  expected: { bad: [], prepaid: [], vintages: [] },
  overdue: [],
  overdueBad: null,
  ownProducts: [],
  allProducts: [],
} as const;

function unknown(points: readonly unknown[]): readonly null[] {
  return points.map(() => null);
}

const lastOutcomes = new WeakMap<LoanBook, { readonly key: string; readonly outcomes: LoanOutcomes }>();

/** Those of the rules last asked for are kept: a choice of loans changes more often than the rules do. */
function outcomesOf(book: LoanBook, { rounding, dayCount }: CreditRules): LoanOutcomes {
  const key = `${rounding} ${dayCount}`;
  const known = lastOutcomes.get(book);
  if (known?.key === key) return known.outcomes;
  const outcomes = loanOutcomes(book, { rounding, dayCount });
  lastOutcomes.set(book, { key, outcomes });
  return outcomes;
}
