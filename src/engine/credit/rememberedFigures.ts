import type { LoanBook } from "#src/metrics/loans/loanBook.ts";
import { loanFigures, type LoanFigures } from "#src/metrics/loans/loanFigures.ts";

import type { CreditRules } from "#src/engine/protocol.ts";

const RULES_REMEMBERED = 4;

const figuresByBook = new WeakMap<LoanBook, Map<string, LoanFigures>>();

/** What the rules make of each loan; a choice of loans changes more often than the rules do, so the last few are kept. */
export function rememberedFigures(book: LoanBook, { rounding, dayCount }: CreditRules): LoanFigures {
  const known = figuresByBook.get(book) ?? new Map<string, LoanFigures>();
  figuresByBook.set(book, known);
  const key = `${rounding} ${dayCount}`;
  const figures = known.get(key) ?? loanFigures(book, { rounding, dayCount });
  known.delete(key);
  known.set(key, figures);
  const oldest = known.keys().next().value;
  if (known.size > RULES_REMEMBERED && oldest !== undefined) known.delete(oldest);
  return figures;
}
