import { tzOffset } from "@date-fns/tz";

import { epochDay, type EpochDay } from "./units.ts";

export type Grain = "day" | "week" | "month";

/** ISO weekday: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** A calendar month counted from January of year 0: `year * 12 + month − 1`. */
export type MonthNumber = number;

/** The earliest and latest business day that a ledger may name (BAD_DATE outside). */
export const FIRST_DAY = epochDay(7305);
export const LAST_DAY = epochDay(47846);

export const SECONDS_A_DAY = 86_400;

/** Days since 1970-01-01 of a proleptic Gregorian date; the date must exist. */
export function dayOf(year: number, month: number, date: number): EpochDay {
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return epochDay(era * 146_097 + dayOfEra - 719_468);
}

export interface CivilDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly date: number;
}

/** The inverse of `dayOf`. */
export function civilDate(day: EpochDay): CivilDate {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    date: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

/** 28 to 31. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function monthOf(day: EpochDay): MonthNumber {
  const { year, month } = civilDate(day);
  return year * 12 + month - 1;
}

export function monthStart(month: MonthNumber): EpochDay {
  return dayOf(Math.floor(month / 12), (month % 12) + 1, 1);
}

export function monthEnd(month: MonthNumber): EpochDay {
  return epochDay(monthStart(month + 1) - 1);
}

export function weekdayOf(day: EpochDay): Weekday {
  // 1970-01-01 was a Thursday; the remainder lies in 0 to 6, so the sum is a weekday.
  return (((((day + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** The first day of the week that holds `day`. */
export function weekStartOf(day: EpochDay, startsOn: Weekday): EpochDay {
  return epochDay(day - ((weekdayOf(day) - startsOn + 7) % 7));
}

/** The first day of the day, week or month that holds `day`. */
export function bucketStart(day: EpochDay, grain: Grain, startsOn: Weekday): EpochDay {
  if (grain === "day") return day;
  return grain === "week" ? weekStartOf(day, startsOn) : monthStart(monthOf(day));
}

/** The last day of the bucket that begins on `start`. */
export function bucketEnd(start: EpochDay, grain: Grain): EpochDay {
  if (grain === "day") return start;
  return grain === "week" ? epochDay(start + 6) : monthEnd(monthOf(start));
}

/** The same date `months` later, or the last day of that month when it is shorter. */
export function addMonths(day: EpochDay, months: number): EpochDay {
  const { date } = civilDate(day);
  const start = monthStart(monthOf(day) + months);
  const { year, month } = civilDate(start);
  return epochDay(start + Math.min(date, daysInMonth(year, month)) - 1);
}

/** `YYYY-MM-DD`. */
export function isoDay(day: EpochDay): string {
  const { year, month, date } = civilDate(day);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}

/** `YYYY-MM`. */
export function isoMonth(month: MonthNumber): string {
  return `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;
}

/** The day that `YYYY-MM-DD` names, or undefined when the text or the date does not exist. */
export function parseIsoDay(text: string): EpochDay | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return undefined;
  return dayOf(year, month, date);
}

/** The zone that a platform reports in unless it says otherwise: UTC+8 all year (DT3). */
export const DEFAULT_ZONE = "Asia/Shanghai";

/**
 * How far a zone's clock is ahead of UTC at an instant (DT3).
 *
 * @param utcSeconds  seconds since 1970-01-01T00:00Z
 * @returns           seconds; negative west of Greenwich
 */
export function zoneOffsetSeconds(zone: string, utcSeconds: number): number {
  if (zone === DEFAULT_ZONE) return 8 * 3600;
  return tzOffset(zone, new Date(utcSeconds * 1000)) * 60;
}

/** The business day of an instant in a zone; how the page turns its clock into `today`. */
export function dayInZone(utcMilliseconds: number, zone: string): EpochDay {
  const utcSeconds = Math.floor(utcMilliseconds / 1000);
  return epochDay(Math.floor((utcSeconds + zoneOffsetSeconds(zone, utcSeconds)) / SECONDS_A_DAY));
}
