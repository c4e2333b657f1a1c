import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";

import { isoDay } from "#src/domain/calendar.ts";
import { ChartCard } from "#src/ui/ChartCard.tsx";
import type { ChartTokens } from "#src/ui/chartTokens.ts";
import type { Format } from "#src/ui/format.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { PanelEmpty } from "#src/ui/PanelEmpty.tsx";
import { PanelFailed } from "#src/ui/PanelFailed.tsx";
import { PanelPending } from "#src/ui/PanelPending.tsx";
import type { TableModel } from "#src/ui/tableModel.ts";
import { useEngine } from "#src/view/engine.tsx";
import type { View } from "#src/view/view.ts";

import { bridgeModel, type BridgeModel } from "./bridgeModel.ts";
import { bridgeOption, stepName } from "./bridgeOption.ts";
import { definitionOf } from "./definitions.ts";
import { seriesQuery, type SeriesAnswer } from "./queries.ts";
import { strings, type OverviewWords } from "./strings.ts";
import { useFigureRows } from "./useFigureRows.ts";
import { useWarmUp } from "./useWarmUp.ts";

/** Level with the chart beside it, whose head has a line more. */
const HEIGHT_PX = 425;

export interface BridgePanelProps {
  readonly view: View;
}

/** From the opening balance to the closing one, step by step. */
export function BridgePanel({ view }: BridgePanelProps) {
  const { methods, revision } = useEngine();
  const words = useStrings(strings);
  const query = useQuery(seriesQuery(methods, view, revision));
  const frame = { title: words.bridge, heightPx: HEIGHT_PX };
  if (query.isPending) return <PanelPending {...frame} />;
  if (query.isError) return <PanelFailed {...frame} error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data.buckets.length === 0) return <PanelEmpty {...frame} message={words.empty} hint={words.emptyHint} />;
  return <Bridge answer={query.data} />;
}

function Bridge({ answer }: { readonly answer: SeriesAnswer }) {
  const words = useStrings(strings);
  const format = useFormat();
  const showRows = useFigureRows(answer);
  const flagged = useWarmUp(answer.total.period);
  const model = useMemo(() => bridgeModel(answer.total), [answer]);
  const option = useCallback(
    (tokens: ChartTokens) => bridgeOption({ model, words, format }, tokens),
    [model, words, format],
  );
  const { period, opening, closing } = answer.total;
  return (
    <ChartCard
      title={words.bridge}
      info={{ ...definitionOf("bridge", answer, format), onSeeRows: () => showRows({ figure: "everything" }) }}
      flagged={flagged}
      name={`${words.bridge}, ${format.period(period)}: ${words.opening} ${format.money(opening)}, ${words.closing} ${format.money(closing)}`}
      option={option}
      heightPx={model.floor === null ? HEIGHT_PX : HEIGHT_PX - 39}
      table={bridgeTable(model, words, format.period(period))}
      fileName={`bridge_${isoDay(period.from)}_${isoDay(period.to)}`}
      imageNote={format.period(period)}
      footer={axisNote(model, words, format)}
      onPointClick={({ dataIndex }) => {
        const step = model.steps[dataIndex];
        if (step) showRows({ figure: step.id });
      }}
    />
  );
}

function axisNote({ floor }: BridgeModel, words: OverviewWords, format: Format): string | undefined {
  return floor === null ? undefined : words.bridgeNote(format.axisMoney(floor, format.scaleFor(floor)));
}

/** The steps as rows; amounts add up to the closing balance to the fen. */
export function bridgeTable({ steps }: BridgeModel, words: OverviewWords, period: string): TableModel {
  return {
    caption: `${words.bridge}, ${period}`,
    columns: [
      { id: "step", label: words.step, type: "text" },
      { id: "amount", label: words.amount, type: "money" },
      { id: "after", label: words.balanceAfter, type: "money" },
    ],
    rows: steps.map(({ id, amount, to }) => [stepName(id, words), amount, to]),
  };
}
