import { isIntact, sealed, type Sealed } from "./checksum.ts";
import { withExactViews } from "./exactCopy.ts";
import type { Summary } from "./ledgerStore.ts";

export type SummaryRow = Sealed<Summary & { readonly dataVersion: number }>;

export function encodeSummary({ name, metricVersion, value }: Summary, dataVersion: number): SummaryRow {
  return sealed({ name, metricVersion, dataVersion, value: withExactViews(value) });
}

/** @returns undefined when the row is damaged, or was made by other code or from other data */
export function currentValue(
  row: SummaryRow | undefined,
  { metricVersion, dataVersion }: Pick<SummaryRow, "metricVersion" | "dataVersion">,
): unknown {
  const isCurrent = row?.metricVersion === metricVersion && row.dataVersion === dataVersion;
  return isCurrent && isIntact(row) ? row.value : undefined;
}
