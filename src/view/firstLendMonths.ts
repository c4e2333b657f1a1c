import { isoMonth, monthEnd, monthOf, monthStart, parseIsoDay, type MonthNumber } from "#src/domain/calendar.ts";
import type { Period } from "#src/domain/period.ts";
import type { EngineStatus } from "#src/engine/protocol.ts";

import type { ViewSearch } from "./search.ts";

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

/** The month that YYYY-MM names; undefined for any other text. */
export function monthOfText(text: string | undefined): MonthNumber | undefined {
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

/** The days of the months of first lending that the link asks for; null where they are all of the data. */
export function cohortsOf(search: ViewSearch, days: Days): Period | null {
  const range = monthRange(search, days);
  if (range === null || (search.afrom === undefined && search.ato === undefined)) return null;
  const months = monthsOf(days);
  if (range.first === months.at(0) && range.last === months.at(-1)) return null;
  return { from: monthStart(range.first), to: monthEnd(range.last) };
}
