import type { TableName } from "#src/domain/datasets.ts";
import { currentRows } from "#src/domain/tableRows.ts";
import type { LedgerStore, StoreState } from "#src/store/ledgerStore.ts";

import type { EngineStatus } from "./protocol.ts";
import { valueOf } from "./storeFault.ts";

/** Counts the rows in force of every dataset beside the ledger, once per change of the stored data. */
export function createTableCounts(store: LedgerStore): (state: StoreState) => Promise<EngineStatus["tables"]> {
  let last: { readonly dataVersion: number; readonly counts: Promise<EngineStatus["tables"]> } | undefined;
  return (state) => {
    if (last?.dataVersion !== state.dataVersion) last = { dataVersion: state.dataVersion, counts: count(state) };
    return last.counts;
  };

  async function count({ imports }: StoreState): Promise<EngineStatus["tables"]> {
    const datasets = new Set(imports.map(({ dataset }) => dataset).filter(isTable));
    const counts: Partial<Record<TableName, number>> = {};
    for (const dataset of datasets)
      counts[dataset] = currentRows(dataset, valueOf(await store.readTables(dataset))).rows;
    return counts;
  }
}

function isTable(dataset: StoreState["imports"][number]["dataset"]): dataset is TableName {
  return dataset !== undefined && dataset !== "transactions";
}
