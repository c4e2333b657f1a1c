import type { PeriodTotals } from "#src/engine/protocol.ts";
import type { SeriesTone } from "#src/ui/tones.ts";

import { termsOf, type TermId } from "./terms.ts";

export interface BridgeStep {
  readonly id: "opening" | TermId | "closing";
  readonly type: "total" | "flow";
  /** What the balance was, and is, fen; a total stands on zero. */
  readonly from: number;
  readonly to: number;
  readonly amount: number;
  readonly tone: SeriesTone;
}

export interface BridgeModel {
  readonly steps: readonly BridgeStep[];
  /** Where the broken axis begins, fen; null while bars stand on zero. */
  readonly floor: number | null;
}

/** Below this share of the balance the flows could not be told apart on an axis from zero. */
const BREAK_BELOW = 0.15;

/** From the opening balance to the closing one; every step begins where the one before ended. */
export function bridgeModel(total: PeriodTotals): BridgeModel {
  const { opening, closing, flows } = total;
  const steps: BridgeStep[] = [
    { id: "opening", type: "total", from: 0, to: opening, amount: opening, tone: "outstandingFill" },
  ];
  let level = opening;
  for (const { id, measure, sign, tone } of termsOf(total)) {
    const amount = sign * flows[measure];
    steps.push({ id, type: "flow", from: level, to: level + amount, amount, tone });
    level += amount;
  }
  steps.push({ id: "closing", type: "total", from: 0, to: closing, amount: closing, tone: "outstandingFill" });
  return { steps, floor: floorOf(steps) };
}

function floorOf(steps: readonly BridgeStep[]): number | null {
  const levels = steps.map(({ to }) => to);
  const largest = Math.max(...steps.filter(({ type }) => type === "flow").map(({ amount }) => Math.abs(amount)));
  const [low, high] = [Math.min(...levels), Math.max(...levels)];
  const balance = Math.max(levels[0] ?? 0, levels.at(-1) ?? 0);
  if (low <= 0 || high === low || largest >= BREAK_BELOW * balance) return null;
  const step = 10 ** Math.floor(Math.log10(high - low));
  const floor = Math.floor((low - 0.6 * (high - low)) / step) * step;
  return floor > 0 ? floor : null;
}
