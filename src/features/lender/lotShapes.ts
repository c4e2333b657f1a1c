import type { CustomSeriesRenderItemReturn } from "echarts";

import { faded, type ChartTokens } from "#src/ui/chartTokens.ts";

import type { LotBar } from "./lotsModel.ts";

const THICK_PX = 11;
const MARK_PX = 4.5;
/** A bar of a few days in a long life is still seen. */
const LEAST_PX = 3;

export interface LotDrawing {
  readonly bar: LotBar;
  /** Pixels from the left of a day. */
  readonly across: (day: number) => number;
  /** Pixels from the top of the bar's middle. */
  readonly middle: number;
  readonly tokens: ChartTokens;
}

/**
 * A lot as an outline from its start to its maturity, filled from below as far as it is open; a thin tail where it is
 * overdue, and a diamond where a part left otherwise than on time.
 */
export function lotShapes({ bar, across, middle, tokens }: LotDrawing): CustomSeriesRenderItemReturn {
  const colour = tokens.series.outstandingFill;
  const x = across(bar.from);
  const width = Math.max(LEAST_PX, across(bar.to) - x);
  const y = middle - THICK_PX / 2;
  const outline = {
    type: "rect" as const,
    shape: { x, y, width, height: THICK_PX, r: 2 },
    style: { fill: faded(colour, 0.08), stroke: faded(colour, 0.55), lineWidth: 1 },
  };
  const openPx = THICK_PX * bar.openShare;
  const open = {
    type: "rect" as const,
    silent: true,
    shape: { x, y: y + THICK_PX - openPx, width, height: openPx, r: bar.openShare === 1 ? 2 : 0 },
    style: { fill: colour },
  };
  return {
    type: "group",
    children: [
      outline,
      ...(bar.openShare > 0 ? [open] : []),
      ...(bar.overdueTo === null ? [] : [tail(x + width, across(bar.overdueTo), middle, tokens.bad)]),
      ...bar.marks.map(({ day, isEarly }) =>
        diamond(across(day), middle, {
          fill: isEarly ? tokens.series.exits : tokens.surface,
          stroke: tokens.series.exits,
        }),
      ),
    ],
  };
}

// oxlint-disable-next-line max-params -- two ends and where they lie
function tail(from: number, to: number, y: number, colour: string) {
  return {
    type: "line" as const,
    silent: true,
    shape: { x1: from, y1: y, x2: to, y2: y },
    style: { stroke: colour, lineWidth: 2, lineDash: [3, 2] },
  };
}

function diamond(x: number, y: number, style: { readonly fill: string; readonly stroke: string }) {
  return {
    type: "polygon" as const,
    silent: true,
    shape: {
      points: [
        [x, y - MARK_PX],
        [x + MARK_PX, y],
        [x, y + MARK_PX],
        [x - MARK_PX, y],
      ],
    },
    style: { ...style, lineWidth: 1.25 },
  };
}
