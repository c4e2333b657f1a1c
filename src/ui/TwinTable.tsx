import { classes } from "./classes.ts";
import { useFormat } from "./language.tsx";
import { cellText, isNumeric } from "./tableModel.ts";
import type { TableModel } from "./tableModel.ts";

export interface TwinTableProps {
  readonly model: TableModel;
  readonly heightPx?: number | undefined;
  /** Opens what is behind a row, by its place; undefined where nothing is. */
  readonly leadOf?: ((row: number) => (() => void) | undefined) | undefined;
}

/** A chart as a table. It scrolls inside its card. */
export function TwinTable({ model, heightPx, leadOf }: TwinTableProps) {
  const format = useFormat();
  return (
    <div
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
                const className = classes(
                  "border-b border-line px-3 py-1.5 whitespace-nowrap",
                  isNumeric(column.type) && "text-right",
                );
                return at === 0 ? (
                  <th key={column.id} scope="row" className={classes(className, "text-left font-medium")}>
                    <RowName text={text} lead={leadOf?.(place)} />
                  </th>
                ) : (
                  <td key={column.id} className={className}>
                    {text}
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

function RowName({ text, lead }: { readonly text: string; readonly lead: (() => void) | undefined }) {
  if (lead === undefined) return text;
  return (
    <button
      type="button"
      onClick={lead}
      className="min-h-6 underline decoration-line-strong underline-offset-4 hover:decoration-ink"
    >
      {text}
    </button>
  );
}
