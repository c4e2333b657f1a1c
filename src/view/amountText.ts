/** Decimal places that a unit moves the point by. */
const UNITS: Readonly<Record<string, number>> = { "": 0, 万: 4, 亿: 8, k: 3, m: 6, b: 9 };

const AMOUNT = /^([-−]?)(\d+)(?:\.(\d+))?(万|亿|k|m|b)?$/i;

/**
 * What a reader means by 74,000,000, 7400万 or 74M, exact.
 *
 * @param digits  decimal places that the unit has: 2 makes yuan into fen, 0 takes whole numbers alone
 * @returns       null when it is no number of that unit, or too large to be exact
 */
export function parseAmount(text: string, digits: 0 | 2): number | null {
  const match = AMOUNT.exec(text.replaceAll(/[\s,，¥￥元]/g, ""));
  if (match === null) return null;
  const [, sign = "", whole = "", rest = "", unit = ""] = match;
  const fraction = rest.replace(/0+$/, "");
  const places = digits + (UNITS[unit.toLowerCase()] ?? 0) - fraction.length;
  if (places < 0) return null;
  const amount = Number(whole + fraction + "0".repeat(places));
  if (!Number.isSafeInteger(amount)) return null;
  return sign === "" || amount === 0 ? amount : -amount;
}
