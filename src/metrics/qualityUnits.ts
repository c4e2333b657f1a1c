import { medianOf } from "./qualityMedian.ts";

/** What the lends of one import are like. */
export interface ImportLends {
  readonly importId: number;
  /** Live ones. */
  readonly lends: number;
  /** Those that name neither a term nor a maturity. */
  readonly withoutTerm: number;
  /** Fen; the median amount of the first 100,000. Null without lends. */
  readonly medianAmount: number | null;
}

/** An import whose amounts are another unit than those before it, by the look of them. */
export interface UnitSlip {
  readonly importId: number;
  /** Fen. */
  readonly medianAmount: number;
  /** Fen; the median of the earlier imports' medians. */
  readonly expected: number;
}

/** Imports with fewer lends have no typical amount. */
const LEAST_LENDS = 20;
/** 元 for 分, 万元 for 元, 万元 for 分, and the other way round. */
const UNIT_FACTORS = [100, 10_000, 1_000_000];

/**
 * Imports whose median lend is about ×100, ×10,000 or ×1,000,000 of what the imports before it had, or one part in so
 * many; "about" is within 20 %.
 *
 * @param imports  ascending by importId
 */
export function unitSlips(imports: readonly ImportLends[]): UnitSlip[] {
  const earlier: number[] = [];
  const slips: UnitSlip[] = [];
  for (const { importId, lends, medianAmount } of imports) {
    if (lends < LEAST_LENDS || medianAmount === null) continue;
    const expected = medianOf(earlier);
    if (expected !== null && isUnitApart(medianAmount, expected)) slips.push({ importId, medianAmount, expected });
    earlier.push(medianAmount);
  }
  return slips;
}

function isUnitApart(a: number, b: number): boolean {
  const [small, great] = a < b ? [a, b] : [b, a];
  return UNIT_FACTORS.some((factor) => {
    const scaled = small * factor;
    return Math.abs(great - scaled) * 5 <= scaled;
  });
}
