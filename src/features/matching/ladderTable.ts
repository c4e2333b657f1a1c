import type { TableModel } from "#src/ui/tableModel.ts";

import type { LadderModel } from "./ladderModel.ts";
import { placeName } from "./ladderOption.ts";
import type { LadderWords } from "./ladderStrings.ts";

/** The bars as a table: a row a line, in fen. */
export function ladderTable({ rows }: LadderModel, words: LadderWords): TableModel {
  return {
    caption: words.ladder,
    columns: [
      { id: "place", label: words.remaining, type: "text" },
      { id: "lenders", label: words.lenders, type: "money" },
      { id: "borrowers", label: words.borrowers, type: "money" },
      { id: "gap", label: words.gap, type: "money" },
      { id: "cumulative", label: words.cumulative, type: "money" },
    ],
    rows: rows.map(({ place, lenders, borrowers, gap, cumulative }) => [
      placeName(place, words),
      lenders,
      borrowers,
      gap,
      cumulative,
    ]),
  };
}
