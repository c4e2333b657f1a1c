import type { PeriodTotals } from "#src/engine/protocol.ts";

import { TERMS, type TermId } from "./terms.ts";

interface Mover {
  readonly id: TermId;
  readonly amount: number;
  /** Against the comparison, fen. */
  readonly difference: number;
  /** Null when the comparison was zero. */
  readonly ratio: number | null;
}

/** What moved the balance and why, before any words. */
export interface Movement {
  readonly direction: "rose" | "fell" | "flat";
  readonly change: number;
  /** Against the opening balance; null when there was none. */
  readonly ratio: number | null;
  readonly closing: number;
  readonly volume: number;
  readonly exits: number;
  readonly quiet: boolean;
  /** Flows besides volume and exits that were not zero, signed by what they did to the balance. */
  readonly others: readonly { readonly id: TermId; readonly effect: number }[];
  /** The flow that changed most against the comparison; null without one. */
  readonly mover: Mover | null;
  /** Null without volume. */
  readonly returningShare: number | null;
}

export function movementOf(total: PeriodTotals, before: PeriodTotals | null): Movement {
  const { opening, closing, flows } = total;
  const change = closing - opening;
  const others = TERMS.filter(({ of, measure }) => of === null && flows[measure] !== 0).map(
    ({ id, measure, sign }) => ({
      id,
      effect: sign * flows[measure],
    }),
  );
  return {
    direction: change > 0 ? "rose" : change < 0 ? "fell" : "flat",
    change,
    ratio: opening > 0 ? change / opening : null,
    closing,
    volume: flows.volume,
    exits: flows.exits,
    quiet: flows.volume === 0 && flows.exits === 0 && others.length === 0,
    others,
    mover: before && largestMover(total, before),
    returningShare: flows.volume > 0 ? flows.volumeReturning / flows.volume : null,
  };
}

function largestMover(total: PeriodTotals, before: PeriodTotals): Mover | null {
  const movers = TERMS.filter(({ of }) => of !== null).map(({ id, measure }) => {
    const [amount, was] = [total.flows[measure], before.flows[measure]];
    const difference = amount - was;
    return { id, amount, difference, ratio: was > 0 ? difference / was : null };
  });
  const [first] = movers.toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
  return first && first.difference !== 0 ? first : null;
}
