import type { TableSort } from "#src/ui/dataColumn.ts";
import type { TableModel, TwinCell, TwinType } from "#src/ui/tableModel.ts";
import type { SeriesTone } from "#src/ui/tones.ts";

/** A column of figures: as it is shown, sorted and written to files. */
export interface FigureColumn<Row> {
  readonly id: string;
  readonly header: string;
  /** Explains the header. */
  readonly title?: string;
  readonly text: (row: Row) => string;
  /** Small, under the figure; null for none. */
  readonly below?: (row: Row) => string | null;
  /** The figure in full, where the text is short. */
  readonly exact?: (row: Row) => string;
  /** Beside the figure; null for none. */
  readonly bar?: (row: Row) => { readonly share: number; readonly tone: SeriesTone; readonly tick?: number } | null;
  /** Null comes last in either order. */
  readonly order: (row: Row) => number | null;
  /** The small ones are the good ones: the first click on the header puts them first. */
  readonly smallestFirst?: boolean;
  readonly type: TwinType;
  readonly file: (row: Row) => TwinCell;
}

export interface RowOrder<Row> {
  /** Undefined keeps the order given. */
  readonly column: FigureColumn<Row> | undefined;
  readonly descending: boolean;
  /** Rows that say little: they stand last whatever the order. */
  readonly isSmall: (row: Row) => boolean;
}

/** Rows in the order of a column; those without a figure stay behind, in the order given. */
export function sortedRows<Row>(rows: readonly Row[], { column, descending, isSmall }: RowOrder<Row>): Row[] {
  if (column === undefined) return [...rows];
  const sign = descending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const size = Number(isSmall(a)) - Number(isSmall(b));
    if (size !== 0) return size;
    const [left, right] = [column.order(a), column.order(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * (left - right);
  });
}

/** The order after a click on a header. */
export function sortAfter<Row>({ id, smallestFirst = false }: FigureColumn<Row>, sort: TableSort | null): TableSort {
  if (sort?.by === id) return { by: id, descending: !sort.descending };
  return { by: id, descending: !smallestFirst };
}

export interface FigureTableText<Row> {
  readonly caption: string;
  readonly rowHeader: string;
  readonly nameOf: (row: Row) => string;
}

/** The same figures for files and the clipboard. */
export function figureTableModel<Row>(
  { caption, rowHeader, nameOf }: FigureTableText<Row>,
  columns: readonly FigureColumn<Row>[],
  rows: readonly Row[],
): TableModel {
  return {
    caption,
    columns: [
      { id: "name", label: rowHeader, type: "text" },
      ...columns.map(({ id, header, type }) => ({ id, label: header, type })),
    ],
    rows: rows.map((row) => [nameOf(row), ...columns.map(({ file }) => file(row))]),
  };
}
