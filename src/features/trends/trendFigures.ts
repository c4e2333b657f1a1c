import type { Format } from "#src/ui/format.ts";

import { measureName, type TrendWords } from "./strings.ts";
import type { TrendModel } from "./trendModel.ts";
import type { TrendMeasure } from "./trendSpecs.ts";

/** How a trend's figures are printed: in full beside each other, and short on the axis. */
export interface TrendFigures {
  readonly figure: (value: number | null) => string;
  readonly tick: (value: number) => string;
  /** The smallest step of the axis whose ticks are still told apart. */
  readonly leastStep: number;
}

export function trendFigures({ unit, lines, whole, targets, draw, rolling }: TrendModel, format: Format): TrendFigures {
  switch (unit) {
    case "ratio":
      return { figure: (value) => format.percent(value), tick: (value) => format.percent(value, 0), leastStep: 0.25 };
    case "count":
      return {
        figure: (value) => (rolling > 0 ? format.number(value, 1) : format.count(value)),
        tick: (value) => format.compactCount(value),
        leastStep: 1,
      };
    case "money": {
      const drawn = lines.flatMap(({ values, before }) => [...values, ...(before ?? [])]);
      const stacked = draw === "stacked" ? [...(whole?.values ?? []), ...(whole?.before ?? [])] : [];
      const goals = targets.flatMap(({ values }) => values);
      const most = [...drawn, ...stacked, ...goals].reduce<number>(
        (top, value) => Math.max(top, Math.abs(value ?? 0)),
        0,
      );
      const scale = format.scaleFor(most);
      return {
        figure: (value) => format.money(value, { scale }),
        tick: (value) => format.axisMoney(value, scale),
        leastStep: scale.divisorFen / 100,
      };
    }
  }
}

/** Told apart by its measure only where there are several. */
export function targetName(measure: TrendMeasure, { targets }: TrendModel, words: TrendWords): string {
  return targets.length > 1 ? words.targetOf(measureName(measure, words)) : words.target;
}
