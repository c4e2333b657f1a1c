import { useMemo } from "react";

import { ChartCard } from "#src/ui/ChartCard.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { useChartNotes } from "#src/view/chartNotes.ts";

import { retentionModel } from "./chartModel.ts";
import { retentionOption } from "./chartOption.ts";
import { retentionTable } from "./chartTables.ts";
import { growthInfo } from "./growthInfo.ts";
import type { GrowthPanelProps } from "./growthPanel.ts";
import { strings } from "./strings.ts";
import { useGrowthRows } from "./useGrowthRows.ts";

export function RetentionPanel({ result: { rows, basis }, filter, heightPx }: GrowthPanelProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const showRows = useGrowthRows(filter);
  const model = useMemo(() => retentionModel(rows), [rows]);
  const notes = useChartNotes(model.months);
  const option = useMemo(() => retentionOption(model, { words, format }), [model, words, format]);
  const last = rows.at(-1);
  const gross = format.percent(last?.grossBalanceRetention ?? null);
  const net = format.percent(last?.netBalanceRetention ?? null);
  return (
    <ChartCard
      title={words.retention}
      subtitle={words.retentionSubtitle}
      legend={[
        { name: words.netRetention, mark: "line", tone: "returning" },
        { name: words.gross, mark: "line", tone: "outstanding" },
      ]}
      info={growthInfo(basis, {
        name: words.retention,
        sentence: words.retentionSentence,
        formula: words.retentionFormula,
        inputs: [
          { name: words.netRetention, value: net },
          { name: words.gross, value: gross },
        ],
        rule: "GA5",
      })}
      name={last ? words.retentionName(gross, net, format.month(last.month.from)) : words.retention}
      option={option}
      heightPx={heightPx}
      table={retentionTable(rows, words)}
      fileName="balance-retention"
      notes={notes}
      onPointClick={({ dataIndex }) => {
        const month = model.months[dataIndex];
        if (month !== undefined) showRows(month);
      }}
    />
  );
}
