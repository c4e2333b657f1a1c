import { useMemo } from "react";

import { ChartCard } from "#src/ui/ChartCard.tsx";
import type { ChartPoint } from "#src/ui/chartPoint.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { useChartNotes } from "#src/view/chartNotes.ts";

import { accountingModel, CLASS_TONES, CLASSES, residual } from "./chartModel.ts";
import { accountingOption } from "./chartOption.ts";
import { accountingTable } from "./chartTables.ts";
import type { GrowthPanelProps } from "./growthPanel.ts";
import { growthInfo } from "./growthInfo.ts";
import { strings } from "./strings.ts";
import { useGrowthRows } from "./useGrowthRows.ts";

export function AccountingPanel({ result: { rows, basis }, filter, heightPx }: GrowthPanelProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const showRows = useGrowthRows(filter);
  const model = useMemo(() => accountingModel(rows), [rows]);
  const notes = useChartNotes(model.months);
  const option = useMemo(() => accountingOption(model, { words, format }), [model, words, format]);
  const [first, last] = [rows.at(0), rows.at(-1)];

  function onPointClick({ dataIndex, seriesId }: ChartPoint) {
    const month = model.months[dataIndex];
    if (month !== undefined)
      showRows(
        month,
        CLASSES.find((id) => id === seriesId),
      );
  }

  return (
    <ChartCard
      title={words.accounting}
      subtitle={words.accountingSubtitle}
      legend={[
        ...CLASSES.map((id) => ({ name: words.classes[id], mark: "square" as const, tone: CLASS_TONES[id] })),
        { name: words.net, mark: "line", tone: "outstanding" },
      ]}
      info={growthInfo(basis, {
        name: words.accounting,
        sentence: words.accountingSentence,
        formula: words.accountingFormula,
        rule: "GA1",
      })}
      flagged={rows.some((row) => residual(row) !== 0) ? words.notClosing : undefined}
      name={
        first && last
          ? words.accountingName(
              format.month(first.month.from),
              format.month(last.month.from),
              format.money(last.close - last.open, { sign: true }),
            )
          : words.accounting
      }
      option={option}
      heightPx={heightPx}
      table={accountingTable(rows, words)}
      fileName="growth-accounting"
      notes={notes}
      onPointClick={onPointClick}
    />
  );
}
