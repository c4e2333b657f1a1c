export type Language = "en" | "zh";

/** K, M, B or 万, 亿. */
export type MoneyUnits = "western" | "chinese";

const MINUS = "\u2212";

/** Printed where there is no answer. */
export const NOTHING = "—";

/**
 * A figure printed without its sign, with it.
 *
 * A figure that rounds to zero has none.
 */
export function withSign(text: string, value: number, plus: boolean): string {
  if (!/[1-9]/.test(text)) return text;
  if (value < 0) return MINUS + text;
  return plus ? `+${text}` : text;
}
