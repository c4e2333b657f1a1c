import type { FileSketch, Reading } from "#src/domain/reading.ts";
import { classes } from "#src/ui/classes.ts";
import { useStrings } from "#src/ui/language.tsx";

import { columnWords } from "./columnWords.ts";
import { columnByPlace } from "./readings.ts";
import { strings } from "./strings.ts";

export interface SampleRowsProps {
  readonly sketch: FileSketch;
  readonly reading: Reading;
}

/** The first rows as they stand in the file; what is read stands out from what is not. */
export function SampleRows({ sketch, reading }: SampleRowsProps) {
  const words = useStrings(strings);
  const names = useStrings(columnWords);
  const byPlace = columnByPlace(sketch, reading);
  const headers = sketch.headers.map((header, place) => ({ header, place, id: `${place} ${header}` }));
  const rows = sketch.samples.map((cells, at) => ({ cells, id: `row ${at}` }));
  return (
    <div
      role="region"
      aria-label={words.sampleRows}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard scrolls it
      tabIndex={0}
      className="overflow-x-auto rounded-control border border-line"
    >
      <table className="min-w-full text-label whitespace-nowrap">
        <thead className="text-left">
          <tr>
            {headers.map(({ header, place, id }) => {
              const column = byPlace[place] ?? null;
              return (
                <th key={id} className={classes("px-3 py-1.5 align-top", column !== null && "bg-sunken")}>
                  <span className={classes("block font-medium", column === null && "text-ink-3")}>
                    {header.trim() === "" ? `#${place + 1}` : header}
                  </span>
                  <span className="block text-micro font-regular text-ink-3">
                    {column === null ? words.notUsed : names[column]}
                  </span>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ cells, id }) => (
            <tr key={id} className="border-t border-line">
              {headers.map(({ place, id: header }) => (
                <td
                  key={header}
                  title={cells[place]}
                  className={classes(
                    "max-w-56 truncate px-3 py-1",
                    byPlace[place] === null ? "text-ink-3" : "bg-sunken text-ink",
                  )}
                >
                  {cells[place] ?? ""}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
