import { useMemo } from "react";

import { ChartCard } from "#src/ui/ChartCard.tsx";
import type { ChartPoint } from "#src/ui/chartPoint.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";

import { curvesModel } from "./chartModel.ts";
import { curvesOption } from "./chartOption.ts";
import { curvesTable } from "./chartTable.ts";
import { cohortInfo } from "./cohortInfo.ts";
import { plainText } from "./figures.ts";
import { CURVES_PX, type GroupPanelProps } from "./groupPanel.ts";
import { strings } from "./strings.ts";
import { useCohortRows } from "./useCohortRows.ts";

export function CurvesPanel({ group, args, result, drawing }: GroupPanelProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const rows = useCohortRows(group, args);
  const model = useMemo(() => curvesModel(group), [group]);
  const option = useMemo(() => curvesOption(model, drawing, { words, format }), [model, drawing, words, format]);
  const measure = words.measures[args.measure];
  const last = model.curve.findLast(({ thin }) => !thin) ?? model.curve.at(-1);

  function onPointClick({ dataIndex, seriesId }: ChartPoint) {
    const line = model.lines.find(({ id }) => id === seriesId);
    if (line === undefined) rows.ofCurve(dataIndex);
    else rows.ofCell(line.id, dataIndex);
  }

  return (
    <ChartCard
      title={measure.name}
      subtitle={
        drawing.unit === "fenYears" ? `${words.inYuanYears("")} · ${words.curvesSubtitle}` : words.curvesSubtitle
      }
      legend={[
        { name: words.weighted, mark: "line", tone: "returning" },
        ...(model.curve.some(({ thin }) => thin)
          ? [{ name: words.thin, mark: "dash" as const, tone: "other" as const }]
          : []),
        { name: words.cohortLines, mark: "line", tone: "comparison" },
      ]}
      info={cohortInfo(measure, result.basis)}
      name={
        last
          ? words.curvesName({
              measure: measure.name,
              value: plainText(last.value, drawing.unit, { words, format }),
              age: format.age(last.age, args.grain),
              cohorts: format.count(model.lines.length),
            })
          : measure.name
      }
      option={option}
      heightPx={CURVES_PX}
      table={curvesTable(model, drawing, { words, format })}
      fileName={`cohorts-${args.measure}-${args.grain}`}
      onPointClick={onPointClick}
    />
  );
}
