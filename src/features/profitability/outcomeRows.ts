import type { MovedProfit, WhatIfResult } from "#src/engine/protocol.ts";

import { ratioOf, type Spoken } from "./figures.ts";

export interface OutcomeRow {
  readonly id: string;
  readonly name: string;
  readonly now: string;
  readonly trial: string;
  /** "" where nothing moves. */
  readonly change: string;
  readonly isWorse: boolean;
}

interface OutcomeFigure {
  readonly id: string;
  readonly name: string;
  readonly unit: "money" | "ratio";
  readonly of: (profit: MovedProfit) => number | null;
}

function outcomeFigures(disbursed: number, words: Spoken["words"]): readonly OutcomeFigure[] {
  return [
    { id: "profit", name: words.profit, unit: "money", of: ({ profit }) => profit },
    { id: "perDisbursed", name: words.perDisbursed, unit: "ratio", of: ({ perDisbursed }) => perDisbursed },
    { id: "perClosing", name: words.perClosing, unit: "ratio", of: ({ perClosing }) => perClosing },
    { id: "perOpening", name: words.perOpening, unit: "ratio", of: ({ perOpening }) => perOpening },
    {
      id: "breakEven",
      name: words.breakEvenRate,
      unit: "ratio",
      of: ({ breakEvenBad }) => ratioOf(breakEvenBad, disbursed),
    },
  ];
}

/** What profit comes to now and then. All of these are better when they are higher. */
export function outcomeRows(
  { now, moved }: Pick<WhatIfResult, "now" | "moved">,
  disbursed: number,
  { words, format }: Spoken,
): readonly OutcomeRow[] {
  return outcomeFigures(disbursed, words).map(({ id, name, unit, of }) => {
    const [before, after] = [of(now), of(moved)];
    const change = before === null || after === null ? 0 : after - before;
    const text = (value: number | null) => (unit === "money" ? format.money(value) : format.percent(value, 2));
    const changeText = unit === "money" ? format.money(change, { sign: true }) : format.points(change, 2);
    return {
      id,
      name,
      now: text(before),
      trial: text(after),
      change: change === 0 ? "" : changeText,
      isWorse: change < 0,
    };
  });
}
