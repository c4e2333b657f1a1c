import { useMemo } from "react";

import { ChartCard } from "#src/ui/ChartCard.tsx";
import type { ChartPoint } from "#src/ui/chartPoint.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import type { LegendItem } from "#src/ui/Legend.tsx";

import { ageLabel } from "./ageLabel.ts";
import { curvesModel, type CurvesModel } from "./chartModel.ts";
import { curvesOption } from "./chartOption.ts";
import { curvesTable } from "./chartTable.ts";
import { cohortInfo } from "./cohortInfo.ts";
import { cohortName } from "./curveTooltip.ts";
import { plainText, type Spoken } from "./figures.ts";
import { CURVES_PX, type GroupPanelProps } from "./groupPanel.ts";
import type { HeatArgs } from "./heatModel.ts";
import { lineLook } from "./lineLook.ts";
import { strings } from "./strings.ts";
import { useCohortRows } from "./useCohortRows.ts";

export function CurvesPanel({ group, view, result, drawing }: GroupPanelProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const rows = useCohortRows(group, view, result);
  const model = useMemo(() => curvesModel(group, drawing), [group, drawing]);
  const option = useMemo(() => curvesOption(model, drawing, { words, format }), [model, drawing, words, format]);
  const measure = words.measures[view.measure];
  const last = model.curve.findLast(({ thin }) => !thin) ?? model.curve.at(-1);
  const subtitle = model.isComparison ? words.comparedSubtitle : words.curvesSubtitles[view.mean];

  function onPointClick({ dataIndex, seriesId }: ChartPoint) {
    const line = model.lines.find(({ id }) => id === seriesId);
    if (line === undefined) rows.ofCurve(dataIndex);
    else rows.ofCell(line.id, dataIndex);
  }

  return (
    <ChartCard
      title={measure.name}
      subtitle={drawing.unit === "fenYears" ? `${words.inYuanYears("")} · ${subtitle}` : subtitle}
      legend={legendOf(model, drawing, { words, format })}
      info={cohortInfo(measure.name, view, { basis: result.basis, words })}
      name={
        last
          ? words.curvesName({
              measure: measure.name,
              value: plainText(last.value, drawing.unit, { words, format }),
              age: ageLabel(last.age, drawing, format),
              cohorts: format.count(model.lines.length),
            })
          : measure.name
      }
      option={option}
      heightPx={CURVES_PX}
      table={curvesTable(model, drawing, { words, format })}
      fileName={`cohorts-${view.measure}-${view.grain}`}
      onPointClick={onPointClick}
    />
  );
}

function legendOf(model: CurvesModel, { mean, grain }: HeatArgs, spoken: Spoken): readonly LegendItem[] {
  const { words } = spoken;
  const { lines } = model;
  if (model.isComparison)
    return [
      ...lines.map((line, at) => ({ name: cohortName(line, grain, spoken), ...lineLook(at, lines.length) })),
      { name: words.means[mean], mark: "dash", tone: "other" },
    ];
  return [
    { name: words.means[mean], mark: "line", tone: "returning" },
    ...(model.curve.some(({ thin }) => thin)
      ? [{ name: words.thin, mark: "dash" as const, tone: "other" as const }]
      : []),
    { name: words.cohortLines, mark: "line", tone: "comparison" },
  ];
}
