import type { CustomSeriesOption, EChartsOption } from "echarts";

import { chartBase, plotArea } from "#src/ui/chartTheme.ts";
import type { ChartTokens } from "#src/ui/chartTokens.ts";
import type { Format } from "#src/ui/format.ts";
import { axisTooltip, type TooltipModel } from "#src/ui/tooltipNode.ts";

import { barShapes } from "./bridgeShapes.ts";
import type { BridgeModel, BridgeStep } from "./bridgeModel.ts";
import { shortScale } from "./scales.ts";
import type { OverviewWords } from "./strings.ts";

export interface BridgeDrawing {
  readonly model: BridgeModel;
  readonly words: OverviewWords;
  readonly format: Format;
}

export function stepName(id: BridgeStep["id"], words: OverviewWords): string {
  return id === "opening" || id === "closing" ? words[id] : words.terms[id];
}

/** More steps than find room for their names side by side: they go down the page. */
const MOST_STANDING = 7;

export function bridgeOption(drawing: BridgeDrawing, tokens: ChartTokens): EChartsOption {
  const { model, words } = drawing;
  const { steps, floor } = model;
  const lying = steps.length > MOST_STANDING;
  const levels = [...steps.map(({ to }) => to), 0];
  const [low, high] = [floor ?? Math.min(...levels), Math.max(...levels)];
  const room = (lying ? 0.16 : 0.09) * (high - low || 1);
  const names = {
    type: "category" as const,
    data: steps.map(({ id }) => stepName(id, words)),
    axisTick: { show: false },
  };
  const label = { color: tokens.ink2, fontSize: 11, interval: 0, margin: 8 };
  const axisLine = { show: floor === null, onZero: true, lineStyle: { color: tokens.lineStrong } };
  const figures = { type: "value" as const, show: false, min: low < 0 ? low - room : low, max: high + room };
  return {
    ...chartBase(tokens),
    ...(lying
      ? {
          grid: plotArea({ top: 4, right: 4 }),
          xAxis: figures,
          yAxis: { ...names, axisLine, inverse: true, axisLabel: label },
        }
      : {
          grid: plotArea({ labelsPx: 2, top: 8, right: 2, bottom: 34 }),
          xAxis: { ...names, axisLine, axisLabel: { ...label, width: 58, overflow: "break" as const, lineHeight: 13 } },
          yAxis: figures,
        }),
    tooltip: axisTooltip(tokens, (index) => bridgeTooltip(drawing, index), "shadow"),
    series: [bridgeSeries(drawing, tokens, lying)],
  };
}

function bridgeSeries({ model, format }: BridgeDrawing, tokens: ChartTokens, lying: boolean): CustomSeriesOption {
  const { steps, floor } = model;
  const flow = Math.max(...steps.map(({ amount, type }) => (type === "flow" ? Math.abs(amount) : 0)));
  const balance = Math.max(...steps.map(({ to }) => Math.abs(to)));
  const largest = flow > 0 ? Math.max(flow, balance / 1000) : balance;
  const scale = shortScale(format.scaleFor(largest), largest);
  const base = floor ?? 0;
  return {
    type: "custom",
    id: "bridge",
    data: steps.map((step, index) => (lying ? [step.to, index, step.from] : [index, step.to, step.from])),
    encode: lying ? { x: [0, 2], y: 1 } : { x: 0, y: [1, 2] },
    renderItem: ({ dataIndex }, api) => {
      const step = steps[dataIndex];
      if (!step) return null;
      const level = (fen: number) => api.coord(lying ? [fen, dataIndex] : [dataIndex, fen])[lying ? 0 : 1] ?? 0;
      const slot = (index: number) => api.coord(lying ? [base, index] : [index, base])[lying ? 1 : 0] ?? 0;
      return barShapes({
        place: {
          lying,
          slot: slot(dataIndex),
          slotSize: Math.abs(slot(1) - slot(0)),
          from: level(step.type === "total" ? base : step.from),
          to: level(step.to),
          floor: level(base),
          end: lying ? api.getWidth() : 0,
        },
        colour: tokens.series[step.tone],
        tokens,
        label: format.money(step.amount, { scale, sign: step.type === "flow" }),
        falls: step.type === "flow" && step.amount < 0,
        broken: step.type === "total" && floor !== null,
        joined: dataIndex < steps.length - 1,
      });
    },
  };
}

export function bridgeTooltip({ model, words, format }: BridgeDrawing, index: number): TooltipModel | null {
  const step = model.steps[index];
  if (!step) return null;
  const flow = step.type === "flow";
  return {
    title: stepName(step.id, words),
    rows: [
      {
        name: flow ? words.amount : words.balance,
        value: format.moneyExact(step.amount, { sign: flow }),
        tone: step.tone,
      },
    ],
    ...(flow ? { total: { name: words.balanceAfter, value: format.moneyExact(step.to) } } : {}),
  };
}
