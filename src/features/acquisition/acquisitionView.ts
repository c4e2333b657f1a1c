import { isoMonth, monthEnd, monthOf, monthStart, parseIsoDay, type MonthNumber } from "#src/domain/calendar.ts";
import type { Period } from "#src/domain/period.ts";
import type { AcquisitionArgs, AcquisitionDimension, EngineStatus, HunterArgs } from "#src/engine/protocol.ts";
import type { ViewSearch } from "#src/view/search.ts";
import { filterOf } from "#src/view/view.ts";

export const DIMENSIONS: readonly AcquisitionDimension[] = ["channel", "kind", "campaign", "product", "month"];

export const HUNTER_DIMENSIONS: readonly HunterArgs["by"][] = ["campaign", "channel", "month"];

/** Only the lenders dataset tells campaigns, and online from offline. */
export function isLocked(by: AcquisitionDimension, { tables }: Pick<EngineStatus, "tables">): boolean {
  return (by === "kind" || by === "campaign") && (tables.lenders ?? 0) === 0;
}

/** By campaign where campaigns are known: it is what hunters come for. */
export function huntersBy(
  { ahunt }: Pick<ViewSearch, "ahunt">,
  status: Pick<EngineStatus, "tables">,
): HunterArgs["by"] {
  return ahunt ?? (isLocked("campaign", status) ? "channel" : "campaign");
}

type Days = Pick<EngineStatus, "firstDay" | "asOf">;

/** Months from the first to the last day of data, ascending; none without data. */
export function monthsOf({ firstDay, asOf }: Days): readonly MonthNumber[] {
  if (firstDay === null || asOf === null) return [];
  const first = monthOf(firstDay);
  return Array.from({ length: monthOf(asOf) - first + 1 }, (_, at) => first + at);
}

export interface MonthRange {
  readonly first: MonthNumber;
  readonly last: MonthNumber;
}

/** The months of first lending that the link asks for, within the data; null without data. */
export function monthRange(search: ViewSearch, days: Days): MonthRange | null {
  const months = monthsOf(days);
  const [earliest, latest] = [months.at(0), months.at(-1)];
  if (earliest === undefined || latest === undefined) return null;
  const within = (month: MonthNumber | undefined, otherwise: MonthNumber) =>
    month === undefined ? otherwise : Math.min(latest, Math.max(earliest, month));
  const first = within(monthOfText(search.afrom), earliest);
  const last = within(monthOfText(search.ato), latest);
  return first <= last ? { first, last } : { first: last, last: first };
}

function monthOfText(text: string | undefined): MonthNumber | undefined {
  const day = text === undefined || !/^\d{4}-\d{2}$/.test(text) ? undefined : parseIsoDay(`${text}-01`);
  return day === undefined ? undefined : monthOf(day);
}

/** A range as link parameters; its ends are left out where they are those of the data. */
export function rangeChange({ first, last }: MonthRange, days: Days): Pick<ViewSearch, "afrom" | "ato"> {
  const months = monthsOf(days);
  return {
    afrom: first === months.at(0) ? undefined : isoMonth(first),
    ato: last === months.at(-1) ? undefined : isoMonth(last),
  };
}

/** Null where the range is all of the data. */
function cohortsOf(search: ViewSearch, days: Days): Period | null {
  const range = monthRange(search, days);
  if (range === null || (search.afrom === undefined && search.ato === undefined)) return null;
  const months = monthsOf(days);
  if (range.first === months.at(0) && range.last === months.at(-1)) return null;
  return { from: monthStart(range.first), to: monthEnd(range.last) };
}

export function acquisitionArgs(search: ViewSearch, days: Days): AcquisitionArgs {
  return { by: search.aby ?? "channel", cohorts: cohortsOf(search, days), filter: filterOf(search) };
}

/** The month of a group's name, YYYY-MM; null where it is none. */
export function monthOfName(name: string): Period | null {
  const month = monthOfText(name);
  return month === undefined ? null : { from: monthStart(month), to: monthEnd(month) };
}
