import { createSortedRowModel, rowSortingFeature, tableFeatures, useTable } from "@tanstack/react-table";
import type { SortingState } from "@tanstack/react-table";
import { useMemo, useState } from "react";

import type { DataColumn, TableSort } from "./dataColumn.ts";
import { useFormat } from "./language.tsx";
import { VirtualTable } from "./VirtualTable.tsx";

export interface DataTableProps<Row> {
  readonly name: string;
  /** Must keep their identity between renders, as must the rows. */
  readonly columns: readonly DataColumn<Row>[];
  readonly rows: readonly Row[];
  readonly initialSort?: TableSort | undefined;
  readonly onRowClick?: ((row: Row) => void) | undefined;
  /** The row that a link leads to; read when the table appears. */
  readonly marked?: Row | undefined;
  readonly heightPx?: number | undefined;
}

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

/** All rows in memory, sorted here. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { name, columns, rows, initialSort, onRowClick, marked, heightPx = 420 } = props;
  const { locale } = useFormat();
  const [sort, setSort] = useState<TableSort | null>(initialSort ?? null);
  const definitions = useMemo(() => {
    const collator = new Intl.Collator(locale, { numeric: true });
    return columns.map((column) => ({
      id: column.id,
      // Absent values come last in either order.
      accessorFn: (row: Row) => column.sortValue?.(row) ?? undefined,
      sortUndefined: "last" as const,
      sortFn: (a: { readonly original: Row }, b: { readonly original: Row }) =>
        compare(column.sortValue?.(a.original) ?? null, column.sortValue?.(b.original) ?? null, collator),
    }));
  }, [columns, locale]);
  const sorting = useMemo<SortingState>(() => (sort === null ? [] : [{ id: sort.by, desc: sort.descending }]), [sort]);
  const table = useTable({ features, columns: definitions, data: rows, state: { sorting } });
  const sorted = table.getRowModel().rows;
  const markedAt = marked === undefined ? -1 : sorted.findIndex(({ original }) => original === marked);
  return (
    <VirtualTable
      name={name}
      columns={columns}
      total={sorted.length}
      rowAt={(index) => sorted[index]?.original}
      sort={sort}
      onSortChange={setSort}
      onRowClick={onRowClick}
      marked={markedAt === -1 ? undefined : markedAt}
      heightPx={heightPx}
    />
  );
}

function compare(a: string | number | null, b: string | number | null, collator: Intl.Collator): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return collator.compare(String(a ?? ""), String(b ?? ""));
}
