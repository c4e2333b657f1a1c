import { OVERDUE_BUCKETS } from "#src/domain/loans.ts";
import type { OverdueBucket } from "#src/engine/protocol.ts";
import { classes } from "#src/ui/classes.ts";
import { plural, useFormat, useStrings } from "#src/ui/language.tsx";
import { ScrollTable } from "#src/ui/ScrollTable.tsx";
import { toneColour, type SeriesTone } from "#src/ui/tones.ts";

import { productName } from "./figures.ts";
import type { OverdueModel, OverdueRow } from "./overdueModel.ts";
import { strings } from "./strings.ts";

/** The later, the stronger; what is called bad has the colour of what leaves. */
export const BUCKET_TONES: Readonly<Record<OverdueBucket, SeriesTone>> = {
  on_time: "neutral",
  "1_30": "ramp5",
  "31_60": "ramp3",
  "61_90": "ramp1",
  over_90: "exits",
};

export interface OverdueTableProps {
  readonly model: OverdueModel;
  /** Undefined for all that is not repaid. */
  readonly onFigure: (row: OverdueRow, bucket: OverdueBucket | undefined) => void;
}

const NAME_CELL = "sticky left-0 z-10 bg-surface pr-3 pl-4 text-left";
const HEAD_CELL = "px-2.5 py-1.5 font-medium last:pr-4";

/** Principal not repaid by product and days overdue; every figure is a way to its loans. */
export function OverdueTable({ model, onFigure }: OverdueTableProps) {
  const words = useStrings(strings);
  return (
    <ScrollTable name={words.overdue}>
      <table className="w-full text-right whitespace-nowrap">
        <caption className="sr-only">{words.overdue}</caption>
        <thead className="text-label text-ink-2">
          <tr className="border-y border-line">
            <th scope="col" className={classes(NAME_CELL, "py-1.5 font-medium")}>
              {words.product}
            </th>
            <th scope="col" className={HEAD_CELL}>
              {words.owed}
            </th>
            <th scope="col" className={classes(HEAD_CELL, "text-left")}>
              {words.spread}
            </th>
            {OVERDUE_BUCKETS.map((bucket) => (
              <th key={bucket} scope="col" className={HEAD_CELL}>
                {words.buckets[bucket]}
              </th>
            ))}
            <th scope="col" className={HEAD_CELL}>
              {words.over90Share}
            </th>
          </tr>
        </thead>
        <tbody>
          {model.rows.map((row) => (
            <OverdueLine key={row.product} row={row} onFigure={onFigure} />
          ))}
        </tbody>
        {model.rows.length > 1 && (
          <tfoot className="font-strong">
            <OverdueLine row={model.total} onFigure={onFigure} />
          </tfoot>
        )}
      </table>
    </ScrollTable>
  );
}

interface OverdueLineProps extends Pick<OverdueTableProps, "onFigure"> {
  readonly row: OverdueRow;
}

function OverdueLine({ row, onFigure }: OverdueLineProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const { share } = row.cells.over_90;
  const name = row.product === undefined ? words.total : productName(row.product, words);
  return (
    <tr className="group border-b border-line last:border-0 hover:bg-hover">
      <th scope="row" className={classes(NAME_CELL, "py-1.5 font-medium group-hover:bg-hover")}>
        <span className="block max-w-28 truncate sm:max-w-56" title={name}>
          {name}
        </span>
      </th>
      <Figure row={row} bucket={undefined} onFigure={onFigure} />
      <td className="px-2.5 text-left">
        <BucketBar row={row} />
      </td>
      {OVERDUE_BUCKETS.map((bucket) => (
        <Figure key={bucket} row={row} bucket={bucket} onFigure={onFigure} />
      ))}
      <td className={classes("px-2.5 pr-4", (share ?? 0) > 0 && "font-strong text-bad")}>{format.percent(share)}</td>
    </tr>
  );
}

interface FigureProps extends OverdueLineProps {
  readonly bucket: OverdueBucket | undefined;
}

function Figure({ row, bucket, onFigure }: FigureProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const { owed, loans } = bucket === undefined ? row : row.cells[bucket];
  const name = row.product === undefined ? words.total : productName(row.product, words);
  const what = bucket === undefined ? words.owed : words.buckets[bucket];
  const count = plural(format.language, loans, words.loanCount).replace("#", format.count(loans));
  return (
    <td className={classes("px-2.5 py-1", bucket === "over_90" && owed > 0 && "text-bad")}>
      {loans === 0 ? (
        <span className="text-ink-3">{format.money(owed)}</span>
      ) : (
        <button
          type="button"
          title={`${format.moneyExact(owed)} · ${count}`}
          aria-label={`${name}, ${what}: ${format.money(owed)}, ${count}`}
          onClick={() => onFigure(row, bucket)}
          className="min-h-6 rounded-cell decoration-line-strong underline-offset-4 hover:underline coarse:min-h-9"
        >
          {format.money(owed)}
        </button>
      )}
    </td>
  );
}

const BAR_PX = 120;

/** The same as the figures beside it, so hidden from screen readers. */
function BucketBar({ row }: { readonly row: OverdueRow }) {
  return (
    <span
      aria-hidden
      className="keeps-colour inline-flex h-2.5 overflow-hidden rounded-full bg-sunken align-middle"
      style={{ width: BAR_PX }}
    >
      {OVERDUE_BUCKETS.map((bucket) => (
        <span
          key={bucket}
          style={{ width: `${(row.cells[bucket].share ?? 0) * 100}%`, background: toneColour(BUCKET_TONES[bucket]) }}
        />
      ))}
    </span>
  );
}
