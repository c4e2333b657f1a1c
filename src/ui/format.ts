import type { Grain } from "#src/domain/calendar.ts";
import { isoDay } from "#src/domain/calendar.ts";
import type { Period } from "#src/domain/period.ts";

import { createDayFormat } from "./dayFormat.ts";
import type { DayFormat } from "./dayFormat.ts";
import { createMoneyFormat } from "./moneyFormat.ts";
import type { MoneyFormat } from "./moneyFormat.ts";
import { NOTHING, withSign } from "./signs.ts";
import type { Language, MoneyUnits } from "./signs.ts";

export interface FormatOptions {
  readonly language: Language;
  /** The language's own when left out. */
  readonly units?: MoneyUnits | undefined;
}

/** Figures and days as people read them. Nothing else in the program rounds. */
export interface Format extends MoneyFormat, DayFormat {
  readonly language: Language;
  /** BCP 47. */
  readonly locale: string;
  count(value: number | null): string;
  signedCount(value: number | null): string;
  /** Chart axes: 12K, 1.2万. */
  compactCount(value: number | null): string;
  number(value: number | null, digits?: number): string;
  /** Of a unitless ratio; one decimal unless said. */
  percent(ratio: number | null, digits?: number): string;
  signedPercent(ratio: number | null, digits?: number): string;
  /** The difference of two ratios, in percentage points. */
  points(difference: number | null, digits?: number): string;
  /** 1.40× */
  ratioX(ratio: number | null, digits?: number): string;
  bytes(sizeBytes: number): string;
  list(items: readonly string[]): string;
}

type Rounding = Readonly<Record<number, Intl.NumberFormat>>;

function roundings(locale: string): Rounding {
  return Object.fromEntries(
    [0, 1, 2, 3, 4].map((digits) => [
      digits,
      new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
    ]),
  );
}

export function createFormat({ language, units }: FormatOptions): Format {
  const locale = language === "zh" ? "zh-CN" : "en";
  const byDigits = roundings(locale);
  const compact = new Intl.NumberFormat(locale, { notation: "compact", maximumFractionDigits: 1 });
  const conjunction = new Intl.ListFormat(locale, { style: "long", type: "conjunction" });

  function fixed(value: number, digits: number): string {
    return (byDigits[digits] ?? byDigits[4]!).format(Math.abs(value));
  }

  function shown(value: number | null, digits: number, { suffix = "", plus = false } = {}): string {
    if (value === null || !Number.isFinite(value)) return NOTHING;
    return withSign(fixed(value, digits), value, plus) + suffix;
  }

  function percent(ratio: number | null, digits: number, plus: boolean): string {
    return shown(ratio === null ? null : ratio * 100, digits, { suffix: "%", plus });
  }

  const points = language === "zh" ? " 个百分点" : " pp";
  return {
    language,
    locale,
    ...createMoneyFormat(locale, units ?? (language === "zh" ? "chinese" : "western")),
    ...createDayFormat(language, locale),
    count: (value) => shown(value, 0),
    signedCount: (value) => shown(value, 0, { plus: true }),
    compactCount: (value) => (value === null ? NOTHING : withSign(compact.format(Math.abs(value)), value, false)),
    number: (value, digits = 1) => shown(value, digits),
    percent: (ratio, digits = 1) => percent(ratio, digits, false),
    signedPercent: (ratio, digits = 1) => percent(ratio, digits, true),
    points: (difference, digits = 1) =>
      shown(difference === null ? null : difference * 100, digits, { suffix: points, plus: true }),
    ratioX: (ratio, digits = 2) => shown(ratio, digits, { suffix: "×" }),
    bytes: (sizeBytes) => bytesText(sizeBytes, (value, digits) => shown(value, digits)),
    list: (items) => conjunction.format(items),
  };
}

function bytesText(sizeBytes: number, shown: (value: number, digits: number) => string): string {
  if (sizeBytes < 1000) return `${shown(sizeBytes, 0)} B`;
  if (sizeBytes < 1_000_000) return `${shown(sizeBytes / 1000, 0)} KB`;
  if (sizeBytes < 1_000_000_000) return `${shown(sizeBytes / 1_000_000, 1)} MB`;
  return `${shown(sizeBytes / 1_000_000_000, 2)} GB`;
}

/** The name of a bucket in files: 2026-11-20, 2026-11, or first and last day of a week. */
export function isoBucket(period: Period, grain: Grain): string {
  if (grain === "day") return isoDay(period.from);
  if (grain === "month") return isoDay(period.from).slice(0, 7);
  return `${isoDay(period.from)}/${isoDay(period.to)}`;
}

/** Fen as yuan with both decimals and no grouping, exact; how money is written in files. */
export function yuanText(fen: number): string {
  const whole = Math.abs(fen);
  const text = `${Math.trunc(whole / 100)}.${String(whole % 100).padStart(2, "0")}`;
  return fen < 0 ? `-${text}` : text;
}
