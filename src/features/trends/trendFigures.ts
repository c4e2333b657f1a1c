import type { Format } from "#src/ui/format.ts";

import type { TrendModel } from "./trendModel.ts";

/** How a trend's figures are printed: in full beside each other, and short on the axis. */
export interface TrendFigures {
  readonly figure: (value: number | null) => string;
  readonly tick: (value: number) => string;
  /** The smallest step of the axis whose ticks are still told apart. */
  readonly leastStep: number;
}

export function trendFigures({ unit, lines, whole, draw, rolling }: TrendModel, format: Format): TrendFigures {
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
      const most = [...drawn, ...stacked].reduce<number>((top, value) => Math.max(top, Math.abs(value ?? 0)), 0);
      const scale = format.scaleFor(most);
      return {
        figure: (value) => format.money(value, { scale }),
        tick: (value) => format.axisMoney(value, scale),
        leastStep: scale.divisorFen / 100,
      };
    }
  }
}
