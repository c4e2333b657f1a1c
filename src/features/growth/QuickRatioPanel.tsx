import { useMemo } from "react";

import { ChartCard } from "#src/ui/ChartCard.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { useChartNotes } from "#src/view/chartNotes.ts";

import { ratioModel } from "./chartModel.ts";
import { ratioOption } from "./chartOption.ts";
import { ratioTable } from "./chartTables.ts";
import { growthInfo } from "./growthInfo.ts";
import type { GrowthPanelProps } from "./growthPanel.ts";
import { strings } from "./strings.ts";
import { useGrowthRows } from "./useGrowthRows.ts";

export function QuickRatioPanel({ result: { rows, basis }, filter, heightPx }: GrowthPanelProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const showRows = useGrowthRows(filter);
  const model = useMemo(() => ratioModel(rows), [rows]);
  const notes = useChartNotes(model.months);
  const option = useMemo(() => ratioOption(model, { words, format }), [model, words, format]);
  const last = rows.at(-1);
  const above = model.above.map(({ month, ratio }) => `${format.month(month.from)} ${format.ratioX(ratio, 1)}`);
  return (
    <ChartCard
      title={words.quick}
      subtitle={above.length > 0 ? words.quickOver(format.list(above)) : words.quickSubtitle}
      legend={[
        { name: words.quickBalance, mark: "line", tone: "outstanding" },
        { name: words.quickLenders, mark: "dash", tone: "comparison" },
      ]}
      info={growthInfo(basis, {
        name: words.quick,
        sentence: words.quickSentence,
        formula: words.quickFormula,
        inputs: [
          { name: words.quickBalance, value: format.ratioX(last?.quickRatio ?? null) },
          {
            name: words.quickLenders,
            value: format.ratioX(last?.lenderQuickRatio ?? null),
            title: words.quickLendersHint,
          },
        ],
        rule: "GA3",
      })}
      name={last ? words.quickName(format.ratioX(last.quickRatio), format.month(last.month.from)) : words.quick}
      option={option}
      heightPx={heightPx}
      table={ratioTable(rows, words)}
      fileName="quick-ratio"
      notes={notes}
      onPointClick={({ dataIndex }) => {
        const month = model.months[dataIndex];
        if (month !== undefined) showRows(month);
      }}
    />
  );
}
