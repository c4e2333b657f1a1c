import { useMemo } from "react";

import { ChartCard } from "#src/ui/ChartCard.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { Select } from "#src/ui/Select.tsx";
import { useChartNotes } from "#src/view/chartNotes.ts";
import { useSetSearch } from "#src/view/view.ts";

import { ageLabel } from "./ageLabel.ts";
import { cohortInfo } from "./cohortInfo.ts";
import { cohortName } from "./curveTooltip.ts";
import type { GroupPanelProps } from "./groupPanel.ts";
import { stepModel } from "./stepModel.ts";
import { stepOption, stepTable } from "./stepOption.ts";
import { strings } from "./strings.ts";
import { useCohortRows } from "./useCohortRows.ts";

const HEIGHT_PX = 220;

/** Do newer cohorts stay as the older ones did? */
export function StepPanel({ group, view, result, drawing }: GroupPanelProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const setSearch = useSetSearch();
  const rows = useCohortRows(group, view, result);
  const model = useMemo(() => stepModel(group, view.step, drawing.hidden), [group, view.step, drawing.hidden]);
  const periods = useMemo(() => model.points.map(({ cohort }) => cohort), [model]);
  const notes = useChartNotes(periods);
  const option = useMemo(() => stepOption(model, drawing, { words, format }), [model, drawing, words, format]);
  const ages = Math.max(0, ...group.rows.map(({ cells }) => cells.length));
  const measure = words.measures[view.measure];
  const age = ageLabel(model.step, drawing, format);
  const last = model.points.at(-1);
  return (
    <ChartCard
      title={words.stepTitle(measure.name, age)}
      subtitle={words.stepSubtitle}
      info={cohortInfo(words.stepTitle(measure.name, age), view, { basis: result.basis, words })}
      actions={
        <Select
          label={words.stepAge}
          value={String(model.step)}
          onChange={(step) => setSearch({ step })}
          options={Array.from({ length: ages }, (_, at) => ({
            value: String(at),
            label: ageLabel(at, drawing, format),
          }))}
        />
      }
      name={
        last
          ? words.stepName({
              measure: measure.name,
              age,
              value: format.percent(last.value),
              cohort: cohortName(last, view.grain, { words, format }),
              cohorts: format.count(model.points.length),
            })
          : words.stepTitle(measure.name, age)
      }
      option={option}
      heightPx={HEIGHT_PX}
      table={stepTable(model, drawing, { words, format })}
      fileName={`cohorts-${view.measure}-${age}`}
      notes={notes}
      onPointClick={({ dataIndex }) => {
        const point = model.points[dataIndex];
        if (point !== undefined) rows.ofCell(String(point.cohort.from), model.step);
      }}
    />
  );
}
