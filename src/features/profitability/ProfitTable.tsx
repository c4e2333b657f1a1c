import { useState } from "react";

import { classes } from "#src/ui/classes.ts";
import { ScrollTable } from "#src/ui/ScrollTable.tsx";

import { sortAfter, sortedLines, type ColumnId, type ProfitColumn, type ProfitSort } from "./profitColumns.ts";
import { HeaderCell } from "./HeaderCell.tsx";
import { LineRow, NAME_CELL } from "./LineRow.tsx";
import type { ProfitLine } from "./profitLine.ts";

export interface ProfitTableProps {
  readonly caption: string;
  readonly rowHeader: string;
  readonly columns: readonly ProfitColumn[];
  readonly lines: readonly ProfitLine[];
  /** Stands under the others and is never sorted. */
  readonly total: ProfitLine;
  readonly initialSort: ProfitSort;
  /** Id of the line that is looked at below. */
  readonly chosen: string;
  readonly onChoose: (line: ProfitLine) => void;
  readonly onLoans: (line: ProfitLine) => void;
}

/** Lines and their figures; it scrolls inside its card while the names stay. */
export function ProfitTable(props: ProfitTableProps) {
  const { caption, rowHeader, columns, lines, total, initialSort, chosen, onChoose, onLoans } = props;
  const [sort, setSort] = useState(initialSort);
  const header = (id: ColumnId | "name") => ({
    order: sort.by !== id ? ("none" as const) : sort.descending ? ("descending" as const) : ("ascending" as const),
    onSort: () => setSort(sortAfter(id, sort)),
  });
  const row = { columns, chosen, onChoose, onLoans };
  return (
    <ScrollTable name={caption}>
      <table className="w-full text-right whitespace-nowrap">
        <caption className="sr-only">{caption}</caption>
        <thead className="text-label text-ink-2">
          <tr className="border-y border-line">
            <HeaderCell
              {...header("name")}
              className={classes(NAME_CELL, "bg-surface py-1.5")}
              text={rowHeader}
              isName
            />
            {columns.map(({ id, header: text, title }) => (
              <HeaderCell
                key={id}
                {...header(id)}
                className="px-2.5 py-1.5 text-right last:pr-4"
                text={text}
                title={title}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {sortedLines(lines, columns, sort).map((line) => (
            <LineRow key={line.id} line={line} {...row} />
          ))}
        </tbody>
        <tfoot className="font-strong">
          <LineRow line={total} {...row} />
        </tfoot>
      </table>
    </ScrollTable>
  );
}
