import type { Period } from "#src/domain/period.ts";
import type { Switches } from "#src/domain/switches.ts";
import { epochDay, type EpochDay } from "#src/domain/units.ts";
import type { Filter, RowsWhere } from "#src/engine/protocol.ts";

import { typesOf, type Figure } from "./terms.ts";

export interface FigureRows {
  readonly figure: Figure | "opening" | "closing";
  readonly period: Period;
  readonly filter: Filter;
  readonly switches: Switches;
  /** The first day of data: a stock is made of every row since. */
  readonly firstDay: EpochDay;
}

/** The rows that a figure was made of. */
export function rowsOfFigure({ figure, period, filter, switches, firstDay }: FigureRows): RowsWhere {
  switch (figure) {
    case "opening":
      return stockRows({ from: firstDay, to: epochDay(period.from - 1) }, filter, switches);
    case "closing":
    case "outstanding":
      return stockRows({ from: firstDay, to: period.to }, filter, switches);
    case "everything":
      return { period, filter };
    case "new":
    case "returning":
      return { period, filter, newness: figure, types: typesOf(figure, switches) ?? [] };
    case "volume":
    case "exits":
    case "scheduled":
    case "early":
    case "compensated":
    case "transferred":
    case "netTransfers":
    case "openings":
    case "writeOffs":
      return { period, filter, types: typesOf(figure, switches) ?? [] };
  }
}

function stockRows(period: Period, filter: Filter, switches: Switches): RowsWhere {
  return { period, filter, types: typesOf("outstanding", switches) ?? [] };
}
