import type { EChartsOption } from "echarts";

import { barSeries, bucketAxis, chartBase, figureAxis, lineSeries, plotArea, targetLine } from "#src/ui/chartTheme.ts";
import type { ChartTokens } from "#src/ui/chartTokens.ts";
import type { Format } from "#src/ui/format.ts";
import { axisTooltip, type TooltipModel } from "#src/ui/tooltipNode.ts";

import { CLASS_TONES, CLASSES, type AccountingModel, type RatioModel, type RetentionModel } from "./chartModel.ts";
import type { GrowthWords } from "./strings.ts";

export interface Spoken {
  readonly words: GrowthWords;
  readonly format: Format;
}

type OptionOf = (tokens: ChartTokens) => EChartsOption;

/** Inflows stand on zero, outflows hang from it, the net change is the line. */
export function accountingOption(model: AccountingModel, { words, format }: Spoken): OptionOf {
  const scale = format.scaleFor(model.maxFen);
  return (tokens) => ({
    ...chartBase(tokens),
    grid: plotArea(),
    xAxis: bucketAxis(tokens, { labels: model.months.map(({ from }) => format.monthShort(from)) }),
    yAxis: figureAxis(tokens, { format: (fen) => format.axisMoney(fen, scale) }),
    tooltip: axisTooltip(tokens, (at) => accountingTooltip(model, { words, format }, at), "shadow"),
    series: [
      ...CLASSES.map((id) =>
        barSeries(tokens, {
          id,
          name: words.classes[id],
          data: model.signed[id],
          tone: CLASS_TONES[id],
          stack: "classes",
          rounded: id === "expansion" ? "up" : id === "churned" ? "down" : "none",
        }),
      ),
      lineSeries(tokens, { id: "net", name: words.net, data: model.net, tone: "outstanding" }),
    ],
  });
}

export function accountingTooltip(model: AccountingModel, { words, format }: Spoken, at: number): TooltipModel | null {
  const month = model.months[at];
  if (month === undefined) return null;
  const scale = format.scaleFor(model.maxFen);
  return {
    title: format.month(month.from),
    rows: CLASSES.map((id) => ({
      name: words.classes[id],
      value: format.money(model.signed[id][at] ?? null, { scale, sign: true }),
      tone: CLASS_TONES[id],
    })),
    total: { name: words.net, value: format.money(model.net[at] ?? null, { scale, sign: true }) },
    note: words.openToClose(format.money(model.open[at] ?? null), format.money(model.close[at] ?? null)),
  };
}

export function ratioOption(model: RatioModel, { words, format }: Spoken): OptionOf {
  return (tokens) => ({
    ...chartBase(tokens),
    grid: plotArea(),
    xAxis: bucketAxis(tokens, { labels: model.months.map(({ from }) => format.monthShort(from)), boundaryGap: false }),
    yAxis: {
      ...figureAxis(tokens, { format: (ratio) => format.ratioX(ratio, 1), min: 0, max: model.top }),
      interval: model.interval,
    },
    tooltip: axisTooltip(tokens, (at) => ratioTooltip(model, { words, format }, at)),
    series: [
      lineSeries(tokens, {
        id: "lenders",
        name: words.quickLenders,
        data: model.lenders,
        tone: "comparison",
        as: "comparison",
      }),
      {
        ...lineSeries(tokens, { id: "balance", name: words.quickBalance, data: model.balance, tone: "outstanding" }),
        markLine: targetLine(tokens, 1, words.even) ?? {},
      },
    ],
  });
}

function ratioTooltip(model: RatioModel, { words, format }: Spoken, at: number): TooltipModel | null {
  const month = model.months[at];
  if (month === undefined) return null;
  return {
    title: format.month(month.from),
    rows: [
      { name: words.quickBalance, value: format.ratioX(model.balance[at] ?? null), tone: "outstanding", mark: "line" },
      { name: words.quickLenders, value: format.ratioX(model.lenders[at] ?? null), tone: "comparison", mark: "dash" },
    ],
  };
}

export function retentionOption(model: RetentionModel, { words, format }: Spoken): OptionOf {
  return (tokens) => ({
    ...chartBase(tokens),
    grid: plotArea(),
    xAxis: bucketAxis(tokens, { labels: model.months.map(({ from }) => format.monthShort(from)), boundaryGap: false }),
    yAxis: figureAxis(tokens, { format: (ratio) => format.percent(ratio, 0), fromZero: false }),
    tooltip: axisTooltip(tokens, (at) => retentionTooltip(model, { words, format }, at)),
    series: [
      lineSeries(tokens, { id: "net", name: words.netRetention, data: model.net, tone: "returning" }),
      lineSeries(tokens, { id: "gross", name: words.gross, data: model.gross, tone: "outstanding" }),
    ],
  });
}

function retentionTooltip(model: RetentionModel, { words, format }: Spoken, at: number): TooltipModel | null {
  const month = model.months[at];
  if (month === undefined) return null;
  return {
    title: format.month(month.from),
    rows: [
      { name: words.netRetention, value: format.percent(model.net[at] ?? null), tone: "returning", mark: "line" },
      { name: words.gross, value: format.percent(model.gross[at] ?? null), tone: "outstanding", mark: "line" },
    ],
  };
}
