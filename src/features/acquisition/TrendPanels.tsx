import { useMemo } from "react";

import type { AcquisitionTrendPoint } from "#src/engine/protocol.ts";
import { ChartCard } from "#src/ui/ChartCard.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { PanelEmpty } from "#src/ui/PanelEmpty.tsx";
import type { TableModel } from "#src/ui/tableModel.ts";
import { useChartNotes } from "#src/view/chartNotes.ts";

import { acquisitionInfo } from "./acquisitionInfo.ts";
import { paybackCell, type Spoken } from "./figures.ts";
import { monthRules } from "./groupLenders.ts";
import { firstMissing, type AcquisitionPanelProps } from "./panel.ts";
import { strings } from "./strings.ts";
import { costTrendOption, paybackTrendOption } from "./trendOption.ts";
import { useShowLenders } from "./useShowLenders.ts";

const HEIGHT_PX = 220;

/** What a new lender cost, by month of first lending. */
export function CostTrendPanel({ result: { trend, missing, basis } }: AcquisitionPanelProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const showLenders = useShowLenders();
  const notes = useTrendNotes(trend);
  const option = useMemo(() => costTrendOption(trend, { words, format }), [trend, words, format]);
  const last = trend.findLast(({ acquisitionCost }) => acquisitionCost !== null);
  if (last === undefined) {
    return (
      <TrendMissing title={words.costTrend} message={words.costTrendEmpty} missing={firstMissing(missing, ["spend"])} />
    );
  }
  return (
    <ChartCard
      title={words.costTrend}
      subtitle={words.costTrendSubtitle}
      info={acquisitionInfo(basis, {
        name: words.costTrend,
        sentence: words.costTrendSentence,
        formula: words.economicsFormula,
        rule: "AQ3",
      })}
      name={words.costTrendName(format.money(last.acquisitionCost), format.month(last.month.from))}
      option={option}
      heightPx={HEIGHT_PX}
      table={trendTable(words.costTrend, trend, { words, format })}
      fileName="acquisition-cost-by-month"
      notes={notes}
      onPointClick={({ dataIndex }) => {
        const month = trend[dataIndex]?.month;
        if (month !== undefined) showLenders(monthRules(month));
      }}
    />
  );
}

/** When each month of first lending was paid back. */
export function PaybackTrendPanel({ result: { trend, missing, basis } }: AcquisitionPanelProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const showLenders = useShowLenders();
  const notes = useTrendNotes(trend);
  const option = useMemo(() => paybackTrendOption(trend, { words, format }), [trend, words, format]);
  const known = trend.filter(({ payback }) => payback !== null);
  if (known.length === 0) {
    return (
      <TrendMissing
        title={words.paybackTrend}
        message={words.paybackTrendEmpty}
        missing={firstMissing(missing, ["spend", "spread"])}
      />
    );
  }
  const paid = known.filter(({ payback }) => payback?.months !== null).length;
  return (
    <ChartCard
      title={words.paybackTrend}
      subtitle={words.paybackTrendSubtitle}
      legend={[
        { name: words.paid, mark: "square", tone: "returning" },
        { name: words.notPaid, mark: "outline", tone: "returning" },
      ]}
      info={acquisitionInfo(basis, {
        name: words.paybackTrend,
        sentence: words.paybackTrendSentence,
        formula: words.paybackTrendFormula,
        rule: "LT6",
      })}
      name={words.paybackTrendName(format.count(paid), format.count(known.length))}
      option={option}
      heightPx={HEIGHT_PX}
      table={trendTable(words.paybackTrend, trend, { words, format })}
      fileName="acquisition-payback-by-month"
      notes={notes}
      onPointClick={({ dataIndex }) => {
        const month = trend[dataIndex]?.month;
        if (month !== undefined) showLenders(monthRules(month));
      }}
    />
  );
}

interface TrendMissingProps {
  readonly title: string;
  readonly message: string;
  readonly missing: ReturnType<typeof firstMissing>;
}

function TrendMissing({ title, message, missing }: TrendMissingProps) {
  const words = useStrings(strings);
  return (
    <PanelEmpty
      title={title}
      message={message}
      hint={missing === undefined ? words.unpriced : words.missing[missing]}
      heightPx={HEIGHT_PX}
    />
  );
}

function useTrendNotes(trend: readonly AcquisitionTrendPoint[]) {
  return useChartNotes(useMemo(() => trend.map(({ month }) => month), [trend]));
}

function trendTable(caption: string, trend: readonly AcquisitionTrendPoint[], { words }: Spoken): TableModel {
  return {
    caption,
    columns: [
      { id: "month", label: words.month, type: "month" },
      { id: "lenders", label: words.lenders, type: "count" },
      { id: "cost", label: words.cost, type: "money" },
      { id: "payback", label: words.payback, type: "number" },
    ],
    rows: trend.map(({ month, newLenders, acquisitionCost, payback }) => [
      month.from,
      newLenders,
      acquisitionCost,
      paybackCell(payback),
    ]),
  };
}
