import type { BarSeriesOption, EChartsOption } from "echarts";

import { chartBase, plotArea } from "#src/ui/chartTheme.ts";
import { faded, type ChartTokens } from "#src/ui/chartTokens.ts";
import type { TableModel } from "#src/ui/tableModel.ts";
import type { SeriesTone } from "#src/ui/tones.ts";
import { axisTooltip, type TooltipModel } from "#src/ui/tooltipNode.ts";

import { largest, moneyBeside, type Spoken } from "./figures.ts";
import type { TornadoBar } from "./tornadoModel.ts";

/** How far the axis reaches beyond the longest bar, so that there is room for figures; a phone has less of it. */
const LABEL_ROOM = { wide: 1.45, narrow: 2.1 };

/** What comes in is one hue, what is taken the other; a tenth more is solid, a tenth less an outline. */
function driverTone(driver: TornadoBar["driver"]): SeriesTone {
  return driver === "interest" || driver === "fees" ? "returning" : "exits";
}

export function tornadoOption(bars: readonly TornadoBar[], spoken: Spoken, width: "wide" | "narrow") {
  const { words } = spoken;
  const reach = LABEL_ROOM[width] * (largest(bars.flatMap(({ lower, higher }) => [lower, higher])) || 1);
  return (tokens: ChartTokens): EChartsOption => ({
    ...chartBase(tokens),
    grid: plotArea({ top: 4, right: 4 }),
    xAxis: { type: "value", show: false, min: -reach, max: reach },
    yAxis: {
      type: "category",
      inverse: true,
      data: bars.map(({ driver }) => words.drivers[driver]),
      axisTick: { show: false },
      axisLine: { show: true, onZero: true, lineStyle: { color: tokens.lineStrong } },
      axisLabel: { color: tokens.ink2, fontSize: 11, interval: 0, margin: 8 },
    },
    tooltip: axisTooltip(tokens, (at) => tornadoTooltip(bars, at, spoken), "shadow"),
    series: (["lower", "higher"] as const).map((side) => sideSeries(bars, side, { spoken, tokens })),
  });
}

function sideSeries(
  bars: readonly TornadoBar[],
  side: "lower" | "higher",
  { spoken, tokens }: { readonly spoken: Spoken; readonly tokens: ChartTokens },
): BarSeriesOption {
  const { format, words } = spoken;
  const scale = format.scaleFor(largest(bars.flatMap(({ lower, higher }) => [lower, higher])));
  return {
    type: "bar",
    id: side,
    name: words[side],
    // Both stand on one line, one to the left and one to the right of what is.
    barGap: "-100%",
    barCategoryGap: "34%",
    barMaxWidth: 22,
    emphasis: { disabled: true },
    label: {
      show: true,
      color: tokens.ink,
      fontSize: 11,
      formatter: ({ dataIndex }) => moneyBeside(bars[dataIndex]?.[side] ?? null, { format, scale, sign: true }),
    },
    data: bars.map((bar) => {
      const colour = tokens.series[driverTone(bar.driver)];
      const outline = { color: faded(colour, 0.2), borderColor: colour, borderWidth: 1 };
      return {
        value: bar[side],
        itemStyle: side === "higher" ? { color: colour } : outline,
        label: { position: bar[side] < 0 ? ("left" as const) : ("right" as const) },
      };
    }),
  };
}

export function tornadoTooltip(
  bars: readonly TornadoBar[],
  at: number,
  { words, format }: Spoken,
): TooltipModel | null {
  const bar = bars[at];
  if (bar === undefined) return null;
  const tone = driverTone(bar.driver);
  const row = (side: "lower" | "higher", profit: number) => ({
    name: words[side],
    value: `${format.money(bar[side], { sign: true })} → ${format.money(profit)}`,
    tone,
  });
  return {
    title: words.drivers[bar.driver],
    rows: [row("lower", bar.profitLower), row("higher", bar.profitHigher)],
  };
}

export function tornadoTable(bars: readonly TornadoBar[], caption: string, { words }: Spoken): TableModel {
  return {
    caption,
    columns: [
      { id: "driver", label: words.driver, type: "text" },
      { id: "lower", label: words.chosen(words.change, words.lower), type: "money" },
      { id: "higher", label: words.chosen(words.change, words.higher), type: "money" },
      { id: "profitLower", label: words.chosen(words.profitThen, words.lower), type: "money" },
      { id: "profitHigher", label: words.chosen(words.profitThen, words.higher), type: "money" },
    ],
    rows: bars.map(({ driver, lower, higher, profitLower, profitHigher }) => [
      words.drivers[driver],
      lower,
      higher,
      profitLower,
      profitHigher,
    ]),
  };
}
