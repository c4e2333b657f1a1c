import { PROFIT_PARTS } from "#src/domain/loans.ts";
import { loansInScope } from "#src/metrics/loans/loansInScope.ts";
import { profitSums, ProfitSums } from "#src/metrics/loans/profitSums.ts";
import { unknownParts } from "#src/metrics/loans/unknownParts.ts";
import { movedProfit, profitSwings } from "#src/metrics/loans/whatIf.ts";

import type { Analysis } from "#src/engine/analysis.ts";
import { basisOf } from "#src/engine/codes.ts";
import type { WhatIfArgs, WhatIfResult } from "#src/engine/protocol.ts";

import { rememberedFigures } from "./rememberedFigures.ts";

/** Profit as it would be with its drivers moved (PF10); nothing stored changes. */
export async function whatIfAnswer(
  analysis: Analysis,
  { rules, factors, ...scope }: WhatIfArgs,
): Promise<WhatIfResult> {
  const book = await analysis.loanBook();
  const keep = book && loansInScope(book, scope);
  const sums = book
    ? profitSums({ book, figures: rememberedFigures(book, rules), capital: rules.capital }, keep)
    : new ProfitSums();
  const missing = book ? unknownParts(book, keep) : PROFIT_PARTS;
  return {
    basis: basisOf(analysis.held, book?.loans ?? 0),
    now: movedProfit(sums, missing, {}),
    moved: movedProfit(sums, missing, factors),
    tornado: profitSwings(sums, missing),
  };
}
