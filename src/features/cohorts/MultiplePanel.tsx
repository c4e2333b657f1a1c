import { useMemo } from "react";

import type { CohortGroup } from "#src/engine/protocol.ts";
import { ChartCard } from "#src/ui/ChartCard.tsx";
import { plural, useFormat, useLanguage, useStrings } from "#src/ui/language.tsx";

import { ageLabel } from "./ageLabel.ts";
import type { CurvesModel } from "./chartModel.ts";
import { multipleOption } from "./chartOption.ts";
import { curvesTable } from "./chartTable.ts";
import type { CohortView } from "./cohortView.ts";
import { plainText } from "./figures.ts";
import { groupName } from "./groupName.ts";
import type { HeatArgs } from "./heatModel.ts";
import { strings } from "./strings.ts";
import { useCohortRows } from "./useCohortRows.ts";

const HEIGHT_PX = 132;

export interface MultiplePanelProps {
  readonly group: CohortGroup;
  readonly model: CurvesModel;
  readonly others: readonly CurvesModel[];
  /** Where the shared axis ends. */
  readonly top: number;
  readonly view: CohortView;
  readonly drawing: HeatArgs;
}

/** One group's weighted curve over those of the others. */
export function MultiplePanel({ group, model, others, top, view, drawing }: MultiplePanelProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const language = useLanguage();
  const rows = useCohortRows(group, view, drawing);
  const option = useMemo(
    () => multipleOption({ model, others, top }, drawing, { words, format }),
    [model, others, top, drawing, words, format],
  );
  const title = groupName(group, view.splitBy, words);
  // The newest age that most of the group has reached: later ones speak for a few early lenders.
  const last =
    model.curve.findLast(({ thin, lenders: reached }) => !thin && reached * 2 >= group.lenders) ?? model.curve[0];
  const lenders = plural(language, group.lenders, words.lenderCount).replace("#", format.count(group.lenders));
  const value = last ? plainText(last.value, drawing.unit, { words, format }) : "";
  const age = last ? ageLabel(last.age, drawing, format) : "";
  return (
    <ChartCard
      title={title}
      subtitle={`${lenders} · ${age} ${value}`}
      name={`${title}: ${words.curvesName({ measure: words.measures[view.measure].name, value, age, cohorts: format.count(model.lines.length) })}`}
      option={option}
      heightPx={HEIGHT_PX}
      table={curvesTable(model, drawing, { words, format })}
      fileName={`cohorts-${view.measure}-${view.grain}-${title}`}
      onPointClick={({ dataIndex }) => rows.ofCurve(dataIndex)}
    />
  );
}
