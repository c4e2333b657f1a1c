import { ascendingOrder } from "#src/engine/rowOrder.ts";

/** Lenders who hold something, from the smallest balance to the largest. */
export interface Holders {
  /** Codes. */
  readonly lender: Uint32Array;
  /** Fen, above zero. */
  readonly balance: Float64Array;
}

/** Those with a balance above zero; `balances` is by lender code. */
export function holdersOf(balances: Float64Array): Holders {
  const lender = new Uint32Array(balances.length);
  const balance = new Float64Array(balances.length);
  let count = 0;
  for (let code = 0; code < balances.length; code++) {
    if (balances[code]! <= 0) continue;
    lender[count] = code;
    balance[count++] = balances[code]!;
  }
  return inOrder({ lender: lender.subarray(0, count), balance: balance.subarray(0, count) });
}

/** The same lenders in ascending order of their balances, which are whole. */
export function inOrder({ lender, balance }: Holders): Holders {
  const low = new Uint32Array(balance.length);
  const high = new Uint32Array(balance.length);
  for (let place = 0; place < balance.length; place++) {
    low[place] = balance[place]!;
    high[place] = Math.floor(balance[place]! / 2 ** 32);
  }
  const order = ascendingOrder({ low, high });
  const sorted = { lender: new Uint32Array(order.length), balance: new Float64Array(order.length) };
  for (let place = 0; place < order.length; place++) {
    sorted.lender[place] = lender[order[place]!]!;
    sorted.balance[place] = balance[order[place]!]!;
  }
  return sorted;
}

/** The balances of some of the holders, still in ascending order. */
export function balancesWhere({ lender, balance }: Holders, isKept: (code: number) => boolean): Float64Array {
  const kept = new Float64Array(balance.length);
  let count = 0;
  for (let place = 0; place < balance.length; place++) if (isKept(lender[place]!)) kept[count++] = balance[place]!;
  return kept.slice(0, count);
}
