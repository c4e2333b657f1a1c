import { PROFIT_PARTS } from "#src/domain/loans.ts";
import { UNKNOWN_RETURNS } from "#src/metrics/loans/groupReturns.ts";
import { profitFigures } from "#src/metrics/loans/profitFigures.ts";
import { ProfitSums } from "#src/metrics/loans/profitSums.ts";

import type { ProfitFigures } from "#src/engine/protocol.ts";

/** Figures while there is no loans dataset: no loan, and nothing known. */
export function figuresOfNone(): ProfitFigures {
  return profitFigures(new ProfitSums(), PROFIT_PARTS, UNKNOWN_RETURNS);
}
