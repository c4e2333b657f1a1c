import type { LineSeriesOption } from "echarts";

import { faded, type ChartTokens } from "./chartTokens.ts";
import type { SeriesTone } from "./tones.ts";

export interface Band {
  readonly id: string;
  readonly low: readonly (number | null)[];
  readonly high: readonly (number | null)[];
  readonly tone: SeriesTone;
}

/** Where a line may truly lie: the room between two lines that are not drawn. It is not pointed at. */
export function bandSeries(tokens: ChartTokens, { id, low, high, tone }: Band): LineSeriesOption[] {
  const edge: LineSeriesOption = {
    type: "line",
    stack: id,
    // A loss is stacked as well as a gain.
    stackStrategy: "all",
    symbol: "none",
    silent: true,
    lineStyle: { opacity: 0 },
    emphasis: { disabled: true },
    z: 1,
  };
  const span = high.map((top, at) => {
    const bottom = low[at] ?? null;
    return top === null || bottom === null ? null : top - bottom;
  });
  return [
    { ...edge, id: `${id} low`, data: [...low] },
    { ...edge, id: `${id} span`, data: span, areaStyle: { color: faded(tokens.series[tone], 0.14), origin: "auto" } },
  ];
}
