import type { CohortResult, Filter } from "#src/engine/protocol.ts";
import { HeatTable } from "#src/ui/HeatTable.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { useShowRows } from "#src/view/rowsDrawer.tsx";

import { retentionModel } from "./retentionModel.ts";
import { retentionStrings } from "./retentionStrings.ts";
import { cohortId, heatRows, summaryRow } from "./retentionTable.ts";
import { typesOf } from "./terms.ts";

export interface RetentionHeatProps {
  readonly measure: "holding" | "relend";
  readonly result: CohortResult;
  readonly filter: Filter;
  /** Says above the table what it measures. */
  readonly titled: boolean;
}

/** Wide enough for its place, and narrow enough for two side by side. */
const FITTED = "[&_button]:min-w-9 [&_table]:w-full [&_th]:min-w-9";

export function RetentionHeat({ measure, result, filter, titled }: RetentionHeatProps) {
  const words = useStrings(retentionStrings);
  const format = useFormat();
  const show = useShowRows();
  const model = retentionModel(result);
  const caption = measure === "holding" ? words.subtitle : words.relendCaption;
  const [group] = result.groups;

  function showCell(rowId: string, columnId: string) {
    const row = model.rows.find((at) => cohortId(at) === rowId);
    const cell = row?.cells[Number(columnId)];
    if (!row || !cell) return;
    const cohort = format.month(row.cohort.from);
    const month = format.month(cell.period.from);
    const holding = measure === "holding";
    const types = typesOf(holding ? "outstanding" : "volume", result.basis.switches) ?? [];
    show({
      title: holding ? words.cohortRows(cohort, month) : words.relendRows(cohort, month),
      subtitle: holding ? words.formula : words.relendFormula,
      where: {
        cohort: row.cohort,
        period: holding ? { from: row.cohort.from, to: cell.period.to } : cell.period,
        types,
        filter,
      },
    });
  }

  return (
    <div className={FITTED}>
      {titled && <h3 className="pb-1 text-label font-label text-ink">{words.measures[measure]}</h3>}
      <HeatTable
        name={caption}
        rowHeader={words.cohort}
        sizeHeader={words.lenders}
        columns={model.ages.map((age) => ({ id: String(age), label: format.age(age, "month") }))}
        rows={heatRows(model, format)}
        summary={group && summaryRow(model, group, format)}
        max={1}
        onCellClick={showCell}
      />
    </div>
  );
}
