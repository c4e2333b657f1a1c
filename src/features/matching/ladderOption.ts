import type { BarSeriesOption, EChartsOption, XAXisComponentOption, YAXisComponentOption } from "echarts";

import type { LotDue } from "#src/engine/protocol.ts";
import { barSeries, chartBase, plotArea, type BarOptions } from "#src/ui/chartTheme.ts";
import type { ChartTokens } from "#src/ui/chartTokens.ts";
import type { Format } from "#src/ui/format.ts";
import type { MoneyScale } from "#src/ui/moneyFormat.ts";
import { axisTooltip, type TooltipModel } from "#src/ui/tooltipNode.ts";

import type { LadderModel } from "./ladderModel.ts";
import type { LadderWords } from "./ladderStrings.ts";

export interface LadderSpoken {
  readonly words: LadderWords;
  readonly format: Format;
}

const ROW_PX = 40;
const AXIS_PX = 48;
/** Names of lines stand left of the first plot. */
const LABELS_PX = 92;
const TOP_PX = 6;
/** Corners of the end away from zero: bars lie. */
const ROUNDED = [0, 3, 3, 0];
const ROUNDED_LEFT = [3, 0, 0, 3];

/** A gap is a difference: no list adds up to it. */
const LEADS_NOWHERE = { cursor: "default", emphasis: { disabled: true } };

export function ladderHeightPx({ rows }: LadderModel): number {
  return rows.length * ROW_PX + AXIS_PX;
}

export function placeName(place: LotDue, words: LadderWords): string {
  if (place.type === "term") return words.term(place.from, place.to);
  return words[place.type];
}

/** Down the page by remaining days: what falls due on both sides, and beside it what all lines so far come to. */
export function ladderOption(model: LadderModel, spoken: LadderSpoken): (tokens: ChartTokens) => EChartsOption {
  const { words, format } = spoken;
  const { rows } = model;
  const names = rows.map(({ place }) => placeName(place, words));
  const due = format.scaleFor(model.maxDue);
  const gap = format.scaleFor(model.maxGap);
  return (tokens) => ({
    ...chartBase(tokens),
    grid: [
      plotArea({ labelsPx: LABELS_PX, top: TOP_PX, right: "43%", bottom: AXIS_PX }),
      { ...plotArea({ labelsPx: 0, top: TOP_PX, right: 26, bottom: AXIS_PX }), left: "66%" },
    ],
    axisPointer: { link: [{ yAxisIndex: "all" }] },
    xAxis: [
      moneyAxis(tokens, { name: words.due, format, scale: due }),
      moneyAxis(tokens, { name: words.cumulative, format, scale: gap, plot: 1 }),
    ],
    yAxis: [nameAxis(tokens, names), nameAxis(tokens, names, 1)],
    tooltip: axisTooltip(tokens, (at) => ladderTooltip(model, spoken, at), "shadow"),
    series: [
      lyingBars(tokens, {
        id: "lenders",
        name: words.lenders,
        data: rows.map(({ lenders }) => lenders),
        tone: "outstandingFill",
      }),
      lyingBars(tokens, {
        id: "borrowers",
        name: words.borrowers,
        data: rows.map(({ borrowers }) => borrowers),
        tone: "ramp2",
      }),
      gapBars(tokens, { model, words }),
    ],
  });
}

function lyingBars(tokens: ChartTokens, options: BarOptions): BarSeriesOption {
  const bars = barSeries(tokens, options);
  return { ...bars, barMaxWidth: 13, barGap: "12%", itemStyle: { ...bars.itemStyle, borderRadius: ROUNDED } };
}

/** In one tone, as in the legend: which side of zero they lie on says whether money is missing. */
function gapBars(
  tokens: ChartTokens,
  { model: { rows }, words }: { readonly model: LadderModel; readonly words: LadderWords },
): BarSeriesOption {
  const bars = barSeries(tokens, { id: "gap", name: words.cumulative, data: [], tone: "volume", plot: 1 });
  return {
    ...bars,
    ...LEADS_NOWHERE,
    barMaxWidth: 18,
    itemStyle: { ...bars.itemStyle, borderRadius: ROUNDED },
    data: rows.map(({ cumulative }) =>
      cumulative !== null && cumulative < 0
        ? { value: cumulative, itemStyle: { borderRadius: ROUNDED_LEFT } }
        : (cumulative ?? "-"),
    ),
  };
}

function nameAxis(tokens: ChartTokens, names: readonly string[], gridIndex = 0): YAXisComponentOption {
  return {
    type: "category",
    gridIndex,
    data: [...names],
    inverse: true,
    axisLine: { show: gridIndex === 1, onZero: true, lineStyle: { color: tokens.lineStrong } },
    axisTick: { show: false },
    axisLabel: { show: gridIndex === 0, color: tokens.ink2, fontSize: 11, interval: 0, margin: 8 },
  };
}

interface MoneyAxis {
  readonly name: string;
  readonly format: Format;
  readonly scale: MoneyScale;
  readonly plot?: number;
}

function moneyAxis(tokens: ChartTokens, { name, format, scale, plot = 0 }: MoneyAxis): XAXisComponentOption {
  return {
    type: "value",
    gridIndex: plot,
    name,
    nameLocation: "middle",
    nameGap: 28,
    nameTextStyle: { color: tokens.ink3, fontSize: 11 },
    splitNumber: plot === 0 ? 3 : 2,
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: {
      color: tokens.ink3,
      fontSize: 11,
      margin: 8,
      hideOverlap: true,
      // On a narrow screen the ends stay, each within its own half.
      showMinLabel: true,
      showMaxLabel: true,
      alignMinLabel: "left",
      alignMaxLabel: "right",
      formatter: (fen: number) => format.axisMoney(fen, scale),
    },
    splitLine: { lineStyle: { color: tokens.line, width: 1 } },
  };
}

export function ladderTooltip(model: LadderModel, { words, format }: LadderSpoken, at: number): TooltipModel | null {
  const row = model.rows[at];
  if (row === undefined) return null;
  const scale = format.scaleFor(Math.max(row.lenders ?? 0, row.borrowers ?? 0));
  const isTerm = row.place.type === "term";
  return {
    title: placeName(row.place, words),
    rows: [
      { name: words.lenders, value: format.money(row.lenders, { scale }), tone: "outstandingFill" },
      { name: words.borrowers, value: format.money(row.borrowers, { scale }), tone: "ramp2" },
      ...(isTerm ? [{ name: words.gap, value: format.money(row.gap, { scale, sign: true }) }] : []),
    ],
    ...(isTerm
      ? { total: { name: words.cumulative, value: format.money(row.cumulative, { sign: true }) } }
      : { note: words.notInGap }),
  };
}
