import { FUND_KINDS, type FundKind } from "#src/domain/leverageRules.ts";
import type { EpochDay } from "#src/domain/units.ts";
import { countedFunds } from "#src/metrics/leverage/countedFunds.ts";
import { fundsInForce } from "#src/metrics/leverage/fundsInForce.ts";

import type { Analysis } from "#src/engine/analysis.ts";
import { basisOf } from "#src/engine/codes.ts";
import type { Basis, FundLine, LeverageRules } from "#src/engine/protocol.ts";

import { fundRows } from "./fundRows.ts";

/** The funds in force on a day, by kind, kinds that are not known last; those of a kind as they first appeared. */
export async function fundsAnswer(
  { held }: Analysis,
  { day, rules }: { readonly day: EpochDay; readonly rules: LeverageRules },
): Promise<{ readonly basis: Basis; readonly funds: readonly FundLine[] }> {
  const funds = countedFunds(fundsInForce(await fundRows(held), day), rules);
  return {
    basis: basisOf(held, held.kept.book.rows),
    funds: funds.toSorted((a, b) => placeOf(a.kind) - placeOf(b.kind)),
  };
}

function placeOf(kind: FundKind | null): number {
  return kind === null ? FUND_KINDS.length : FUND_KINDS.indexOf(kind);
}
