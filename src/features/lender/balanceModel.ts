import type { EChartsOption } from "echarts";

import { civilDate } from "#src/domain/calendar.ts";
import { epochDay, type EpochDay } from "#src/domain/units.ts";
import type { LenderDetail } from "#src/engine/protocol.ts";
import { bucketAxis, chartBase, figureAxis, lineSeries, plotArea } from "#src/ui/chartTheme.ts";
import type { ChartTokens } from "#src/ui/chartTokens.ts";
import type { TableModel } from "#src/ui/tableModel.ts";
import { axisTooltip } from "#src/ui/tooltipNode.ts";

import type { Spoken } from "./lenderInfo.ts";
import type { LenderWords } from "./strings.ts";

type Steps = LenderDetail["balance"];

/** More days than this are read by months. */
const LONG_DAYS = 120;

/** The balance at the end of every day from the day before the first step, so that a beginning is seen. */
export interface BalanceModel {
  readonly days: readonly EpochDay[];
  /** Fen. */
  readonly balances: readonly number[];
}

/** Empty without a step. */
export function balanceModel(steps: Steps, asOf: EpochDay | null): BalanceModel {
  const first = steps[0];
  if (!first || asOf === null) return { days: [], balances: [] };
  const balanceByDay = new Map<number, number>(steps.map(({ day, balance }) => [day, balance]));
  const days = Array.from({ length: asOf - first.day + 2 }, (_, at) => epochDay(first.day - 1 + at));
  let balance = 0;
  const balances = days.map((day) => (balance = balanceByDay.get(day) ?? balance));
  return { days, balances };
}

function isFirst(day: EpochDay | undefined): boolean {
  return day !== undefined && civilDate(day).date === 1;
}

export function balanceOption({ days, balances }: BalanceModel, { words, format }: Spoken) {
  const scale = format.scaleFor(Math.max(0, ...balances));
  const isLong = days.length > LONG_DAYS;
  const labels = days.map((day) => (isLong ? format.monthShort(day) : format.day(day, "short")));
  // A month is named once, where it begins.
  const labelAt = isLong ? (index: number) => isFirst(days[index]) : undefined;
  return (tokens: ChartTokens): EChartsOption => ({
    ...chartBase(tokens),
    grid: plotArea(),
    xAxis: bucketAxis(tokens, { labels, boundaryGap: false, labelAt }),
    yAxis: figureAxis(tokens, { format: (fen) => format.axisMoney(fen, scale) }),
    tooltip: axisTooltip(tokens, (at) => {
      const day = days[at];
      if (day === undefined) return null;
      const value = format.moneyExact(balances[at] ?? null);
      return {
        title: format.day(day, "long"),
        rows: [{ name: words.balance, value, tone: "outstanding", mark: "line" }],
      };
    }),
    series: [
      {
        ...lineSeries(tokens, {
          id: "balance",
          name: words.balance,
          data: balances,
          tone: "outstanding",
          area: true,
        }),
        // It stays until the day that changes it.
        step: "end",
      },
    ],
  });
}

/** A line for each day on which the balance changed. */
export function balanceTable(steps: Steps, words: LenderWords): TableModel {
  return {
    caption: words.balanceTitle,
    columns: [
      { id: "day", label: words.day, type: "day" },
      { id: "balance", label: words.balance, type: "money" },
    ],
    rows: steps.map(({ day, balance }) => [day, balance]),
  };
}
