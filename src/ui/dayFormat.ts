import { isoDay, SECONDS_A_DAY } from "#src/domain/calendar.ts";
import type { Grain } from "#src/domain/calendar.ts";
import { daysIn } from "#src/domain/period.ts";
import type { Period } from "#src/domain/period.ts";
import type { EpochDay } from "#src/domain/units.ts";

import { NOTHING } from "./signs.ts";
import type { Language } from "./signs.ts";

/** short: Nov 20 · medium: Nov 20, 2026 · long: Friday, November 20, 2026 · iso: 2026-11-20 */
type DayStyle = "short" | "medium" | "long" | "iso";

export interface DayFormat {
  day(day: EpochDay | null, style?: DayStyle): string;
  /** The month that holds the day. */
  month(day: EpochDay): string;
  monthShort(day: EpochDay): string;
  /** The month without its year: Nov, 11月. */
  monthName(day: EpochDay): string;
  period(period: Period): string;
  /** A day, a week from first to last, or a month, by the bucket's grain. */
  bucket(bucket: Period, grain: Grain): string;
  /** As short as an axis needs. */
  bucketTick(bucket: Period, grain: Grain): string;
  weekday(day: EpochDay): string;
  /** How long: 90 days. */
  days(count: number): string;
  /** Age of a cohort: M3, W3. */
  age(age: number, grain: "week" | "month"): string;
  /** @param seconds  since 1970-01-01T00:00 on the platform's clock */
  instant(seconds: number): string;
  /** @param milliseconds  since 1970 in UTC; shown on the device's clock */
  deviceTime(milliseconds: number): string;
}

const MS_A_DAY = SECONDS_A_DAY * 1000;

export function createDayFormat(language: Language, locale: string): DayFormat {
  const zh = language === "zh";

  function utc(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
  }

  const styles = {
    short: utc({ month: "short", day: "numeric" }),
    medium: utc({ year: "numeric", month: "short", day: "numeric" }),
    long: utc({ year: "numeric", month: "long", day: "numeric", weekday: "long" }),
  };
  const range = utc({ year: "numeric", month: zh ? "numeric" : "short", day: "numeric" });
  const month = utc({ year: "numeric", month: "short" });
  const monthShort = utc({ year: "2-digit", month: "short" });
  const monthName = utc({ month: "short" });
  const weekday = utc({ weekday: "short" });
  const clock = {
    year: "numeric",
    month: zh ? "2-digit" : "short",
    day: zh ? "2-digit" : "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  } as const;
  const instant = utc({ ...clock, second: "2-digit" });
  const device = new Intl.DateTimeFormat(locale, clock);
  const plurals = new Intl.PluralRules(locale);

  function dayText(day: EpochDay | null, style: DayStyle = "medium"): string {
    if (day === null) return NOTHING;
    return style === "iso" ? isoDay(day) : styles[style].format(day * MS_A_DAY);
  }

  function periodText(period: Period): string {
    if (daysIn(period) === 1) return dayText(period.from);
    return range.formatRange(period.from * MS_A_DAY, period.to * MS_A_DAY);
  }

  return {
    day: dayText,
    month: (day) => month.format(day * MS_A_DAY),
    monthShort: (day) => monthShort.format(day * MS_A_DAY),
    monthName: (day) => monthName.format(day * MS_A_DAY),
    period: periodText,
    bucket: (bucket, grain) => (grain === "month" ? month.format(bucket.from * MS_A_DAY) : periodText(bucket)),
    bucketTick: (bucket, grain) =>
      grain === "month" ? monthShort.format(bucket.from * MS_A_DAY) : dayText(bucket.from, "short"),
    weekday: (day) => weekday.format(day * MS_A_DAY),
    days: (count) => (zh ? `${count} 天` : `${count} ${plurals.select(count) === "one" ? "day" : "days"}`),
    age: (age, grain) => `${grain === "week" ? "W" : "M"}${age}`,
    instant: (seconds) => instant.format(seconds * 1000),
    deviceTime: (milliseconds) => device.format(milliseconds),
  };
}
