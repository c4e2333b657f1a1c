import { isoDay } from "#src/domain/calendar.ts";
import type { ImportRecord } from "#src/domain/imports.ts";
import type { QualityRows } from "#src/metrics/qualitySweep.ts";
import { unitSlips } from "#src/metrics/qualityUnits.ts";

import { findingItem, findingOf, type FindingItem } from "./findingItem.ts";
import type { Finding } from "./protocol.ts";

/** More than one row in so many rejected is worth a look: 5 %. */
const REJECTED_DIVISOR = 20;

/** What looks wrong about single files. */
export function findingsOfImports(
  imports: readonly ImportRecord[],
  { lends, future }: QualityRows,
): (Finding | undefined)[] {
  const nameById = new Map(imports.map(({ importId, fileName }) => [importId, fileName]));
  const nameOf = (importId: number): string => nameById.get(importId) ?? "";
  const broken = imports.flatMap(brokenTotals);
  const without = lends.filter(({ withoutTerm }) => withoutTerm > 0);
  return [
    findingOf(
      {
        id: "control-totals",
        severity: "error",
        unit: "file",
        count: new Set(broken.map((item) => item.importId)).size,
      },
      broken,
    ),
    findingOf(
      { id: "unit-slips", severity: "error", unit: "file" },
      unitSlips(lends).map(({ importId, medianAmount, expected }) =>
        findingItem({
          label: nameOf(importId),
          value: medianAmount,
          expected,
          measure: "fen",
          where: { importId, types: ["lend"] },
          importId,
        }),
      ),
    ),
    findingOf(
      { id: "rows-rejected", severity: "error", unit: "file" },
      imports.filter(({ counts }) => counts.rejected * REJECTED_DIVISOR > counts.read).map(rejectedItem),
    ),
    unmappedTypes(imports),
    findingOf(
      {
        id: "terms-missing",
        severity: "warning",
        unit: "row",
        count: without.reduce((rows, { withoutTerm }) => rows + withoutTerm, 0),
      },
      without.map(({ importId, withoutTerm, lends: all }) =>
        findingItem({
          label: nameOf(importId),
          value: withoutTerm,
          expected: all,
          measure: "count",
          where: { importId, types: ["lend"] },
          importId,
        }),
      ),
    ),
    findingOf(
      {
        id: "future-rows",
        severity: "warning",
        unit: "row",
        count: future.reduce((sum, { rows }) => sum + rows, 0),
      },
      future.map(({ importId, day, rows }) =>
        findingItem({
          label: isoDay(day),
          beside: nameOf(importId),
          value: rows,
          measure: "count",
          where: { period: { from: day, to: day }, importId },
          importId,
        }),
      ),
    ),
  ];
}

function brokenTotals({
  importId,
  fileName,
  dataset = "transactions",
  controlTotals = [],
}: ImportRecord): FindingItem[] {
  return controlTotals
    .filter(({ stated, found }) => stated !== found)
    .map(({ measure, stated, found }) =>
      findingItem({
        label: fileName,
        value: found,
        expected: stated,
        measure: measure === "amount" ? "fen" : "count",
        // Rows of the other datasets are not in the ledger.
        where: dataset === "transactions" ? { importId } : null,
        importId,
      }),
    );
}

function rejectedItem({ importId, fileName, counts }: ImportRecord): FindingItem {
  return findingItem({
    label: fileName,
    value: counts.rejected,
    expected: counts.read,
    measure: "count",
    importId,
  });
}

/** Most frequent first. */
function unmappedTypes(imports: readonly ImportRecord[]): Finding | undefined {
  const items = imports
    .flatMap(({ importId, fileName, unknownTypes }) =>
      unknownTypes.map(({ value, count }) => ({ label: value, beside: fileName, value: count, importId })),
    )
    .toSorted((a, b) => b.value - a.value || a.importId - b.importId);
  return findingOf(
    {
      id: "types-unmapped",
      severity: "error",
      unit: "row",
      count: items.reduce((rows, { value }) => rows + value, 0),
    },
    items.map((item) => findingItem({ ...item, measure: "count" })),
  );
}
