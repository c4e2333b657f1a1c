import type { LeverageRules } from "#src/domain/leverageRules.ts";
import { mulDiv } from "#src/metrics/mulDiv.ts";

import {
  isGuarantorCounted,
  isProfitOf,
  ownFundsOf,
  shareholderClass,
  shareholderPpm,
  type OwnFrom,
  type ShareholderClass,
} from "./backing.ts";
import type { Fund } from "./fundsInForce.ts";

/** What a fund counts for, and by which rule. */
export interface CountedFund {
  /**
   * Fen of backing that it adds by itself; 0 where another kind stands before it, or where it does not count; null for a
   * guarantor that counts, since its cover is of outstanding. Below zero for what takes away from its kind; 0 for every
   * fund of a kind that comes to less than nothing, since backing takes such a kind as nothing.
   */
  readonly counts: number | null;
  readonly why:
    | "unrelated_guarantor"
    | "related_guarantor"
    | "insured"
    | "own_chosen"
    | "own_not_chosen"
    | "collateral"
    | "unknown_kind"
    | ShareholderClass;
}

const MILLION = 1_000_000;

/**
 * What each of the funds in force counts for (LV2 to LV5), in their order. Each is rounded by itself, so that those of a
 * kind may come to some fen more or less than the kind. A kind below zero counts as nothing, and so does each of its
 * funds; net assets and last year's profit are of one kind here.
 */
export function countedFunds<F extends Fund>(inForce: readonly F[], rules: LeverageRules): (F & CountedFund)[] {
  const { ownFrom } = ownFundsOf(inForce, rules);
  const lines = inForce.map((fund) => ({ ...fund, ...countedFund(fund, ownFrom, rules) }));
  const sums = new Map<string | null, number>();
  for (const line of lines) sums.set(placeOf(line), (sums.get(placeOf(line)) ?? 0) + (line.counts ?? 0));
  return lines.map((line) => ((sums.get(placeOf(line)) ?? 0) < 0 ? { ...line, counts: 0 } : line));
}

/** What a fund is added up with before it is taken as no less than nothing. */
function placeOf({ kind, why }: Fund & CountedFund): string | null {
  return why === "own_chosen" ? why : kind;
}

function countedFund(fund: Fund, ownFrom: OwnFrom, rules: LeverageRules): CountedFund {
  switch (fund.kind) {
    case "guarantee":
      return {
        counts: isGuarantorCounted(fund, rules) ? null : 0,
        why: fund.related === true ? "related_guarantor" : "unrelated_guarantor",
      };
    case "insurance":
      return { counts: partOf(fund, rules.insuredPpm), why: "insured" };
    case "collateral":
      return { counts: partOf(fund, MILLION - rules.haircutPpm), why: "collateral" };
    case "shareholder": {
      const why = shareholderClass(fund);
      return { counts: partOf(fund, shareholderPpm(why, rules)), why };
    }
    case "net_assets":
    case "last_year_profit":
    case "vc_financing":
    case "paid_in_capital": {
      const isChosen = fund.kind === ownFrom || isProfitOf(ownFrom, fund.kind);
      return isChosen ? { counts: fund.amount, why: "own_chosen" } : { counts: 0, why: "own_not_chosen" };
    }
    case null:
      return { counts: 0, why: "unknown_kind" };
  }
}

function partOf({ amount }: Fund, ppm: number): number {
  return mulDiv(amount, ppm, { divisor: MILLION, rounding: "half_up" });
}
