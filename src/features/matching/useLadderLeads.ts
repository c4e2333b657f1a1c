import type { MatchingResult } from "#src/engine/protocol.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import type { CellLead } from "#src/ui/TwinTable.tsx";
import { useShowLots } from "#src/view/lotsDrawer.tsx";

import type { LadderModel } from "./ladderModel.ts";
import { placeName } from "./ladderOption.ts";
import { ladderStrings } from "./ladderStrings.ts";
import { dueWhere } from "./matchRows.ts";
import { useMatchLeads } from "./useMatchLeads.ts";

/** Sides with a list behind their bars: names of series and of columns, in the order of the bars. */
export const LADDER_SIDES = ["lenders", "borrowers"] as const;

/** Whose bars lead anywhere; null where there is no money on either side. */
export function leadingSides({ rows }: LadderModel): (typeof LADDER_SIDES)[number] | "both" | null {
  const [lenders, borrowers] = LADDER_SIDES.map((side) => rows.some((row) => (row[side] ?? 0) > 0));
  if (lenders === true) return borrowers === true ? "both" : "lenders";
  return borrowers === true ? "borrowers" : null;
}

/** What a figure of the ladder leads to, by its line and its side: lenders' open lots, or borrowers' loans. */
export function useLadderLeads(
  model: LadderModel,
  result: MatchingResult,
): (line: number, side: string) => CellLead | undefined {
  const words = useStrings(ladderStrings);
  const format = useFormat();
  const showLots = useShowLots();
  const { showLoans } = useMatchLeads(result);
  const asOf = format.day(result.basis.asOf);

  return (line, side) => {
    const row = model.rows[line];
    if (row === undefined) return undefined;
    const place = placeName(row.place, words);
    const amount = side === "lenders" || side === "borrowers" ? (row[side] ?? 0) : 0;
    if (amount === 0) return undefined;
    if (side === "lenders") {
      const subtitle = words.lotsSubtitle(format.moneyExact(amount), asOf);
      return {
        name: words.toLots(place),
        open: () => showLots({ title: words.lotsOf(place), subtitle, due: row.place }),
      };
    }
    const where = dueWhere(row.place);
    if (where === null) return undefined;
    const subtitle = words.loansSubtitle(format.moneyExact(amount), asOf);
    return { name: words.toLoans(place), open: () => showLoans({ title: words.loansOf(place), subtitle, where }) };
  };
}
