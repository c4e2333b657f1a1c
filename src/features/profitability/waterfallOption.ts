import type { BarSeriesOption, EChartsOption } from "echarts";

import { chartBase, plotArea } from "#src/ui/chartTheme.ts";
import type { ChartTokens } from "#src/ui/chartTokens.ts";
import { axisTooltip, type TooltipModel } from "#src/ui/tooltipNode.ts";

import { largest, moneyBeside, type Spoken } from "./figures.ts";
import type { WaterfallStep } from "./waterfallModel.ts";

/** Room beyond the bars for their figures, of the whole length; a phone has less of it. */
const LABEL_ROOM = { wide: 0.22, narrow: 0.5 };

export function stepName(id: WaterfallStep["id"], { parts, income, profit }: Spoken["words"]): string {
  if (id === "income") return income;
  return id === "profit" ? profit : parts[id];
}

/** A waterfall down the page: names of any length stand beside their bars. */
export function waterfallOption(steps: readonly WaterfallStep[], spoken: Spoken, width: "wide" | "narrow") {
  return (tokens: ChartTokens): EChartsOption => {
    const levels = [0, ...steps.flatMap(({ from, to }) => [from, to])];
    const [low, high] = [Math.min(...levels), Math.max(...levels)];
    const room = LABEL_ROOM[width] * (high - low || 1);
    return {
      ...chartBase(tokens),
      grid: plotArea({ top: 4, right: 4 }),
      xAxis: { type: "value", show: false, min: low < 0 ? low - room : 0, max: high + room },
      yAxis: {
        type: "category",
        inverse: true,
        data: steps.map(({ id }) => stepName(id, spoken.words)),
        axisTick: { show: false },
        axisLine: { show: true, onZero: true, lineStyle: { color: tokens.lineStrong } },
        axisLabel: { color: tokens.ink2, fontSize: 11, interval: 0, margin: 8 },
      },
      tooltip: axisTooltip(tokens, (at) => waterfallTooltip(steps, at, spoken), "shadow"),
      series: waterfallSeries(steps, spoken, tokens),
    };
  };
}

/** The share of a bar that lies on one side of zero, and the gap between it and zero. */
interface BarPiece {
  readonly gap: number;
  readonly length: number;
}

/** A bar that crosses zero has a piece on either side. */
export function barPieces({ from, to }: Pick<WaterfallStep, "from" | "to">): {
  readonly above: BarPiece;
  readonly below: BarPiece;
} {
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  return {
    above: { gap: Math.max(0, low), length: Math.max(0, high) - Math.max(0, low) },
    below: { gap: Math.min(0, high), length: Math.min(0, low) - Math.min(0, high) },
  };
}

function waterfallSeries(steps: readonly WaterfallStep[], { format }: Spoken, tokens: ChartTokens): BarSeriesOption[] {
  const scale = format.scaleFor(largest(steps.map(({ amount }) => amount)));
  const text = (at: number) => {
    const step = steps[at];
    if (step === undefined) return "";
    return moneyBeside(step.amount, { format, scale, sign: step.type === "part" });
  };
  const gap = (side: "above" | "below"): BarSeriesOption => ({
    type: "bar",
    id: `gap-${side}`,
    stack: "steps",
    silent: true,
    itemStyle: { color: "transparent" },
    emphasis: { disabled: true },
    data: steps.map((step) => barPieces(step)[side].gap),
  });
  const bars = (side: "above" | "below"): BarSeriesOption => ({
    type: "bar",
    id: side,
    stack: "steps",
    barCategoryGap: "30%",
    barMaxWidth: 24,
    emphasis: { disabled: true },
    label: { color: tokens.ink, fontSize: 11, fontWeight: 600, formatter: ({ dataIndex }) => text(dataIndex) },
    data: steps.map((step) => {
      // The figure stands at the bar's outer end: right of all that is above zero, left of what is below alone.
      const shown = side === (Math.max(step.from, step.to) > 0 || step.to === step.from ? "above" : "below");
      return {
        value: barPieces(step)[side].length,
        itemStyle: { color: tokens.series[step.tone], borderRadius: side === "above" ? [0, 3, 3, 0] : [3, 0, 0, 3] },
        label: { show: shown, position: side === "above" ? "right" : "left" },
      };
    }),
  });
  return [gap("above"), gap("below"), bars("above"), bars("below")];
}

export function waterfallTooltip(
  steps: readonly WaterfallStep[],
  at: number,
  { words, format }: Spoken,
): TooltipModel | null {
  const step = steps[at];
  if (step === undefined) return null;
  const isPart = step.type === "part";
  return {
    title: stepName(step.id, words),
    rows: [{ name: words.amount, value: format.moneyExact(step.amount, { sign: isPart }), tone: step.tone }],
    ...(isPart ? { total: { name: words.after, value: format.moneyExact(step.to) } } : {}),
  };
}
