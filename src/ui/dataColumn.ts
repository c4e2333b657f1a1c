import type { ReactNode } from "react";

export interface DataColumn<Row> {
  readonly id: string;
  readonly header: string;
  /** Explains the header. */
  readonly headerTitle?: string | undefined;
  readonly cell: (row: Row) => ReactNode;
  /** What the table sorts by; for `LazyTable`, `sortable` alone is enough. */
  readonly sortValue?: ((row: Row) => string | number | null) | undefined;
  readonly sortable?: boolean | undefined;
  /** Figures end at one edge. */
  readonly align?: "start" | "end" | undefined;
  /** Fixed; without it the column takes its share of the room, but no less than `minWidthPx`. */
  readonly widthPx?: number | undefined;
  readonly minWidthPx?: number | undefined;
  readonly grow?: number | undefined;
}

export interface TableSort {
  readonly by: string;
  readonly descending: boolean;
}

const MIN_WIDTH_PX = 96;

/** Tracks of a CSS grid, the same for the header and every row. */
export function gridTracks<Row>(columns: readonly DataColumn<Row>[]): {
  readonly template: string;
  readonly minWidthPx: number;
} {
  const least = columns.map((column) => column.widthPx ?? column.minWidthPx ?? MIN_WIDTH_PX);
  const template = columns
    .map((column, at) =>
      column.widthPx === undefined ? `minmax(${least[at]!}px, ${column.grow ?? 1}fr)` : `${column.widthPx}px`,
    )
    .join(" ");
  return { template, minWidthPx: least.reduce((sum, width) => sum + width, 0) };
}

/** The order after a click on a header: figures begin with the largest. */
export function nextSort<Row>(column: DataColumn<Row>, sort: TableSort | null): TableSort {
  if (sort?.by === column.id) return { by: column.id, descending: !sort.descending };
  return { by: column.id, descending: column.align === "end" };
}
