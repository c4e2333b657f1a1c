/** Decimal places that a unit moves the point by. */
const UNITS: Readonly<Record<string, number>> = { "": 0, 万: 4, 亿: 8, k: 3, m: 6, b: 9 };

const DIGITS = String.raw`\d+|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,2}(?: \d{3})+`;
const AMOUNT = new RegExp(String.raw`^¥? ?([-−]?) ?¥? ?(${DIGITS})(?:\.(\d+))? ?(万|亿|k|m|b)? ?元?$`, "i");

/** What may be meant by a number whose thousands are set apart. */
const MARKED = /\d *, *\d|\d,|,\d|\d \d/;

/** Full-width forms as their usual ones, and one space for many. */
function plainText(text: string): string {
  return text.normalize("NFKC").trim().replaceAll(/\s+/g, " ");
}

/**
 * What a reader means by 74,000,000, 7400万 or 74M, exact.
 *
 * Thousands are set apart in groups of three or not at all: 12,34 is no guess at 1,234 or 12.34, and is refused.
 *
 * @param digits  decimal places that the unit has: 2 makes yuan into fen, 0 takes whole numbers alone
 * @returns       null when it is no number of that unit, or too large to be exact
 */
export function parseAmount(text: string, digits: 0 | 2): number | null {
  const match = AMOUNT.exec(plainText(text));
  if (match === null) return null;
  const [, sign = "", grouped = "", rest = "", unit = ""] = match;
  const whole = grouped.replaceAll(/[, ]/g, "");
  const fraction = rest.replace(/0+$/, "");
  const places = digits + (UNITS[unit.toLowerCase()] ?? 0) - fraction.length;
  if (places < 0) return null;
  const amount = Number(whole + fraction + "0".repeat(places));
  if (!Number.isSafeInteger(amount)) return null;
  return sign === "" || amount === 0 ? amount : -amount;
}

/** Whether a text is no amount because its commas or spaces do not stand before groups of three digits. */
export function hasMisplacedThousands(text: string): boolean {
  const plain = plainText(text);
  return MARKED.test(plain) && !AMOUNT.test(plain) && AMOUNT.test(plain.replaceAll(/[, ]/g, ""));
}
