import { useMemo, useState } from "react";

import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { HeatTable } from "#src/ui/HeatTable.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { useSetSearch } from "#src/view/view.ts";

import { cohortInfo } from "./cohortInfo.ts";
import type { GroupPanelProps } from "./groupPanel.ts";
import { unitText } from "./figures.ts";
import { heatModel, SUMMARY_ID } from "./heatModel.ts";
import { strings } from "./strings.ts";
import { useCohortChoices } from "./useCohortChoices.tsx";
import { useCohortRows } from "./useCohortRows.ts";

/** Weekly cohorts of a year scroll inside the card. */
const MOST_PX = 640;

export function HeatPanel({ group, view, result, drawing }: GroupPanelProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const rows = useCohortRows(group, view, result);
  const choices = useCohortChoices(group, view);
  const [isChoosing, setChoosing] = useState(false);
  const isChosen = view.hidden.length > 0 || view.compared.length > 0;
  const model = useMemo(() => heatModel(group, drawing, { words, format }), [group, drawing, words, format]);
  const measure = words.measures[view.measure];
  const notes = [unitText(drawing, words), view.mode === "on" ? null : words.modeNotes[view.mode], words.heatSubtitle];
  return (
    <Card
      title={words.heat}
      subtitle={notes.filter((part) => part !== null).join(" · ")}
      info={cohortInfo(measure.name, view, { basis: result.basis, words })}
      actions={
        isChosen ? (
          <Button size="sm" onClick={choices.clear}>
            {words.clearChoices}
          </Button>
        ) : (
          <Button size="sm" pressed={isChoosing} onClick={() => setChoosing(!isChoosing)}>
            {words.choose}
          </Button>
        )
      }
      footer={view.measure === "relend" ? <RelendNote /> : undefined}
    >
      <HeatTable
        name={`${words.heat}: ${measure.name}`}
        rowHeader={words.firstLend}
        sizeHeader={words.lenders}
        columns={model.columns}
        rows={model.rows}
        summary={model.columns.length === 0 ? undefined : model.summary}
        heightPx={MOST_PX}
        choices={isChoosing || isChosen ? choices.columns : undefined}
        onCellClick={(rowId, columnId) => {
          if (rowId === SUMMARY_ID) rows.ofCurve(Number(columnId));
          else rows.ofCell(rowId, Number(columnId));
        }}
      />
    </Card>
  );
}

function RelendNote() {
  const words = useStrings(strings);
  const setSearch = useSetSearch();
  return (
    <p>
      {words.relendNote}{" "}
      <button
        type="button"
        onClick={() => setSearch({ measure: "holding" })}
        className="min-h-6 font-strong text-ink underline decoration-line-strong underline-offset-4 hover:decoration-ink"
      >
        {words.showHolding}
      </button>
    </p>
  );
}
