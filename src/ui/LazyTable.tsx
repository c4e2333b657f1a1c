import { useEffect, useState } from "react";

import type { DataColumn, TableSort } from "./dataColumn.ts";
import { VirtualTable } from "./VirtualTable.tsx";

export interface LazyTableProps<Row> {
  readonly name: string;
  readonly columns: readonly DataColumn<Row>[];
  readonly total: number;
  /** Undefined while the row has not been fetched. */
  readonly rowAt: (index: number) => Row | undefined;
  /** Some rows of this page are in sight and not there; pages begin at multiples of their length. */
  readonly onNeedRows: (offset: number, limit: number) => void;
  readonly sort: TableSort | null;
  readonly onSortChange?: ((sort: TableSort) => void) | undefined;
  readonly onRowClick?: ((row: Row) => void) | undefined;
  readonly heightPx?: number | undefined;
}

export const PAGE_ROWS = 200;

/** A scroll bar dragged through a million rows asks only where it stays. */
const PAUSE_MS = 60;

/** Rows fetched by the page and sorted elsewhere. */
export function LazyTable<Row>({ onNeedRows, heightPx = 480, ...table }: LazyTableProps<Row>) {
  const { rowAt, total } = table;
  const [shown, setShown] = useState({ from: 0, to: 0 });
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const offset of missingPages(shown.from, Math.min(shown.to, total), rowAt)) onNeedRows(offset, PAGE_ROWS);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [shown, total, rowAt, onNeedRows]);
  return <VirtualTable {...table} heightPx={heightPx} onRowsShown={(from, to) => setShown({ from, to })} />;
}

/** Where the pages begin that hold a row in sight which is not there. */
function missingPages(from: number, to: number, rowAt: (index: number) => unknown): Set<number> {
  const offsets = new Set<number>();
  for (let index = from; index < to; index += 1) {
    if (rowAt(index) === undefined) offsets.add(index - (index % PAGE_ROWS));
  }
  return offsets;
}
