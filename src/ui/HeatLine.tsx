import type { ReactNode } from "react";

import { classes } from "./classes.ts";
import type { HeatCell, HeatColumn, HeatRow } from "./heatRows.ts";
import { cellColour, placeName } from "./heatRows.ts";
import { useFormat } from "./language.tsx";
import { NOTHING } from "./signs.ts";

export interface HeatLineProps {
  readonly row: HeatRow;
  readonly rowNumber: number;
  readonly columns: readonly HeatColumn[];
  readonly max: number;
  readonly summary: boolean;
  /** What can be chosen of the row, under its headers; a summary has none. */
  readonly choices: { readonly headers: readonly string[]; readonly inputs: readonly ReactNode[] } | undefined;
  /** The column that the tab key reaches, if it is in this row. */
  readonly focused: number | null;
  readonly onClick: ((columnId: string) => void) | undefined;
  readonly onFocus: (column: number) => void;
}

export function HeatLine({ row, columns, summary, choices, ...cellProps }: HeatLineProps) {
  const format = useFormat();
  const observed = row.cells.findLastIndex((cell) => cell !== null) + 1;
  return (
    <tr className={summary ? "[&>*]:border-t [&>*]:border-line" : undefined}>
      <th
        scope="row"
        className={classes(
          "sticky left-0 z-10 h-8 bg-surface pr-3 pl-2 text-left font-medium whitespace-nowrap",
          row.small && "text-ink-3",
        )}
      >
        {row.label}
      </th>
      <td className={classes("px-2 text-right", row.small ? "text-ink-3" : "text-ink-2")}>{format.count(row.size)}</td>
      {choices?.headers.map((header, at) => (
        <td key={header} className="px-2 text-center">
          {choices.inputs[at]}
        </td>
      ))}
      {columns.slice(0, observed).map((column, at) => {
        const cell = row.cells[at];
        return cell === undefined || cell === null ? (
          <td key={column.id}>
            <span className="sr-only">{NOTHING}</span>
          </td>
        ) : (
          <Cell key={column.id} {...cellProps} cell={cell} row={row} columnNumber={at} column={column} />
        );
      })}
    </tr>
  );
}

interface CellProps extends Omit<HeatLineProps, "columns" | "summary" | "choices"> {
  readonly cell: HeatCell;
  readonly column: HeatColumn;
  readonly columnNumber: number;
}

function Cell({ cell, row, rowNumber, column, columnNumber, max, focused, onClick, onFocus }: CellProps) {
  const words = [
    `${row.label}, ${column.label}: ${cell.text}`,
    ...cell.lines.map((line) => `${line.label} ${line.value}`),
  ];
  return (
    <td className="p-0">
      <button
        type="button"
        data-place={placeName({ row: rowNumber, column: columnNumber })}
        tabIndex={focused === columnNumber ? 0 : -1}
        aria-label={words.join("; ")}
        onClick={() => onClick?.(column.id)}
        onFocus={() => onFocus(columnNumber)}
        className={classes(
          "keeps-colour block h-8 w-full min-w-12 rounded-cell px-1.5 text-center hover:outline-1 hover:outline-ink-3 focus-visible:outline-2!",
          row.small ? "text-ink-2" : "text-ink",
          onClick !== undefined && "cursor-pointer",
          cell.outlined === true && "inset-ring-2 inset-ring-ink",
        )}
        style={{ background: cellColour(cell, { small: row.small, max }) }}
      >
        {cell.text}
      </button>
    </td>
  );
}
