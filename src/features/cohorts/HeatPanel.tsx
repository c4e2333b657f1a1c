import { useMemo } from "react";

import { Card } from "#src/ui/Card.tsx";
import { HeatTable } from "#src/ui/HeatTable.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { useSetSearch } from "#src/view/view.ts";

import { cohortInfo } from "./cohortInfo.ts";
import type { GroupPanelProps } from "./groupPanel.ts";
import { unitText } from "./figures.ts";
import { heatModel, SUMMARY_ID } from "./heatModel.ts";
import { strings } from "./strings.ts";
import { useCohortRows } from "./useCohortRows.ts";

/** Weekly cohorts of a year scroll inside the card. */
const MOST_PX = 640;

export function HeatPanel({ group, args, result, drawing }: GroupPanelProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const rows = useCohortRows(group, args);
  const model = useMemo(() => heatModel(group, drawing, { words, format }), [group, drawing, words, format]);
  const measure = words.measures[args.measure];
  return (
    <Card
      title={words.heat}
      subtitle={[unitText(drawing, words), words.heatSubtitle].filter((part) => part !== null).join(" · ")}
      info={cohortInfo(measure, result.basis)}
      footer={args.measure === "relend" ? <RelendNote /> : undefined}
    >
      <HeatTable
        name={`${words.heat}: ${measure.name}`}
        rowHeader={words.firstLend}
        sizeHeader={words.lenders}
        columns={model.columns}
        rows={model.rows}
        summary={model.columns.length === 0 ? undefined : model.summary}
        heightPx={MOST_PX}
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
