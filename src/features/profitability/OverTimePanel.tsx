import { useMemo, useState } from "react";

import { ChartCard } from "#src/ui/ChartCard.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { PanelEmpty } from "#src/ui/PanelEmpty.tsx";
import { Segmented } from "#src/ui/Segmented.tsx";
import { NARROW, useMediaQuery } from "#src/ui/useMediaQuery.ts";
import { useChartNotes } from "#src/view/chartNotes.ts";
import { useSetSearch, useViewSearch } from "#src/view/view.ts";

import { productName, selectionName, type Spoken } from "./figures.ts";
import { overTimeModel, type NotDrawn, type OverTimeMeasure } from "./overTimeModel.ts";
import { loansAt } from "./overTimeLoans.ts";
import { overTimeOption, seriesId, seriesName } from "./overTimeOption.ts";
import { overTimeTable } from "./overTimeTable.ts";
import { CHART_PX, type SelectionPanelProps } from "./panel.ts";
import { profitInfo } from "./profitInfo.ts";
import { strings } from "./strings.ts";
import { useProfitLoans } from "./useProfitLoans.ts";

/** What the loans of each time of disbursal have earned, by product. */
export function OverTimePanel({ args, result, selection }: SelectionPanelProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const showLoans = useProfitLoans(args.rules);
  const measure: OverTimeMeasure = useViewSearch().pdraw ?? "perDisbursed";
  const { product } = selection;
  const { grain } = args;
  const model = useMemo(() => overTimeModel(result, measure, product), [result, measure, product]);
  const named = !useMediaQuery(NARROW);
  const [chosen, setChosen] = useState<string>();
  const picked = model.series.length > 1 && model.series.some((one) => seriesId(one) === chosen) ? chosen : undefined;
  const option = useMemo(
    () => overTimeOption({ model, grain, words, format, picked, named }),
    [model, grain, words, format, picked, named],
  );
  const notes = useChartNotes(model.buckets);
  const [first, last] = [model.buckets.at(0), model.buckets.at(-1)];
  const isKnown = model.series.some(({ values }) => values.some((value) => value !== null));
  if (first === undefined || last === undefined || !isKnown) {
    return (
      <PanelEmpty
        title={words.overTime}
        message={words.overTimeEmpty}
        hint={words.overTimeEmptyHint}
        heightPx={CHART_PX}
      />
    );
  }
  const table = overTimeTable({ model, grain, words, format });
  return (
    <ChartCard
      title={words.overTime}
      subtitle={`${selectionName({ product, month: null }, { words, format })} · ${words.overTimeSubtitle[grain]}`}
      legend={model.series.map((series) => {
        const item = { name: seriesName(series, words), mark: series.mark, tone: series.tone };
        const id = seriesId(series);
        const isPicked = id === picked;
        return model.series.length === 1
          ? item
          : { ...item, isPicked, onPick: () => setChosen(isPicked ? undefined : id) };
      })}
      info={profitInfo(result, {
        name: words.overTime,
        sentence: words.overTimeSentence,
        formula: words.overTimeFormula[measure],
        rule: measure === "profit" ? "PF1 PF9" : "PF1 PF2 PF9",
      })}
      actions={<MeasureChoice measure={measure} />}
      name={words.overTimeName(
        format.bucket(first, grain),
        format.bucket(last, grain),
        format.count(model.series.length),
      )}
      option={option}
      heightPx={CHART_PX}
      table={table}
      fileName={`profit-by-${grain}`}
      notes={notes}
      footer={model.notDrawn === null ? undefined : notDrawnText(model.notDrawn, { words, format })}
      onPointClick={(point) => {
        const asked = loansAt({ model, grain, words, format }, point, args);
        if (asked !== null) showLoans(asked);
      }}
    />
  );
}

function notDrawnText({ period, products, disbursed }: NotDrawn, { words, format }: Spoken): string {
  const months = [...new Set([period.from, period.to].map((day) => format.month(day)))];
  return words.notDrawn({
    products: format.list(products.map((product) => productName(product, words))),
    amount: format.money(disbursed),
    months,
  });
}

function MeasureChoice({ measure }: { readonly measure: OverTimeMeasure }) {
  const words = useStrings(strings);
  const setSearch = useSetSearch();
  return (
    <Segmented
      label={words.measure}
      value={measure}
      onChange={(next) => setSearch({ pdraw: next === "profit" ? "profit" : undefined })}
      options={(["perDisbursed", "profit"] as const).map((value) => ({ value, label: words.measures[value] }))}
    />
  );
}
