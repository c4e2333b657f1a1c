import type { CohortCell, CurvePoint } from "#src/engine/protocol.ts";
import type { Format } from "#src/ui/format.ts";
import type { HeatCell, HeatRow } from "#src/ui/heatRows.ts";

import type { RetentionModel, RetentionRow } from "./retentionModel.ts";
import { retentionStrings } from "./retentionStrings.ts";

/** The id of a row: the first day of its month. */
export function cohortId({ cohort }: Pick<RetentionRow, "cohort">): string {
  return String(cohort.from);
}

export function heatRows({ rows }: RetentionModel, format: Format): readonly HeatRow[] {
  return rows.map((row) => ({
    id: cohortId(row),
    label: format.monthShort(row.cohort.from),
    size: row.size,
    small: row.small,
    cells: row.cells.map((cell) => cell && heatCell(cell, row.size, format)),
  }));
}

function heatCell({ value, numerator, period, interval }: CohortCell, size: number, format: Format): HeatCell {
  const words = retentionStrings[format.language];
  return {
    value,
    text: format.percent(value, 0),
    lines: [
      { label: words.share, value: format.percent(value) },
      { label: words.lendersOf, value: words.counted(format.count(numerator), format.count(size)) },
      ...intervalLines(interval, format),
      { label: words.month, value: format.month(period.from) },
    ],
  };
}

/** Every cohort observed at each age, weighted by its lenders. */
export function summaryRow(
  { ages }: RetentionModel,
  { curve, lenders }: { readonly curve: readonly CurvePoint[]; readonly lenders: number },
  format: Format,
): HeatRow {
  const words = retentionStrings[format.language];
  const cells = ages.map((age) => {
    const point = curve.find((at) => at.age === age);
    return point ? summaryCell(point, format) : null;
  });
  return { id: "all", label: words.summary, size: lenders, small: false, cells };
}

function summaryCell({ value, lenders, interval }: CurvePoint, format: Format): HeatCell {
  const words = retentionStrings[format.language];
  return {
    value,
    text: format.percent(value, 0),
    lines: [
      { label: words.share, value: format.percent(value) },
      { label: words.lendersOf, value: format.count(lenders) },
      ...intervalLines(interval, format),
    ],
  };
}

function intervalLines(interval: CohortCell["interval"], format: Format): HeatCell["lines"] {
  if (!interval) return [];
  const words = retentionStrings[format.language];
  return [{ label: words.interval, value: words.range(format.percent(interval.low), format.percent(interval.high)) }];
}
