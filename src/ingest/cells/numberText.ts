import { CELL, isNoValue, isSheetError, plainText } from "./cellText.ts";

/** An amount cell taken apart: what is left of it is digits and separators. */
export interface NumberShape {
  readonly body: string;
  readonly isNegative: boolean;
  /** Powers of ten that a 万 or 亿 behind the number stands for; 0 without one. */
  readonly suffixPower: 0 | 4 | 8;
}

const CURRENCY = /^(?:cny|rmb|人民币|[¥€])|(?:cny|rmb|人民币|[¥€]|(?<![美欧港日韩])[元圆])$/;
const FOREIGN_CODE =
  "usdt?|eur|gbp|hkd|mop|jpy|krw|twd|sgd|aud|cad|chf|thb|vnd|rub|美元|美金|欧元|英镑|港币|港元|日元|韩元|台币|卢布";
const FOREIGN = new RegExp(
  String.raw`^(?:(?:us|hk|nt|au?|ca?|sg?|mop)?[$£₩₽₹฿₫₿]|(?:${FOREIGN_CODE})(?=[\s\d(-]))|(?:[$£₩₽₹฿₫₿]|\d\s*(?:${FOREIGN_CODE}))$`,
);

/** The shape of a number cell, or what it is instead (`CELL`). */
export function numberShape(cell: string): NumberShape | number {
  if (isSheetError(cell)) return CELL.damaged;
  let body = plainText(cell)
    .replace(/[\u2212\u2010-\u2015]/g, "-")
    .replace(/[\u2018\u2019`\u00b4]/g, "'");
  if (isNoValue(body)) return CELL.missing;
  let isNegative = false;
  for (let before = ""; before !== body;) {
    before = body;
    body = body.replace(CURRENCY, "").trim();
    const signed = /^-(?!-)(.*)$|^(.*)(?<!-)-$|^\((.*)\)$/.exec(body);
    if (signed === null) continue;
    if (isNegative) return CELL.bad;
    isNegative = true;
    body = (signed[1] ?? signed[2] ?? signed[3]!).trim();
  }
  if (FOREIGN.test(body)) return CELL.foreign;
  if (body.startsWith("+")) body = body.slice(1);
  const suffixPower = body.endsWith("万") ? 4 : body.endsWith("亿") ? 8 : 0;
  if (suffixPower > 0) body = body.slice(0, -1).trim();
  return { body, isNegative, suffixPower };
}

/** What one number says of its column: the decimal mark, nothing, or that it could be read either way. */
export type MarkEvidence = "dot" | "comma" | "open" | "none";

/** Amounts have two decimals at most, so three digits behind a mark are thousands unless there is another reading. */
export function markEvidence(body: string, decimals: number): MarkEvidence {
  const dot = body.lastIndexOf(".");
  const comma = body.lastIndexOf(",");
  if (dot < 0 && comma < 0) return "none";
  if (dot >= 0 && comma >= 0) return dot > comma ? "dot" : "comma";
  const mark = dot >= 0 ? "." : ",";
  const isGrouped = new RegExp(`^\\d{1,3}(?:\\${mark}\\d{3})+$`).test(body) && !body.startsWith("0");
  const isOnce = body.indexOf(mark) === body.lastIndexOf(mark);
  const isFraction = isOnce && body.length - 1 - body.lastIndexOf(mark) <= decimals;
  if (isGrouped && isFraction) return mark === "." ? "open" : "dot";
  if (isFraction) return mark === "." ? "dot" : "comma";
  if (!isGrouped) return "none";
  if (mark === ",") return "dot";
  return isOnce ? "open" : "comma";
}

const WITH_DOT = /^(\d+|[1-9]\d{0,2}(?:([,' ])\d{3}(?:\2\d{3})*)?)?(?:\.(\d+))?$/;
const WITH_COMMA = /^(\d+|[1-9]\d{0,2}(?:([.' ])\d{3}(?:\2\d{3})*)?)?(?:,(\d+))?$/;

/**
 * The number that digits and separators spell, times a power of ten.
 *
 * @returns a whole number, or undefined when it is malformed, keeps a fraction or is not exact
 */
export function scaledNumber(body: string, comma: boolean, power: number): number | undefined {
  const match = (comma ? WITH_COMMA : WITH_DOT).exec(body);
  if (match === null || body === "") return undefined;
  const whole = (match[1] ?? "").replace(/[^\d]/g, "");
  let fraction = match[3] ?? "";
  if (fraction.length > power) {
    // Fen written as 100.00: what lies below the smallest unit must be nothing.
    if (power !== 0 || fraction.length > 2 || /[^0]/.test(fraction)) return undefined;
    fraction = "";
  }
  const value = Number(whole + fraction.padEnd(power, "0"));
  return Number.isSafeInteger(value) ? value : undefined;
}
