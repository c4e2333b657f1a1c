import type { ProfitFigures } from "#src/engine/protocol.ts";
import { BarInCell } from "#src/ui/BarInCell.tsx";
import { classes } from "#src/ui/classes.ts";
import { useStrings } from "#src/ui/language.tsx";

import type { ProfitColumn } from "./profitColumns.ts";
import type { ProfitLine } from "./profitLine.ts";
import { strings } from "./strings.ts";

export const NAME_CELL = "sticky left-0 z-10 pr-3 pl-4 text-left";

const BAR_PX = 48;

export interface LineRowProps {
  readonly line: ProfitLine;
  readonly columns: readonly ProfitColumn[];
  readonly chosen: string;
  readonly onChoose: (line: ProfitLine) => void;
  readonly onLoans: (line: ProfitLine) => void;
}

const QUIET_LINK =
  "rounded-cell py-0.5 underline decoration-line-strong underline-offset-4 hover:decoration-ink coarse:py-2";

/** A line whose name chooses what is looked at, and whose number of loans leads to them. */
export function LineRow({ line, columns, chosen, onChoose, onLoans }: LineRowProps) {
  const words = useStrings(strings);
  const { name, figures } = line;
  const isChosen = line.id === chosen;
  return (
    <tr className={classes("group border-b border-line last:border-0 hover:bg-hover", isChosen && "bg-hover")}>
      <th
        scope="row"
        className={classes(
          NAME_CELL,
          "py-1.5 group-hover:bg-hover",
          isChosen ? "bg-hover font-strong" : "bg-surface font-medium",
        )}
      >
        <button
          type="button"
          aria-pressed={isChosen}
          title={words.choose(name)}
          onClick={() => onChoose(line)}
          className={classes(QUIET_LINK, "block max-w-28 truncate sm:max-w-56")}
        >
          {name}
        </button>
      </th>
      {columns.map((column) =>
        column.id === "loans" ? (
          <td key={column.id} className="px-2.5 py-1.5">
            <button
              type="button"
              title={words.seeLoans(name)}
              aria-label={`${column.text(figures)}: ${words.seeLoans(name)}`}
              onClick={() => onLoans(line)}
              className={QUIET_LINK}
            >
              {column.text(figures)}
            </button>
          </td>
        ) : (
          <FigureCell key={column.id} column={column} figures={figures} />
        ),
      )}
    </tr>
  );
}

function FigureCell({ column, figures }: { readonly column: ProfitColumn; readonly figures: ProfitFigures }) {
  const bar = column.bar?.(figures) ?? null;
  const why = column.why?.(figures) ?? null;
  const isBad = column.badBelowZero === true && (column.value(figures) ?? 0) < 0;
  return (
    <td className={classes("px-2.5 py-1.5 last:pr-4", isBad && "text-bad")} title={why ?? column.exact?.(figures)}>
      <span className="flex items-center justify-end gap-2">
        {bar !== null && (
          <span className="max-md:hidden">
            <BarInCell {...bar} widthPx={BAR_PX} />
          </span>
        )}
        {why === null ? (
          column.text(figures)
        ) : (
          <>
            <span aria-hidden>{column.text(figures)}</span>
            <span className="sr-only">{why}</span>
          </>
        )}
      </span>
    </td>
  );
}
