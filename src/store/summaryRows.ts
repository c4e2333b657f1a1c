import { isIntact, sealed, type Sealed } from "./checksum.ts";
import { withExactViews } from "./exactCopy.ts";
import type { Summary } from "./ledgerStore.ts";

/** It counts from `since`, or from the `dataVersion` itself, up to it: compaction changes no figure between them. */
export type SummaryRow = Sealed<Summary & { readonly dataVersion: number; readonly since?: number }>;

export function encodeSummary({ name, metricVersion, value }: Summary, dataVersion: number): SummaryRow {
  return sealed({ name, metricVersion, dataVersion, value: withExactViews(value) });
}

/** The same summary, counting for the next dataVersion as well. */
export function carriedOn(carried: SummaryRow): SummaryRow {
  const { seal: _, ...row } = carried;
  return sealed({ ...row, since: row.since ?? row.dataVersion, dataVersion: row.dataVersion + 1 });
}

/** @returns undefined when the row is damaged, or was made by other code or from other data */
export function currentValue(
  row: SummaryRow | undefined,
  { metricVersion, dataVersion }: Pick<SummaryRow, "metricVersion" | "dataVersion">,
): unknown {
  if (row?.metricVersion !== metricVersion) return undefined;
  const isCurrent = (row.since ?? row.dataVersion) <= dataVersion && dataVersion <= row.dataVersion;
  return isCurrent && isIntact(row) ? row.value : undefined;
}
