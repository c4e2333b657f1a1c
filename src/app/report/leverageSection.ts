import { FIRST_DAY, isoDay, LAST_DAY } from "#src/domain/calendar.ts";
import { DEFAULT_LEVERAGE_RULES } from "#src/domain/leverageRules.ts";
import { DEFAULT_CREDIT_RULES } from "#src/domain/loans.ts";
import type { EngineMethods, LeverageFigures, MatchingResult } from "#src/engine/protocol.ts";

const MONTHLY = { period: { from: FIRST_DAY, to: LAST_DAY }, grain: "month" } as const;

/**
 * Leverage by month, how far it is to the next band and who would pay a loss, under the rules as they come; then
 * lenders' money against borrowers', which is null without a loan that can be read, and how many loans cannot. Amounts
 * are fen, quotients are not rounded. Null without funds.
 */
export async function leverageSection(methods: EngineMethods) {
  const rules = DEFAULT_LEVERAGE_RULES;
  const { hasFunds, now, room, points, losses } = await methods.leverage({ ...MONTHLY, rules });
  if (!hasFunds) return null;
  const { rounding, dayCount } = DEFAULT_CREDIT_RULES;
  const matching = await methods.matching({ ...MONTHLY, rules: { rounding, dayCount }, lenderYieldPpm: null });
  return {
    rules,
    now: now && figuresOf(now),
    room,
    points: points.map(figuresOf),
    losses,
    unread: matching.unread,
    match: matchOf(matching),
    ladder: ladderOf(matching),
  };
}

function figuresOf(figures: LeverageFigures) {
  const { day, outstanding, guarantee, insurance, partner, ownFunds, ownFrom, collateral, own } = figures;
  const { shareholders, backing, leverage, withoutPartner, band, absorbs } = figures;
  return {
    day: isoDay(day),
    ...{ outstanding, guarantee, insurance, partner, ownFunds, ownFrom, collateral, own, shareholders, backing },
    ...{ leverage, withoutPartner, band, absorbs },
  };
}

function matchOf({ hasLoans, now, idleCostPerDay }: MatchingResult) {
  if (!hasLoans || now === null) return null;
  const { day, lenders, borrowers, ratio, idle } = now;
  return { day: isoDay(day), lenders, borrowers, ratio, idle, idleCostPerDay };
}

function ladderOf({ hasLoans, ladder, overdue, undated, orphans }: MatchingResult) {
  return hasLoans ? { lines: ladder, overdue, undated, orphans } : null;
}
