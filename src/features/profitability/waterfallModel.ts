import type { ProfitFigures, ProfitPart } from "#src/engine/protocol.ts";
import type { SeriesTone } from "#src/ui/tones.ts";

export interface WaterfallStep {
  readonly id: ProfitPart | "income" | "profit";
  /** A total stands on zero. */
  readonly type: "part" | "total";
  /** What there was before and is after it, fen. */
  readonly from: number;
  readonly to: number;
  /** Signed: what is taken is below zero. */
  readonly amount: number;
  readonly tone: SeriesTone;
}

/** Bad principal is what risk took; the other costs are lighter. */
export const COST_TONES = { bad: "exits", funding: "exitsEarly", marketing: "exitsEarly" } as const;

/**
 * From what came in to what is left; every step begins where the one before ended.
 *
 * Penalties and fees that come to nothing are left out, and so is the sum of one part alone. A part that is not known
 * is left out with the totals that need it.
 */
export function waterfallSteps(figures: ProfitFigures): readonly WaterfallStep[] {
  const steps: WaterfallStep[] = [];
  let level = 0;
  const add = (id: ProfitPart, amount: number, tone: SeriesTone) => {
    steps.push({ id, type: "part", from: level, to: level + amount, amount, tone });
    level += amount;
  };
  for (const id of ["interest", "penalty", "fees"] as const) {
    const amount = figures[id];
    if (amount !== null && (amount !== 0 || id === "interest")) add(id, amount, "returning");
  }
  if (figures.income !== null && steps.length > 1) steps.push(total("income", level, "volume"));
  for (const id of ["bad", "funding", "marketing"] as const) {
    const amount = figures[id];
    if (amount !== null) add(id, 0 - amount, COST_TONES[id]);
  }
  if (figures.profit !== null) steps.push(total("profit", figures.profit, "outstandingFill"));
  return steps;
}

function total(id: "income" | "profit", amount: number, tone: SeriesTone): WaterfallStep {
  return { id, type: "total", from: 0, to: amount, amount, tone };
}
