import { useCallback, type ReactNode } from "react";

import type { Basis } from "#src/engine/protocol.ts";
import { ChartCard } from "#src/ui/ChartCard.tsx";
import type { ChartTokens } from "#src/ui/chartTokens.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { useChartNotes } from "#src/view/chartNotes.ts";

import type { HistoryModel } from "./historyModel.ts";
import { historyOption } from "./historyOption.ts";
import { historyTable } from "./historyTable.ts";
import { strings } from "./strings.ts";

const HEIGHT_PX = 280;

export interface HistoryPanelProps {
  /** Must keep its identity between renders. */
  readonly model: HistoryModel;
  readonly basis: Basis;
  readonly onMonth: (index: number) => void;
  /** The choice of the metric. */
  readonly actions: ReactNode;
}

export function HistoryPanel({ model, basis, onMonth, actions }: HistoryPanelProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const notes = useChartNotes(model.months);
  const option = useCallback(
    (tokens: ChartTokens) => historyOption({ model, words, format }, tokens),
    [model, words, format],
  );
  const metric = words.metrics[model.metric];
  const [first, last] = [model.months[0], model.months.at(-1)];
  return (
    <ChartCard
      title={words.history}
      subtitle={words.historySubtitle(metric, words.metSoFar(model.met, model.over))}
      legend={[
        { name: words.actual, mark: model.isBalance ? "line" : "square", tone: model.tone },
        { name: words.target, mark: "dots", tone: "outstanding" },
      ]}
      actions={actions}
      info={{
        name: words.history,
        sentence: words.paceSentence,
        formula: words.paceFormula,
        rule: "TA1",
        switches: basis.switches,
        sourceRows: basis.sourceRows,
        rejectedRows: basis.rejectedRows,
        asOf: basis.asOf,
      }}
      name={
        first && last
          ? words.historyName(
              metric,
              format.period({ from: first.from, to: last.to }),
              words.metSoFar(model.met, model.over),
            )
          : words.history
      }
      option={option}
      heightPx={HEIGHT_PX}
      table={historyTable(model, words)}
      fileName={`targets-${model.metric}`}
      notes={notes}
      onPointClick={({ dataIndex }) => onMonth(dataIndex)}
    />
  );
}
