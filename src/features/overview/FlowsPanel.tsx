import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";

import { isoDay, type Grain } from "#src/domain/calendar.ts";
import { ChartCard } from "#src/ui/ChartCard.tsx";
import type { ChartTokens } from "#src/ui/chartTokens.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import type { LegendItem } from "#src/ui/Legend.tsx";
import { PanelEmpty } from "#src/ui/PanelEmpty.tsx";
import { PanelFailed } from "#src/ui/PanelFailed.tsx";
import { PanelPending } from "#src/ui/PanelPending.tsx";
import { Segmented } from "#src/ui/Segmented.tsx";
import { useChartNotes } from "#src/view/chartNotes.ts";
import { useEngine } from "#src/view/engine.tsx";
import { useSetSearch, type View } from "#src/view/view.ts";

import { definitionOf } from "./definitions.ts";
import { flowsModel, type FlowsModel } from "./flowsModel.ts";
import { FLOWS_HEIGHT_PX, flowsOption } from "./flowsOption.ts";
import { flowsTable } from "./flowsTable.ts";
import { seriesQuery, type SeriesAnswer } from "./queries.ts";
import { strings, type OverviewWords } from "./strings.ts";
import { useFigureRows } from "./useFigureRows.ts";
import { useWarmUp } from "./useWarmUp.ts";

/** The names of six series would push the grain out of the title's line. */
const LEGEND_BELOW = "[&>header>ul]:order-last [&>header>ul]:basis-full";

export interface FlowsPanelProps {
  readonly view: View;
}

/** The balance above what came in and went out, bucket by bucket. */
export function FlowsPanel({ view }: FlowsPanelProps) {
  const { methods, revision } = useEngine();
  const words = useStrings(strings);
  const query = useQuery(seriesQuery(methods, view, revision));
  const frame = { title: words.flows, heightPx: FLOWS_HEIGHT_PX };
  if (query.isPending) return <PanelPending {...frame} />;
  if (query.isError) return <PanelFailed {...frame} error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data.buckets.length === 0) return <PanelEmpty {...frame} message={words.empty} hint={words.emptyHint} />;
  return <Flows answer={query.data} />;
}

function Flows({ answer }: { readonly answer: SeriesAnswer }) {
  const words = useStrings(strings);
  const format = useFormat();
  const showRows = useFigureRows(answer);
  const flagged = useWarmUp(answer.total.period);
  const model = useMemo(() => flowsModel(answer), [answer]);
  const option = useCallback(
    (tokens: ChartTokens) => flowsOption({ model, words, format }, tokens),
    [model, words, format],
  );
  const notes = useChartNotes(model.buckets);
  const { period } = answer.total;
  return (
    <ChartCard
      title={words.flows}
      legend={legendOf(model, words)}
      info={{ ...definitionOf("flows", answer, format), onSeeRows: () => showRows({ figure: "everything" }) }}
      flagged={flagged}
      actions={<GrainChoice grain={model.grain} />}
      className={LEGEND_BELOW}
      name={`${words.flows}, ${format.period(period)}: ${words.balance} ${format.money(answer.total.closing)}, ${words.volume} ${format.money(answer.total.flows.volume)}, ${words.exits} ${format.money(answer.total.flows.exits)}`}
      option={option}
      heightPx={FLOWS_HEIGHT_PX}
      table={flowsTable(model, words, format)}
      fileName={`balance-and-flows_${isoDay(period.from)}_${isoDay(period.to)}`}
      notes={notes}
      imageNote={format.period(period)}
      onPointClick={({ dataIndex, seriesId }) => {
        const bucket = model.buckets[dataIndex];
        const term = model.bars.find(({ term: { id } }) => id === seriesId)?.term.id;
        if (bucket) showRows({ figure: term ?? "everything", period: bucket });
      }}
    />
  );
}

function GrainChoice({ grain }: { readonly grain: Grain }) {
  const words = useStrings(strings);
  const setSearch = useSetSearch();
  const options = (["day", "week", "month"] as const).map((value) => ({ value, label: words.grains[value] }));
  return <Segmented label={words.grain} value={grain} onChange={(g) => setSearch({ g })} options={options} />;
}

function legendOf({ bars, before, comparison }: FlowsModel, words: OverviewWords): readonly LegendItem[] {
  return [
    { name: words.balance, mark: "line", tone: "outstanding" },
    ...(before && comparison !== "none"
      ? [{ name: words.comparison[comparison], mark: "dash", tone: "comparison" } as const]
      : []),
    ...bars.map(({ term }) => ({ name: words.terms[term.id], mark: "square", tone: term.tone }) as const),
  ];
}
