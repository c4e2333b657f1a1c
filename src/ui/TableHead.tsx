import { ArrowDown, ArrowUp } from "lucide-react";

import { classes } from "./classes.ts";
import { nextSort } from "./dataColumn.ts";
import type { DataColumn, TableSort } from "./dataColumn.ts";

export interface TableHeadProps<Row> {
  readonly columns: readonly DataColumn<Row>[];
  readonly template: string;
  readonly sort: TableSort | null;
  readonly onSortChange?: ((sort: TableSort) => void) | undefined;
}

export function TableHead<Row>({ columns, template, sort, onSortChange }: TableHeadProps<Row>) {
  return (
    <div role="rowgroup" className="sticky top-0 z-10 border-b border-line bg-surface">
      <div role="row" aria-rowindex={1} className="grid" style={{ gridTemplateColumns: template }}>
        {columns.map((column) => {
          const sortable = onSortChange !== undefined && (column.sortable ?? column.sortValue !== undefined);
          const order = sort?.by !== column.id ? "none" : sort.descending ? "descending" : "ascending";
          return (
            <div
              key={column.id}
              role="columnheader"
              aria-sort={sortable ? order : undefined}
              title={column.headerTitle}
              className={classes(
                "flex h-8 min-w-0 items-center px-3 text-label font-medium text-ink-2",
                column.align === "end" && "justify-end",
              )}
            >
              {sortable ? (
                <button
                  type="button"
                  onClick={() => onSortChange(nextSort(column, sort))}
                  className={classes(
                    "flex h-6 max-w-full items-center gap-1 rounded-cell hover:text-ink",
                    column.align === "end" && "flex-row-reverse",
                    order !== "none" && "text-ink",
                  )}
                >
                  <span className="truncate">{column.header}</span>
                  <SortMark order={order} />
                </button>
              ) : (
                <span className="truncate">{column.header}</span>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function SortMark({ order }: { readonly order: "none" | "ascending" | "descending" }) {
  if (order === "ascending") return <ArrowUp size={12} className="shrink-0" aria-hidden />;
  if (order === "descending") return <ArrowDown size={12} className="shrink-0" aria-hidden />;
  return <span className="w-3 shrink-0" />;
}
