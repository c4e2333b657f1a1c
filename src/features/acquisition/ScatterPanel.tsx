import { useMemo } from "react";

import { ChartCard } from "#src/ui/ChartCard.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { PanelEmpty } from "#src/ui/PanelEmpty.tsx";
import type { TableModel } from "#src/ui/tableModel.ts";
import { useEngine } from "#src/view/engine.tsx";

import { acquisitionInfo } from "./acquisitionInfo.ts";
import type { Spoken } from "./figures.ts";
import { groupLabel } from "./groupLabel.ts";
import { groupRules } from "./groupLenders.ts";
import { firstMissing, type AcquisitionPanelProps } from "./panel.ts";
import { scatterModel, type ScatterModel } from "./scatterModel.ts";
import { CIRCLES_ID, scatterOption } from "./scatterOption.ts";
import { strings } from "./strings.ts";
import { useShowLenders } from "./useShowLenders.ts";

const HEIGHT_PX = 340;

/** What a lender costs against what it is expected to bring. */
export function ScatterPanel({ args, result }: AcquisitionPanelProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const { status } = useEngine();
  const showLenders = useShowLenders();
  const model = useMemo(() => scatterModel(result.groups), [result.groups]);
  const option = useMemo(() => scatterOption(model, args.by, { words, format }), [model, args.by, words, format]);
  const missing = firstMissing(result.missing, ["spend", "spread"]);
  if (model.points.length === 0) {
    return (
      <PanelEmpty
        title={words.scatter}
        message={words.scatterEmpty}
        hint={missing === undefined ? words.unpriced : words.missing[missing]}
        heightPx={HEIGHT_PX}
      />
    );
  }
  const above = model.points.filter(({ cost, value }) => value >= cost).length;
  return (
    <ChartCard
      title={words.scatter}
      subtitle={words.scatterSubtitle(format.count(result.horizonMonths))}
      info={acquisitionInfo(result.basis, {
        name: words.scatter,
        sentence: words.scatterSentence,
        formula: words.scatterFormula,
        rule: "AQ5",
      })}
      name={words.scatterName(format.count(model.points.length), format.count(above))}
      option={option}
      heightPx={HEIGHT_PX}
      footer={model.leftOut > 0 ? words.scatterLeftOut(format.count(model.leftOut)) : undefined}
      table={scatterTable(model, args.by, { words, format })}
      fileName={`acquisition-cost-value-${args.by}`}
      onPointClick={({ dataIndex, seriesId }) => {
        const point = model.points[dataIndex];
        if (point === undefined || (seriesId !== undefined && seriesId !== CIRCLES_ID)) return;
        showLenders(groupRules(point.name, args, status));
      }}
    />
  );
}

function scatterTable(
  { points }: ScatterModel,
  by: AcquisitionPanelProps["args"]["by"],
  { words, format }: Spoken,
): TableModel {
  return {
    caption: words.scatter,
    columns: [
      { id: "group", label: words.dimensions[by], type: "text" },
      { id: "cost", label: words.axisCost, type: "money" },
      { id: "value", label: words.axisValue, type: "money" },
      { id: "observed", label: words.observedValue, type: "money" },
      { id: "ratio", label: words.ratio, type: "number" },
      { id: "lenders", label: words.lenders, type: "count" },
    ],
    rows: points.map(({ name, cost, value, observed, ratio, lenders }) => [
      groupLabel(name, by, { words, format }),
      cost,
      value,
      observed,
      ratio,
      lenders,
    ]),
  };
}
