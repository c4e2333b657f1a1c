import type { KeyboardEvent, ReactNode } from "react";
import { useState } from "react";

import { classes } from "./classes.ts";
import { HeatLine } from "./HeatLine.tsx";
import { largestValue, neighbour, placeName, tabStop } from "./heatRows.ts";
import type { HeatColumn, HeatRow, Place } from "./heatRows.ts";
import { HeatTips } from "./HeatTips.tsx";
import { scrollCue } from "./scrollCue.ts";

/** What can be chosen of every row, as columns before its cells. */
export interface HeatChoices {
  readonly headers: readonly string[];
  /** As many as there are headers. */
  readonly of: (rowId: string) => readonly ReactNode[];
}

export interface HeatTableProps {
  readonly name: string;
  readonly rowHeader: string;
  readonly sizeHeader: string;
  readonly columns: readonly HeatColumn[];
  readonly rows: readonly HeatRow[];
  /** The weighted curve, below a hairline. */
  readonly summary?: HeatRow | undefined;
  /** The value of the fullest colour; the largest of the table when left out. */
  readonly max?: number | undefined;
  readonly onCellClick?: ((rowId: string, columnId: string) => void) | undefined;
  readonly heightPx?: number | undefined;
  readonly choices?: HeatChoices | undefined;
}

/** Cohorts against age as a real table, so that it can be read out and copied. Arrow keys move between cells. */
export function HeatTable(props: HeatTableProps) {
  const { name, rowHeader, sizeHeader, columns, rows, summary, onCellClick, heightPx, choices } = props;
  const all = summary === undefined ? rows : [...rows, summary];
  const [last, setLast] = useState<Place>({ row: 0, column: 0 });
  const focus = tabStop(all, last);
  const max = props.max ?? largestValue(rows);

  function onKeyDown(event: KeyboardEvent<HTMLTableElement>) {
    const target = neighbour(all, focus, event.key);
    if (target === undefined) return;
    event.preventDefault();
    setLast(target);
    event.currentTarget.querySelector<HTMLElement>(`[data-place="${placeName(target)}"]`)?.focus();
  }

  return (
    <div ref={scrollCue} className="scroll-cue relative overflow-auto" style={{ maxHeight: heightPx }}>
      <HeatTips columns={columns} rows={all}>
        <table
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a table to copy, a grid to move in
          role="grid"
          className="w-full border-separate border-spacing-[2px] text-body"
          onKeyDown={onKeyDown}
        >
          <caption className="sr-only">{name}</caption>
          <thead>
            <tr>
              <HeadCell text={rowHeader} className="left-0 z-20 text-left" />
              <HeadCell text={sizeHeader} className="text-right" />
              {choices?.headers.map((header) => (
                <HeadCell key={header} text={header} className="text-center" />
              ))}
              {columns.map((column) => (
                <HeadCell key={column.id} text={column.label} className="min-w-12 text-center" />
              ))}
            </tr>
          </thead>
          <tbody>
            {all.map((row, at) => (
              <HeatLine
                key={row.id}
                row={row}
                columns={columns}
                max={max}
                rowNumber={at}
                focused={focus.row === at ? focus.column : null}
                summary={row === summary}
                choices={choices && { headers: choices.headers, inputs: row === summary ? [] : choices.of(row.id) }}
                onClick={onCellClick === undefined ? undefined : (columnId) => onCellClick(row.id, columnId)}
                onFocus={(column) => setLast({ row: at, column })}
              />
            ))}
          </tbody>
        </table>
      </HeatTips>
    </div>
  );
}

function HeadCell({ text, className }: { readonly text: string; readonly className: string }) {
  return (
    <th
      scope="col"
      className={classes(
        "sticky top-0 z-10 h-7 bg-surface px-2 text-label font-regular whitespace-nowrap text-ink-2",
        className,
      )}
    >
      {text}
    </th>
  );
}
