import type { FlowMeasure, PeriodTotals } from "#src/engine/protocol.ts";
import type { SeriesTone } from "#src/ui/tones.ts";

import type { SeriesAnswer } from "./queries.ts";
import { termsOf, type Term, type TermId } from "./terms.ts";

export type TreeNodeId = "opening" | "volume" | "exits" | TermId;

export interface TreeNodeModel {
  readonly id: TreeNodeId;
  /** How it enters the formula of what it hangs on; the first term has none. */
  readonly operator: "+" | "−" | null;
  /** Fen, as it stands in the formula. */
  readonly value: number;
  readonly comparison: ComparedFigure | null;
  /** Of the sum that it is a part of; null where that is zero or there is none. */
  readonly share: number | null;
  readonly values: readonly (number | null)[];
  readonly tone: SeriesTone;
  readonly better: Term["better"];
  /** A term that is only there to make the formula exact. */
  readonly small: boolean;
  readonly parts: readonly TreeNodeModel[];
}

interface ComparedFigure {
  readonly before: number;
  /** Null when it was zero before. */
  readonly ratio: number | null;
}

export interface TreeModel {
  readonly closing: number;
  readonly change: number;
  readonly comparison: ComparedFigure | null;
  readonly branches: readonly TreeNodeModel[];
}

/** The balance as the formula that it is, from the opening balance down to the parts of volume and exits. */
export function treeModel(answer: SeriesAnswer): TreeModel {
  const { total, comparison } = answer;
  const before = comparison?.total ?? null;
  return {
    closing: total.closing,
    change: total.closing - total.opening,
    comparison: before && compared(total.closing, before.closing),
    branches: [openingNode(total), ...branches(answer, before)],
  };
}

function branches(answer: SeriesAnswer, before: PeriodTotals | null): readonly TreeNodeModel[] {
  const terms = termsOf(answer.total);
  const group = (id: "volume" | "exits"): TreeNodeModel => ({
    id,
    operator: id === "volume" ? "+" : "−",
    value: answer.total.flows[id],
    comparison: before && compared(answer.total.flows[id], before.flows[id]),
    share: null,
    values: trendOf(id, answer),
    tone: id,
    better: id === "volume" ? "up" : "down",
    small: false,
    parts: terms.filter(({ of }) => of === id).map((term) => ({ ...termNode(term, answer, before), operator: "+" })),
  });
  const others = terms
    .filter(({ of }) => of === null)
    .map((term) => ({ ...termNode(term, answer, before), small: true }));
  return [group("volume"), group("exits"), ...others];
}

function openingNode({ opening }: PeriodTotals): TreeNodeModel {
  return {
    id: "opening",
    operator: null,
    value: opening,
    comparison: null,
    share: null,
    values: [],
    tone: "outstanding",
    better: "neutral",
    small: true,
    parts: [],
  };
}

function termNode(term: Term, answer: SeriesAnswer, before: PeriodTotals | null): TreeNodeModel {
  const { id, measure, sign, of, tone, better } = term;
  const { total } = answer;
  const value = total.flows[measure];
  const whole = of === null ? 0 : total.flows[of];
  return {
    id,
    operator: sign > 0 ? "+" : "−",
    value,
    comparison: before && compared(value, before.flows[measure]),
    share: whole > 0 ? value / whole : null,
    values: trendOf(measure, answer),
    tone,
    better,
    small: false,
    parts: [],
  };
}

/** Whole buckets alone, since a cut one would look like a fall; all of them while too few are whole. */
function trendOf(measure: FlowMeasure, { points, buckets }: SeriesAnswer): readonly (number | null)[] {
  const whole = points[measure].filter((_, index) => buckets[index]?.complete === true);
  return whole.length > 2 ? whole : points[measure];
}

function compared(now: number, before: number): ComparedFigure {
  return { before, ratio: before > 0 ? (now - before) / before : null };
}
