import { useMemo } from "react";

import type { TimeToSecond } from "#src/engine/protocol.ts";
import { ChartCard } from "#src/ui/ChartCard.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { PanelEmpty } from "#src/ui/PanelEmpty.tsx";
import type { TableModel } from "#src/ui/tableModel.ts";

import { acquisitionInfo } from "./acquisitionInfo.ts";
import type { Spoken } from "./figures.ts";
import type { AcquisitionPanelProps } from "./panel.ts";
import { secondModel } from "./secondModel.ts";
import { secondOption } from "./secondOption.ts";
import { strings } from "./strings.ts";

const HEIGHT_PX = 260;

/** How soon new lenders lend again, those who may still do so counted for as long as they were watched. */
export function SecondLendPanel({ result }: AcquisitionPanelProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const { timeToSecond } = result;
  const model = useMemo(() => secondModel(timeToSecond), [timeToSecond]);
  const option = useMemo(() => secondOption(model, { words, format }), [model, words, format]);
  if (timeToSecond.events === 0) return <PanelEmpty title={words.second} message={words.secondEmpty} />;
  const { p25, p50, p75 } = timeToSecond.quantiles;
  const days = (count: number | null) => (count === null ? words.notYet : format.days(count));
  return (
    <ChartCard
      title={words.second}
      subtitle={words.secondSubtitle}
      legend={[
        { name: words.secondLegend, mark: "line", tone: "returning" },
        { name: words.band, mark: "square", tone: "ramp6" },
      ]}
      info={acquisitionInfo(result.basis, {
        name: words.second,
        sentence: words.secondSentence,
        formula: words.secondFormula,
        inputs: [
          { name: words.lenders, value: format.count(timeToSecond.lenders) },
          { name: words.secondLegend, value: format.count(timeToSecond.events) },
        ],
        rule: "KM2",
      })}
      name={words.secondName(
        format.percent(model.share.at(-1) ?? null),
        format.count(model.share.length - 1),
        format.count(timeToSecond.lenders),
      )}
      option={option}
      heightPx={HEIGHT_PX}
      table={secondTable(timeToSecond, { words, format })}
      fileName="acquisition-second-lend"
      footer={words.quantiles(days(p25), days(p50), days(p75))}
    />
  );
}

function secondTable({ points }: TimeToSecond, { words }: Spoken): TableModel {
  return {
    caption: words.second,
    columns: [
      { id: "day", label: words.day, type: "count" },
      { id: "share", label: words.share, type: "ratio" },
      { id: "low", label: words.low, type: "ratio" },
      { id: "high", label: words.high, type: "ratio" },
      { id: "atRisk", label: words.atRisk, type: "count" },
      { id: "events", label: words.events, type: "count" },
    ],
    rows: points.map(({ day, share, low, high, atRisk, events }) => [day, share, low, high, atRisk, events]),
  };
}
