import { isoDay } from "#src/domain/calendar.ts";
import { epochDay } from "#src/domain/units.ts";

import type { Format } from "./format.ts";
import { yuanText } from "./format.ts";

/** money is fen, ratio is unitless, day is an EpochDay, month is any EpochDay in it. */
export type TwinType = "text" | "day" | "month" | "money" | "count" | "number" | "ratio";

export interface TwinColumn {
  readonly id: string;
  readonly label: string;
  readonly type: TwinType;
}

export type TwinCell = string | number | null;

/** A chart's figures as a table: what is shown, copied and downloaded. */
export interface TableModel {
  readonly caption: string;
  readonly columns: readonly TwinColumn[];
  readonly rows: readonly (readonly TwinCell[])[];
}

/** A figure as the table shows it: exact where money is concerned. */
export function cellText(cell: TwinCell, type: TwinType, format: Format): string {
  if (cell === null) return "—";
  if (typeof cell === "string") return cell;
  switch (type) {
    case "money":
      return format.moneyExact(cell);
    case "ratio":
      return format.percent(cell, 2);
    case "count":
      return format.count(cell);
    case "number":
      return format.number(cell, 2);
    case "day":
      return format.day(epochDay(cell));
    case "month":
      return format.month(epochDay(cell));
    case "text":
      return String(cell);
  }
}

/** A figure as files hold it: plain numbers, yuan with both decimals, ISO days. Undefined is text. */
export function fileNumber(cell: TwinCell, type: TwinType): string | undefined {
  if (typeof cell !== "number") return undefined;
  switch (type) {
    case "money":
      return yuanText(Math.round(cell));
    case "day":
      return isoDay(epochDay(cell));
    case "month":
      return isoDay(epochDay(cell)).slice(0, 7);
    case "text":
    case "count":
    case "number":
    case "ratio":
      return String(cell);
  }
}

export function isNumeric(type: TwinType): boolean {
  return type === "money" || type === "count" || type === "number" || type === "ratio";
}
