import { classes } from "./classes.ts";
import { useFormat } from "./language.tsx";
import { scrollCue } from "./scrollCue.ts";
import { cellText, isNumeric } from "./tableModel.ts";
import type { TableModel } from "./tableModel.ts";

/** What a figure leads to. */
export interface CellLead {
  /** What is there, said after the figure. */
  readonly name: string;
  readonly open: () => void;
}

export interface TwinTableProps {
  readonly model: TableModel;
  readonly heightPx?: number | undefined;
  /** What is behind a cell, by the place of its row and the id of its column; undefined where nothing is. */
  readonly leadOf?: ((row: number, column: string) => CellLead | undefined) | undefined;
}

/** A chart as a table. It scrolls inside its card. */
export function TwinTable({ model, heightPx, leadOf }: TwinTableProps) {
  const format = useFormat();
  return (
    <div
      ref={scrollCue}
      role="region"
      aria-label={model.caption}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard
      tabIndex={0}
      className="scroll-cue overflow-auto rounded-control border border-line"
      style={{ height: heightPx }}
    >
      <table className="w-full border-separate border-spacing-0 text-body">
        <caption className="sr-only">{model.caption}</caption>
        <thead>
          <tr>
            {model.columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className={classes(
                  "sticky top-0 border-b border-line bg-surface px-3 py-1.5 text-label font-medium whitespace-nowrap text-ink-2",
                  isNumeric(column.type) ? "text-right" : "text-left",
                )}
              >
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {model.rows.map((row, place) => (
            <tr key={String(row[0])} className="hover:bg-hover">
              {model.columns.map((column, at) => {
                const text = cellText(row[at] ?? null, column.type, format);
                const inside = <CellText text={text} lead={leadOf?.(place, column.id)} />;
                const className = classes(
                  "border-b border-line px-3 py-1.5 whitespace-nowrap",
                  isNumeric(column.type) && "text-right",
                );
                return at === 0 ? (
                  <th key={column.id} scope="row" className={classes(className, "text-left font-medium")}>
                    {inside}
                  </th>
                ) : (
                  <td key={column.id} className={className}>
                    {inside}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function CellText({ text, lead }: { readonly text: string; readonly lead: CellLead | undefined }) {
  if (lead === undefined) return text;
  return (
    <button
      type="button"
      onClick={lead.open}
      aria-label={`${text}: ${lead.name}`}
      title={lead.name}
      className="min-h-6 underline decoration-line-strong underline-offset-4 hover:decoration-ink"
    >
      {text}
    </button>
  );
}
