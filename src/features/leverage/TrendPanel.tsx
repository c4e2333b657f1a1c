import { useCallback, useMemo } from "react";

import type { Grain } from "#src/domain/calendar.ts";
import type { Period } from "#src/domain/period.ts";
import type { Basis, LeveragePoint } from "#src/engine/protocol.ts";
import { ChartCard } from "#src/ui/ChartCard.tsx";
import type { ChartTokens } from "#src/ui/chartTokens.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { PanelEmpty } from "#src/ui/PanelEmpty.tsx";
import { useChartNotes } from "#src/view/chartNotes.ts";

import { leverageText } from "./figures.ts";
import { sourced } from "./leverageInfo.ts";
import { strings } from "./strings.ts";
import { trendModel } from "./trendModel.ts";
import { trendOption } from "./trendOption.ts";
import { trendTable } from "./trendTable.ts";

const HEIGHT_PX = 300;

export interface TrendPanelProps {
  /** Must keep their identity between renders. */
  readonly points: readonly LeveragePoint[];
  readonly period: Period;
  readonly grain: Grain;
  readonly basis: Basis;
  readonly onPoint: (point: LeveragePoint) => void;
}

export function TrendPanel({ points, period, grain, basis, onPoint }: TrendPanelProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const model = useMemo(() => trendModel(points, grain), [points, grain]);
  const notes = useChartNotes(model.buckets);
  const option = useCallback(
    (tokens: ChartTokens) => trendOption(model, { words, format }, tokens),
    [model, words, format],
  );
  const last = points.at(-1);
  if (!last) {
    return <PanelEmpty title={words.trend} message={words.noPoints} hint={words.noPointsHint} heightPx={HEIGHT_PX} />;
  }
  if (points.every(({ leverage }) => leverage === null)) {
    return (
      <PanelEmpty title={words.trend} message={words.noBackingYet} hint={words.noBackingYetHint} heightPx={HEIGHT_PX} />
    );
  }
  const text = leverageText(last.leverage, { words, format });
  return (
    <ChartCard
      title={words.trend}
      subtitle={words.trendSubtitle}
      legend={[
        { name: words.withPartner, mark: "line", tone: "outstanding" },
        { name: words.withoutPartner, mark: "dash", tone: "comparison" },
      ]}
      info={sourced(basis, {
        name: words.trend,
        sentence: words.trendSentence,
        formula: words.leverageFormula,
        inputs: [
          { name: words.withPartner, value: text },
          { name: words.withoutPartner, value: leverageText(last.withoutPartner, { words, format }) },
        ],
        rule: "LV6",
      })}
      name={words.trendName(format.period(period), text)}
      option={option}
      heightPx={HEIGHT_PX}
      table={trendTable(points, words)}
      fileName="leverage"
      notes={notes}
      onPointClick={({ dataIndex }) => {
        const point = points[dataIndex];
        if (point) onPoint(point);
      }}
    />
  );
}
