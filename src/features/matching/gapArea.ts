import type { CustomSeriesOption } from "echarts";

import { faded, type ChartTokens } from "#src/ui/chartTokens.ts";
import type { SeriesTone } from "#src/ui/tones.ts";

/** A corner of an area: so far along from one point to the next, 0 at the first; both in fen. */
export interface Corner {
  readonly at: number;
  readonly value: number;
}

export interface GapSides {
  /** By point. */
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/**
 * Where a line lies above another, as one closed outline: along the higher of the two and back along the lower line. Lines
 * are straight between points, so that an area ends where they cross; where the first is the lower it has no width.
 */
export function gapOutline(sides: GapSides): readonly Corner[] {
  const { low, high } = sides;
  const edges = low.flatMap((bottom, at) => {
    const crossing = crossingBefore(sides, at);
    const point = { at, top: Math.max(bottom, high[at] ?? bottom), bottom };
    return crossing === null ? [point] : [{ at: crossing.at, top: crossing.value, bottom: crossing.value }, point];
  });
  return [
    ...edges.map(({ at, top }) => ({ at, value: top })),
    ...edges.toReversed().map(({ at, bottom }) => ({ at, value: bottom })),
  ];
}

/** Where the lines cross between a point and the one before it; null where they do not, or only at one of the two. */
function crossingBefore({ low, high }: GapSides, at: number): Corner | null {
  if (at === 0) return null;
  const [lowBefore = 0, highBefore = 0, lowAt = 0, highAt = 0] = [low[at - 1], high[at - 1], low[at], high[at]];
  const [before, after] = [highBefore - lowBefore, highAt - lowAt];
  if (before * after >= 0) return null;
  const share = before / (before - after);
  return { at: at - 1 + share, value: lowBefore + (lowAt - lowBefore) * share };
}

export interface GapArea extends GapSides {
  readonly id: string;
  readonly tone: SeriesTone;
  /** Index of the axes that it is drawn on. */
  readonly plot: number;
}

/** What lies between two lines where the one is higher, shaded. It is not pointed at. */
export function gapSeries(tokens: ChartTokens, { id, tone, plot, ...sides }: GapArea): CustomSeriesOption {
  const outline = gapOutline(sides);
  const fill = faded(tokens.series[tone], 0.14);
  return {
    type: "custom",
    id,
    xAxisIndex: plot,
    yAxisIndex: plot,
    silent: true,
    z: 1,
    // One mark for all: each point alone would leave a seam to the next.
    data: [[0, sides.low[0] ?? 0]],
    tooltip: { show: false },
    renderItem: (_, api) => {
      const place = ({ at, value }: Corner): [number, number] => {
        const point = Math.floor(at);
        const [from = 0, y = 0] = api.coord([point, value]);
        // A category axis knows whole places only.
        const [to = 0] = api.coord([point + 1, value]);
        return at === point ? [from, y] : [from + (to - from) * (at - point), y];
      };
      return { type: "polygon", shape: { points: outline.map(place) }, style: { fill } };
    },
  };
}
