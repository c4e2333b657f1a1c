import { SECONDS_A_DAY } from "#src/domain/calendar.ts";
import { BALANCE_SIGN } from "#src/domain/eventTypes.ts";
import type { LedgerPart } from "#src/domain/ledger.ts";
import type { EpochDay } from "#src/domain/units.ts";

/** Who holds how much of one product; only balances above zero. */
export interface ProductBalances {
  readonly product: number;
  /** Ascending codes. */
  readonly lender: Uint32Array;
  /** Fen. */
  readonly balance: Float64Array;
}

export interface ProductBalancesInput {
  readonly parts: readonly LedgerPart[];
  readonly lenders: number;
  readonly products: number;
  /** Rows after it enter nothing. */
  readonly asOf: EpochDay;
}

/** Balances kept at once: 32 MB. More products than fit are taken in turns, with one pass over the rows each. */
const CELLS_AT_ONCE = 4_000_000;

/**
 * What each lender holds of each product (KN5): the rows that move a balance, by the product that the row itself
 * names. A file whose exits name no product leaves the products of the lends too large, and a negative balance of no
 * product, which is left out.
 *
 * @returns  ascending by product; only products that somebody holds
 */
export function productBalances(
  input: ProductBalancesInput,
  { cellsAtOnce = CELLS_AT_ONCE }: { readonly cellsAtOnce?: number } = {},
): ProductBalances[] {
  const width = Math.max(1, Math.min(input.products, Math.floor(cellsAtOnce / Math.max(1, input.lenders))));
  const found: ProductBalances[] = [];
  for (let from = 0; from < input.products; from += width) {
    const cells = cellsOf(input, { from, width });
    for (let product = from; product < Math.min(from + width, input.products); product++) {
      const balances = heldOf(cells.subarray((product - from) * input.lenders).subarray(0, input.lenders));
      if (balances.lender.length > 0) found.push({ product, ...balances });
    }
  }
  return found;
}

/** Σ sign · amount, by product from `from` and lender. */
function cellsOf(
  { parts, lenders, asOf }: ProductBalancesInput,
  { from, width }: { readonly from: number; readonly width: number },
): Float64Array {
  const cells = new Float64Array(width * lenders);
  const end = (asOf + 1) * SECONDS_A_DAY;
  for (const { columns, dead } of parts) {
    const { rows, instant, type, amount, lender, product } = columns;
    for (let row = 0; row < rows; row++) {
      const place = product[row]! - from;
      const sign = BALANCE_SIGN[type[row]!]!;
      if (sign === 0 || place < 0 || place >= width) continue;
      if (instant[row]! >= end || (dead !== undefined && dead[row] === 1)) continue;
      cells[place * lenders + lender[row]!]! += sign * amount[row]!;
    }
  }
  return cells;
}

function heldOf(balances: Float64Array): Pick<ProductBalances, "lender" | "balance"> {
  const count = balances.reduce((sum, balance) => sum + (balance > 0 ? 1 : 0), 0);
  const lender = new Uint32Array(count);
  const balance = new Float64Array(count);
  let place = 0;
  for (const [code, held] of balances.entries()) {
    if (held <= 0) continue;
    lender[place] = code;
    balance[place++] = held;
  }
  return { lender, balance };
}
