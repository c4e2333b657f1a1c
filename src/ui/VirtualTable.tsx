import type { KeyboardEvent, MouseEvent } from "react";
import { memo, useEffect, useEffectEvent, useId, useRef, useState } from "react";

import { classes } from "./classes.ts";
import { gridTracks } from "./dataColumn.ts";
import type { DataColumn, TableSort } from "./dataColumn.ts";
import { scrollCue } from "./scrollCue.ts";
import { TableHead } from "./TableHead.tsx";
import { BORDERS_PX, HEAD_PX, ROW_HEIGHT_PX, useRowWindow } from "./useRowWindow.ts";

export interface VirtualTableProps<Row> {
  readonly name: string;
  readonly columns: readonly DataColumn<Row>[];
  readonly total: number;
  /** Undefined while the row is not there yet. */
  readonly rowAt: (index: number) => Row | undefined;
  readonly sort: TableSort | null;
  readonly onSortChange?: ((sort: TableSort) => void) | undefined;
  readonly onRowClick?: ((row: Row) => void) | undefined;
  /** The row that a link leads to: marked, scrolled to, and where the keyboard begins; read when the table appears. */
  readonly marked?: number | undefined;
  /** At most; fewer rows make a lower table. */
  readonly heightPx: number;
  /** The rows in sight, last one excluded. */
  readonly onRowsShown?: ((from: number, to: number) => void) | undefined;
}

/** Rows in a scrolling box of their own; only those in sight are in the document. */
export function VirtualTable<Row>(props: VirtualTableProps<Row>) {
  const { name, columns, total, rowAt, sort, onSortChange, onRowClick, marked, heightPx } = props;
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const [active, setActive] = useState(marked ?? 0);
  const rows = useRowWindow(total, box);
  const { template, minWidthPx } = gridTracks(columns);
  const [first, last] = [rows.items[0]?.index ?? 0, (rows.items.at(-1)?.index ?? -1) + 1];
  const shown = useEffectEvent((from: number, to: number) => props.onRowsShown?.(from, to));
  useEffect(() => shown(first, last), [first, last]);
  const lead = useEffectEvent(() => {
    if (marked === undefined) return;
    rows.scrollTo(marked);
    box.current?.focus();
  });
  useEffect(() => lead(), []);
  useEffect(() => scrollCue(box.current), []);

  function onKeyDown(event: KeyboardEvent) {
    if (onRowClick === undefined || event.target !== box.current) return;
    const page = Math.max(1, Math.floor((heightPx - HEAD_PX) / ROW_HEIGHT_PX) - 1);
    const steps: Readonly<Record<string, number | undefined>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: total - 1,
    };
    const step = steps[event.key];
    if (step !== undefined) {
      const target = Math.min(total - 1, Math.max(0, step));
      setActive(target);
      rows.scrollTo(target);
    } else if (event.key === "Enter") {
      const row = rowAt(active);
      if (row !== undefined) onRowClick(row);
    } else return;
    event.preventDefault();
  }

  function onClick({ target }: MouseEvent) {
    const place = target instanceof Element ? target.closest<HTMLElement>("[data-row]")?.dataset["row"] : undefined;
    if (onRowClick === undefined || place === undefined) return;
    setActive(Number(place));
    const row = rowAt(Number(place));
    if (row !== undefined) onRowClick(row);
  }

  return (
    <div
      ref={box}
      role="grid"
      aria-label={name}
      aria-rowcount={total + 1}
      aria-colcount={columns.length}
      aria-activedescendant={onRowClick === undefined || total === 0 ? undefined : `${id}-${active}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onClick={onClick}
      className="group/table scroll-cue overflow-auto rounded-control border border-line"
      style={{ height: Math.min(heightPx, HEAD_PX + BORDERS_PX + Math.max(1, total) * ROW_HEIGHT_PX) }}
    >
      <div role="presentation" style={{ minWidth: minWidthPx }}>
        <TableHead columns={columns} template={template} sort={sort} onSortChange={onSortChange} />
        <div role="rowgroup" className="relative" style={{ height: rows.heightPx }}>
          {rows.items.map(({ index, topPx }) => (
            <MemoRow
              key={index}
              id={`${id}-${index}`}
              index={index}
              row={rowAt(index)}
              columns={columns}
              clickable={onRowClick !== undefined}
              active={onRowClick !== undefined && index === active}
              marked={index === marked}
              template={template}
              topPx={topPx}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

interface VirtualRowProps<Row> extends Pick<VirtualTableProps<Row>, "columns"> {
  readonly id: string;
  readonly index: number;
  readonly row: Row | undefined;
  readonly clickable: boolean;
  /** Where the keyboard is. */
  readonly active: boolean;
  readonly marked: boolean;
  readonly template: string;
  readonly topPx: number;
}

/** Scrolling draws only the rows that come into sight. */
const MemoRow = memo(VirtualRow) as typeof VirtualRow;

function VirtualRow<Row>(props: VirtualRowProps<Row>) {
  const { id, index, row, columns, clickable, active, marked, template, topPx } = props;
  return (
    <div
      role="row"
      id={id}
      aria-rowindex={index + 2}
      aria-selected={clickable ? active : undefined}
      aria-current={marked || undefined}
      data-row={index}
      className={classes(
        "absolute inset-x-0 grid items-center border-b border-line hover:bg-hover",
        clickable && "cursor-pointer",
        marked && "bg-hover shadow-[inset_2px_0_0_var(--focus)]",
        active && "group-focus-visible/table:bg-hover group-focus-visible/table:shadow-[inset_2px_0_0_var(--focus)]",
      )}
      style={{ gridTemplateColumns: template, top: topPx, height: ROW_HEIGHT_PX }}
    >
      {columns.map((column) => (
        <div
          key={column.id}
          role="gridcell"
          className={classes("min-w-0 truncate px-3", column.align === "end" && "text-right")}
        >
          {row === undefined ? <span className="skeleton inline-block h-3 w-3/5 align-middle" /> : column.cell(row)}
        </div>
      ))}
    </div>
  );
}
