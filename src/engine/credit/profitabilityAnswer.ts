import { PROFIT_PARTS } from "#src/domain/loans.ts";
import { bucketsOf, type Period } from "#src/domain/period.ts";
import { epochDay } from "#src/domain/units.ts";
import type { LoanBook } from "#src/metrics/loans/loanBook.ts";
import { loanGaps } from "#src/metrics/loans/loanGaps.ts";
import { loansInScope } from "#src/metrics/loans/loansInScope.ts";
import { profitOverTime } from "#src/metrics/loans/profitOverTime.ts";
import { profitTable } from "#src/metrics/loans/profitTable.ts";
import { unknownParts } from "#src/metrics/loans/unknownParts.ts";

import type { Analysis } from "#src/engine/analysis.ts";
import { basisOf } from "#src/engine/codes.ts";
import type { LoanScope, ProfitabilityArgs, ProfitabilityResult } from "#src/engine/protocol.ts";

import { isAnyRead, loansTold } from "./loansTold.ts";
import { figuresOfNone } from "./noLoans.ts";
import { rememberedFigures } from "./rememberedFigures.ts";

/** What each product has earned up to the snapshot, by month of disbursal and over time (PF1 to PF9). */
export async function profitabilityAnswer(analysis: Analysis, args: ProfitabilityArgs): Promise<ProfitabilityResult> {
  const { held } = analysis;
  const book = await analysis.loanBook();
  const basis = basisOf(held, book?.loans ?? 0);
  if (!book) return { basis, ...nothing() };
  const { rules, grain } = args;
  const keep = loansInScope(book, args);
  const { total, products } = profitTable(
    { book, figures: rememberedFigures(book, rules), capital: rules.capital },
    keep,
  );
  const days = spanOf(book, keep);
  const buckets = days ? bucketsOf(days, grain, held.state.settings.weekStart) : [];
  return {
    basis,
    ...loansTold(book),
    ...{ missing: isAnyRead(book) ? unknownParts(book, keep) : [], gaps: loanGaps(book, keep) },
    ...{ total, products },
    overTime: profitOverTime({ book, keep, products: products.map(({ product }) => product) }, buckets),
    span: spanOf(book, undefined),
    outside: outsideOf(book, args),
    allProducts: book.productNames,
  };
}

function nothing(): Omit<ProfitabilityResult, "basis"> {
  return {
    ...loansTold(undefined),
    ...{ missing: PROFIT_PARTS, gaps: null },
    total: figuresOfNone(),
    ...{ products: [], overTime: [], span: null, allProducts: [] },
    outside: { loans: 0, disbursed: 0 },
  };
}

/** First and last day on which a kept loan was disbursed. */
function spanOf({ disbursedOn }: LoanBook, keep: Uint8Array | undefined): Period | null {
  const first = keep ? keep.indexOf(1) : 0;
  const last = keep ? keep.lastIndexOf(1) : disbursedOn.length - 1;
  if (first === -1 || last === -1) return null;
  return { from: epochDay(disbursedOn[first]!), to: epochDay(disbursedOn[last]!) };
}

/** Loans of the products asked for that were disbursed on other days. */
function outsideOf(book: LoanBook, { disbursed, products }: LoanScope): ProfitabilityResult["outside"] {
  const outside = { loans: 0, disbursed: 0 };
  if (disbursed === null) return outside;
  const ofProducts = loansInScope(book, { disbursed: null, products });
  for (let loan = 0; loan < book.loans; loan++) {
    const day = book.disbursedOn[loan]!;
    if (ofProducts?.[loan] === 0 || (day >= disbursed.from && day <= disbursed.to)) continue;
    outside.loans++;
    outside.disbursed += book.principal[loan]!;
  }
  return outside;
}
