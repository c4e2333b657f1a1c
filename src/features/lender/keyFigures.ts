import type { LenderDetail } from "#src/engine/protocol.ts";

export type KeyFigure = "balance" | "peak" | "volume" | "exits" | "interest" | "fees" | "subsidies";

/**
 * What a lender's own rows come to, fen, in the order of the screen. They are summed here and not taken from the
 * lender's line, which is empty for an account that is left out of every figure.
 */
export function keyFigures({ totals, balance, basis }: LenderDetail): {
  readonly amounts: readonly { readonly id: KeyFigure; readonly amount: number }[];
  /** Of the exits, those before their time by the row's type. */
  readonly early: number;
} {
  const isGross = basis.switches.transfers === "gross";
  const early = totals.early_exit ?? 0;
  const bought = isGross ? (totals.transfer_in ?? 0) : 0;
  const sold = isGross ? (totals.transfer_out ?? 0) : 0;
  return {
    amounts: [
      { id: "balance", amount: balance.at(-1)?.balance ?? 0 },
      { id: "peak", amount: Math.max(0, ...balance.map((step) => step.balance)) },
      { id: "volume", amount: (totals.lend ?? 0) + bought },
      { id: "exits", amount: (totals.exit ?? 0) + early + (totals.compensation ?? 0) + sold },
      { id: "interest", amount: totals.interest ?? 0 },
      { id: "fees", amount: totals.fee ?? 0 },
      { id: "subsidies", amount: totals.subsidy ?? 0 },
    ],
    early,
  };
}
