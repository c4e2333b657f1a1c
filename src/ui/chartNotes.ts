import type { EChartsOption, GridComponentOption, LineSeriesOption } from "echarts";

import type { Period } from "#src/domain/period.ts";
import type { EpochDay } from "#src/domain/units.ts";

import { faded } from "./chartTokens.ts";
import type { ChartTokens } from "./chartTokens.ts";

/** Something that happened, for those who look at a chart. */
export interface Note {
  readonly day: EpochDay;
  /** The last day; null where it was one day. */
  readonly endDay: EpochDay | null;
  readonly text: string;
  /** "" where none is told. */
  readonly kind: string;
}

/** The notes that a chart over time can show. Items and buckets must keep their identity between renders. */
export interface ChartNotes {
  /** Ascending by day. */
  readonly items: readonly Note[];
  /** Of the chart's category axis, ascending. */
  readonly buckets: readonly Period[];
  readonly isShown: boolean;
  readonly onToggle: () => void;
}

/** A note that reaches into a chart, and which points of the axis it covers. */
export interface NoteMark {
  /** On its pin and in the list below. */
  readonly number: number;
  readonly note: Note;
  readonly from: number;
  readonly to: number;
}

/** The notes of which a day lies in one of the buckets, numbered from 1 in their order. */
export function noteMarks(notes: readonly Note[], buckets: readonly Period[]): readonly NoteMark[] {
  return notes
    .flatMap((note) => {
      const lastDay = Math.max(note.day, note.endDay ?? note.day);
      const from = buckets.findIndex((bucket) => bucket.to >= note.day && bucket.from <= lastDay);
      const to = buckets.findLastIndex((bucket) => bucket.to >= note.day && bucket.from <= lastDay);
      return from < 0 ? [] : [{ note, from, to }];
    })
    .map((mark, index) => ({ ...mark, number: index + 1 }));
}

/** Room above the plot for the pins. */
const PIN_PX = 18;
/** Pins that stand closer than this share of the axis would cover each other: they become one. */
const LEAST_GAP = 1 / 28;

/** A chart with pins at its notes, and a shade over what lasts longer than a point; one without a time axis as it is. */
export function withNotes(option: EChartsOption, marks: readonly NoteMark[], tokens: ChartTokens): EChartsOption {
  const axes = Array.isArray(option.xAxis) ? option.xAxis : [option.xAxis];
  const [axis] = axes;
  const points = axis && "data" in axis && Array.isArray(axis.data) ? axis.data.length : 0;
  if (points === 0) return option;
  const pins = pinsOf(marks, points);
  const series = Array.isArray(option.series) ? option.series : option.series ? [option.series] : [];
  return {
    ...option,
    grid: loweredGrid(option.grid),
    series: [...series, ...axes.map((_, plot) => noteSeries({ marks, pins, plot }, tokens))],
  };
}

interface Pin {
  readonly at: number;
  /** The numbers that it stands for: 3, or 3–5. */
  readonly label: string;
}

function pinsOf(marks: readonly NoteMark[], points: number): readonly Pin[] {
  const groups: NoteMark[][] = [];
  for (const mark of marks.toSorted((a, b) => a.from - b.from || a.number - b.number)) {
    const group = groups.at(-1);
    const [first] = group ?? [];
    if (group && first && mark.from - first.from <= points * LEAST_GAP) group.push(mark);
    else groups.push([mark]);
  }
  return groups.flatMap((group) => {
    const [first, last] = [group[0], group.at(-1)];
    if (!first || !last) return [];
    return [{ at: first.from, label: first === last ? `${first.number}` : `${first.number}–${last.number}` }];
  });
}

interface NoteSeries {
  readonly marks: readonly NoteMark[];
  readonly pins: readonly Pin[];
  /** Index of the axes. Only the first plot has labels at its pins. */
  readonly plot: number;
}

/** A series without points of its own, so that no tooltip or axis heeds it. */
function noteSeries({ marks, pins, plot }: NoteSeries, tokens: ChartTokens): LineSeriesOption {
  const plate = { color: tokens.surface, backgroundColor: tokens.ink2, borderRadius: 7, padding: [2, 5] };
  return {
    type: "line",
    id: `notes-${plot}`,
    data: [],
    xAxisIndex: plot,
    yAxisIndex: plot,
    silent: true,
    markLine: {
      silent: true,
      symbol: "none",
      animation: false,
      z: 1,
      lineStyle: { color: tokens.lineStrong, width: 1, type: "solid" },
      label: { show: plot === 0, position: "end", distance: 1, fontSize: 11, lineHeight: 11, ...plate },
      data: pins.map(({ at, label }) => ({ xAxis: at, label: { formatter: () => label } })),
    },
    markArea: {
      silent: true,
      animation: false,
      z: 0,
      itemStyle: { color: faded(tokens.ink3, 0.1) },
      data: marks.flatMap(({ from, to }) => (to > from ? [[{ xAxis: from }, { xAxis: to }]] : [])),
    },
  };
}

function loweredGrid(grid: EChartsOption["grid"]): NonNullable<EChartsOption["grid"]> {
  if (!Array.isArray(grid)) return lowered(grid ?? {});
  return grid.map((one, index) => (index === 0 ? lowered(one) : one));
}

function lowered(grid: GridComponentOption): GridComponentOption {
  const { top, height } = grid;
  return {
    ...grid,
    top: (typeof top === "number" ? top : 0) + PIN_PX,
    ...(typeof height === "number" ? { height: height - PIN_PX } : {}),
  };
}
