import type { CustomSeriesOption, EChartsOption } from "echarts";

import { civilDate, SECONDS_A_DAY } from "#src/domain/calendar.ts";
import { epochDay, type EpochDay } from "#src/domain/units.ts";
import { chartBase, plotArea } from "#src/ui/chartTheme.ts";
import type { ChartTokens } from "#src/ui/chartTokens.ts";
import { axisTooltip, type TooltipModel } from "#src/ui/tooltipNode.ts";

import type { Spoken } from "./lenderInfo.ts";
import { lotShapes } from "./lotShapes.ts";
import { productName, type LotsModel } from "./lotsModel.ts";

const ROW_PX = 21;
const AXIS_PX = 44;
const LABEL_PX = 92;
const MS_A_DAY = SECONDS_A_DAY * 1000;

/** Bars keep their height, so the chart grows with them. */
export function lotsHeightPx({ bars }: LotsModel): number {
  return bars.length * ROW_PX + AXIS_PX;
}

export function lotsOption(model: LotsModel, spoken: Spoken): (tokens: ChartTokens) => EChartsOption {
  const { words, format } = spoken;
  const tick = (day: EpochDay): string =>
    civilDate(day).date === 1 ? format.monthShort(day) : format.day(day, "short");
  return (tokens) => ({
    ...chartBase(tokens),
    useUTC: true,
    grid: plotArea({ top: 4, right: 14 }),
    xAxis: {
      type: "time",
      min: model.from * MS_A_DAY,
      max: model.to * MS_A_DAY,
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: { show: true, lineStyle: { color: tokens.line, width: 1 } },
      axisLabel: {
        color: tokens.ink3,
        fontSize: 11,
        hideOverlap: true,
        formatter: (ms: number) => tick(epochDay(Math.floor(ms / MS_A_DAY))),
      },
    },
    yAxis: {
      type: "category",
      inverse: true,
      data: model.bars.map(({ lot }) => `${productName(lot.product, words)} ${format.money(lot.amount)}`),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: {
        color: tokens.ink2,
        fontSize: 11,
        interval: 0,
        margin: 8,
        width: LABEL_PX,
        overflow: "truncate",
      },
    },
    tooltip: axisTooltip(tokens, (at) => lotTooltip(model, spoken, at), "shadow"),
    series: [barsSeries(model, spoken, tokens)],
  });
}

function barsSeries(model: LotsModel, { words }: Spoken, tokens: ChartTokens): CustomSeriesOption {
  return {
    type: "custom",
    id: "lots",
    name: words.lots,
    data: model.bars.map(({ from, to }, index) => [from * MS_A_DAY, index, to * MS_A_DAY]),
    encode: { x: [0, 2], y: 1 },
    clip: true,
    renderItem: ({ dataIndex }, api) => {
      const bar = model.bars[dataIndex];
      if (!bar) return null;
      const across = (day: number): number => api.coord([day * MS_A_DAY, dataIndex])[0] ?? 0;
      return lotShapes({ bar, across, middle: api.coord([0, dataIndex])[1] ?? 0, tokens });
    },
    markLine: {
      silent: true,
      symbol: "none",
      animation: false,
      lineStyle: { color: tokens.ink2, width: 1, type: [2, 4] },
      label: { show: false },
      data: [{ xAxis: model.asOf * MS_A_DAY }],
    },
  };
}

export function lotTooltip(model: LotsModel, { words, format }: Spoken, index: number): TooltipModel | null {
  const bar = model.bars[index];
  if (!bar) return null;
  const { lot } = bar;
  const maturity = lot.maturityDay === null ? words.undated : format.day(lot.maturityDay);
  return {
    title: `${productName(lot.product, words)}, ${format.day(lot.startDay)} – ${maturity}`,
    rows: [
      { name: words.amount, value: format.moneyExact(lot.amount), tone: "outstanding" },
      ...lot.exits.map(({ day, amount, timing }) => ({
        name: words.partOn(words.timings[timing], format.day(day)),
        value: format.moneyExact(amount),
        tone: timing === "early" ? ("exitsEarly" as const) : ("exits" as const),
      })),
    ],
    total: { name: words.open, value: format.moneyExact(lot.open) },
    ...(bar.overdueTo === null ? {} : { note: words.overdue }),
  };
}
