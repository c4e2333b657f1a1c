import type { TableName } from "#src/domain/datasets.ts";
import { tableNumbers } from "#src/domain/tableReader.ts";
import { currentRows } from "#src/domain/tableRows.ts";
import type { LedgerStore, StoreState } from "#src/store/ledgerStore.ts";

import type { EngineStatus } from "./protocol.ts";
import { valueOf } from "./storeFault.ts";

type TableFacts = Pick<EngineStatus, "tables" | "internalLenders">;

/** Counts the rows in force of every dataset beside the ledger, once per change of the stored data. */
export function createTableCounts(store: LedgerStore): (state: StoreState) => Promise<TableFacts> {
  let last: { readonly dataVersion: number; readonly facts: Promise<TableFacts> } | undefined;
  return (state) => {
    if (last?.dataVersion !== state.dataVersion) last = { dataVersion: state.dataVersion, facts: count(state) };
    return last.facts;
  };

  async function count({ imports }: StoreState): Promise<TableFacts> {
    const datasets = new Set(imports.map(({ dataset }) => dataset).filter(isTable));
    const tables: Partial<Record<TableName, number>> = {};
    let internalLenders: number | null = null;
    for (const dataset of datasets) {
      const rows = currentRows(dataset, valueOf(await store.readTables(dataset)));
      tables[dataset] = rows.rows;
      if (dataset === "lenders")
        internalLenders = tableNumbers("lenders", rows, "is_internal").reduce(
          (all, flag) => all + (flag === 1 ? 1 : 0),
          0,
        );
    }
    return { tables, internalLenders };
  }
}

function isTable(dataset: StoreState["imports"][number]["dataset"]): dataset is TableName {
  return dataset !== undefined && dataset !== "transactions";
}
