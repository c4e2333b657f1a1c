import { Link } from "@tanstack/react-router";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useState } from "react";

import type { SegmentRules } from "#src/domain/segments.ts";
import { BarInCell } from "#src/ui/BarInCell.tsx";
import { classes } from "#src/ui/classes.ts";
import type { TableSort } from "#src/ui/dataColumn.ts";
import { useStrings } from "#src/ui/language.tsx";
import { ScrollTable } from "#src/ui/ScrollTable.tsx";

import { sortAfter, sortedRows, type FigureColumn, type FigureTableText } from "./figureColumn.ts";
import { lendersSearch } from "./groupLenders.ts";
import { strings } from "./strings.ts";

export interface FigureTableProps<Row> {
  readonly text: FigureTableText<Row>;
  readonly columns: readonly FigureColumn<Row>[];
  readonly rows: readonly Row[];
  /** Stands under all others and is never sorted. */
  readonly total?: Row;
  /** Null keeps the order of the rows. */
  readonly initialSort: TableSort | null;
  /** Rows that say little, since few lenders stand behind them: grey, and last. */
  readonly isSmall: (row: Row) => boolean;
  /** The lenders that a row's name leads to. */
  readonly rulesOf: (row: Row) => SegmentRules;
}

/** Groups and their figures; it scrolls inside its card while the names stay. */
export function FigureTable<Row>(props: FigureTableProps<Row>) {
  const { text, columns, rows, total, initialSort, isSmall, rulesOf } = props;
  const [sort, setSort] = useState(initialSort);
  const sortedBy = columns.find(({ id }) => id === sort?.by);
  const sorted = sortedRows(rows, { column: sortedBy, descending: sort?.descending ?? false, isSmall });
  const line = { text, columns, isSmall, rulesOf };
  return (
    <ScrollTable name={text.caption}>
      <table className="w-full text-right whitespace-nowrap">
        <caption className="sr-only">{text.caption}</caption>
        <thead className="text-label text-ink-2">
          <tr className="border-y border-line">
            <th scope="col" className={classes(NAME_CELL, "py-1.5 font-medium")}>
              {text.rowHeader}
            </th>
            {columns.map((column) => (
              <Heading key={column.id} column={column} sort={sort} onSort={setSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <FigureRow key={text.nameOf(row)} row={row} {...line} />
          ))}
        </tbody>
        {total !== undefined && (
          <tfoot className="font-strong">
            <FigureRow row={total} {...line} />
          </tfoot>
        )}
      </table>
    </ScrollTable>
  );
}

const NAME_CELL = "sticky left-0 z-10 bg-surface pr-3 pl-4 text-left";

interface HeadingProps<Row> {
  readonly column: FigureColumn<Row>;
  readonly sort: TableSort | null;
  readonly onSort: (sort: TableSort) => void;
}

function Heading<Row>({ column, sort, onSort }: HeadingProps<Row>) {
  const order = sort?.by !== column.id ? "none" : sort.descending ? "descending" : "ascending";
  const Mark = order === "ascending" ? ArrowUp : ArrowDown;
  return (
    <th scope="col" title={column.title} aria-sort={order} className="px-2.5 py-1.5 font-medium last:pr-4">
      <button
        type="button"
        onClick={() => onSort(sortAfter(column, sort))}
        className={classes(
          "inline-flex min-h-6 items-center gap-1 rounded-cell hover:text-ink coarse:min-h-9",
          order !== "none" && "text-ink",
        )}
      >
        <Mark size={12} aria-hidden className={classes("shrink-0", order === "none" && "invisible")} />
        {column.header}
      </button>
    </th>
  );
}

interface FigureRowProps<Row> extends Pick<FigureTableProps<Row>, "text" | "columns" | "isSmall" | "rulesOf"> {
  readonly row: Row;
}

function FigureRow<Row>({ row, text, columns, isSmall, rulesOf }: FigureRowProps<Row>) {
  const name = text.nameOf(row);
  const words = useStrings(strings);
  const small = isSmall(row);
  return (
    <tr className={classes("group border-b border-line last:border-0 hover:bg-hover", small && "text-ink-3")}>
      <th scope="row" className={classes(NAME_CELL, "py-1.5 font-medium group-hover:bg-hover")}>
        <Link
          to="/lenders"
          search={lendersSearch(rulesOf(row))}
          title={small ? `${name}: ${words.small}` : name}
          className="block max-w-32 truncate rounded-cell py-0.5 decoration-line-strong underline-offset-4 hover:underline sm:max-w-56 coarse:py-2"
        >
          {name}
        </Link>
      </th>
      {columns.map((column) => (
        <FigureCell key={column.id} column={column} row={row} />
      ))}
    </tr>
  );
}

function FigureCell<Row>({ column, row }: { readonly column: FigureColumn<Row>; readonly row: Row }) {
  const bar = column.bar?.(row) ?? null;
  const below = column.below?.(row) ?? null;
  return (
    <td className="px-2.5 py-1.5 last:pr-4" title={column.exact?.(row)}>
      <span className="flex items-center justify-end gap-2">
        {bar !== null && (
          <span className="max-md:hidden">
            <BarInCell {...bar} widthPx={48} />
          </span>
        )}
        {column.text(row)}
      </span>
      {below !== null && <span className="block text-micro font-regular text-ink-3">{below}</span>}
    </td>
  );
}
