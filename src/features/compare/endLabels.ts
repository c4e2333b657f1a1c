import type { CustomSeriesOption } from "echarts";

import type { ChartTokens } from "#src/ui/chartTokens.ts";
import type { SeriesTone } from "#src/ui/tones.ts";

/** Room at the right of a plot for the names, px. */
export const LABELS_PX = 76;
const LINE_PX = 13;

export interface LineEnd {
  readonly name: string;
  readonly tone: SeriesTone;
  readonly values: readonly (number | null)[];
}

/** The last place of a line that has a value; −1 for an empty one. */
function lastPlace({ values }: Pick<LineEnd, "values">): number {
  return values.findLastIndex((value) => value !== null);
}

/** Names in the colours of their lines, beside the ends of the lines, moved apart where they would meet. */
export function endLabels(tokens: ChartTokens, lines: readonly LineEnd[]): CustomSeriesOption {
  const ends = lines.filter((line) => lastPlace(line) >= 0);
  return {
    type: "custom",
    id: "names",
    silent: true,
    clip: false,
    tooltip: { show: false },
    data: ends.length === 0 ? [] : [[0, 0]],
    encode: { x: 0, y: 1 },
    renderItem: (_, api) => {
      const points = ends.map((line) => {
        const place = lastPlace(line);
        const [x = 0, y = 0] = api.coord([place, line.values[place] ?? 0]);
        return { x, y };
      });
      const heights = apart(
        points.map(({ y }) => y),
        LINE_PX,
      );
      return {
        type: "group",
        children: ends.map(({ name, tone }, at) => ({
          type: "text" as const,
          style: {
            text: name,
            x: (points[at]?.x ?? 0) + 6,
            y: heights[at] ?? 0,
            verticalAlign: "middle" as const,
            width: LABELS_PX - 8,
            overflow: "truncate" as const,
            fill: tokens.series[tone],
            font: `600 11px ${tokens.font}`,
          },
        })),
      };
    },
    z: 6,
  };
}

/** The heights moved down until each is a line from the next one above it; the highest stays. In the order given. */
export function apart(heights: readonly number[], linePx: number): number[] {
  const moved = [...heights];
  let last = -Infinity;
  for (const at of heights.map((_, place) => place).toSorted((a, b) => heights[a]! - heights[b]!)) {
    last = Math.max(moved[at]!, last + linePx);
    moved[at] = last;
  }
  return moved;
}
