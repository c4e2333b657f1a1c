import { isoDay, isoMonth, monthOf } from "#src/domain/calendar.ts";
import { DEFAULT_CREDIT_RULES } from "#src/domain/loans.ts";
import { ratio } from "#src/metrics/ratio.ts";
import type { EngineMethods, ProfitabilityResult, ProfitFigures } from "#src/engine/protocol.ts";

/**
 * What credit products have earned, of all and by month of disbursal, as the screen has it under the rules in use when
 * nothing is chosen; amounts are fen, quotients are not rounded. Null without loans; the day is null where none can be read.
 */
export async function profitabilitySection(methods: EngineMethods) {
  const rules = DEFAULT_CREDIT_RULES;
  const result = await methods.profitability({ disbursed: null, products: [], rules, grain: "month" });
  if (result.snapshotDay === null && result.unread === 0) return null;
  return {
    snapshotDay: result.snapshotDay === null ? null : isoDay(result.snapshotDay),
    rules,
    missing: result.missing,
    unread: result.unread,
    gaps: gapsOf(result),
    total: figuresOf(result.total),
    products: result.products.map(({ product, months, ...figures }) => ({
      product,
      ...figuresOf(figures),
      months: months.map(({ month, ...ofMonth }) => ({ month: isoMonth(monthOf(month.from)), ...figuresOf(ofMonth) })),
    })),
  };
}

/** Without the day up to which loans count: it is the report's own, or none. */
function gapsOf({ gaps }: ProfitabilityResult) {
  if (gaps === null) return null;
  const { latest: _latest, ...told } = gaps;
  return told;
}

function figuresOf({ irr, xirr, ...figures }: ProfitFigures) {
  const { bad, funding, marketing, cost } = figures;
  const shareOf = (part: number | null) => (part === null || cost === null ? null : ratio(part, cost));
  return {
    ...figures,
    costShares: { bad: shareOf(bad), funding: shareOf(funding), marketing: shareOf(marketing) },
    irr: irr.rate,
    irrReason: irr.rate === null ? irr.reason : null,
    xirr: xirr.rate,
    xirrReason: xirr.rate === null ? xirr.reason : null,
  };
}
