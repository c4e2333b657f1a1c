import { Link } from "@tanstack/react-router";

import { classes } from "#src/ui/classes.ts";
import { useStrings } from "#src/ui/language.tsx";
import { Mark } from "#src/ui/Legend.tsx";

import type { FigureCell, FigureRow } from "./figureRows.ts";
import { sideTone } from "./sideLabel.ts";
import type { lendersSearch } from "./sideLenders.ts";
import { strings } from "./strings.ts";

interface SideHead {
  readonly name: string;
  /** The lenders it counts. */
  readonly search: ReturnType<typeof lendersSearch>;
  /** Few lenders stand behind it: grey. */
  readonly isSmall: boolean;
}

export interface SidesTableProps {
  readonly heads: readonly SideHead[];
  readonly rows: readonly FigureRow[];
}

/** A column a side. */
export function SidesTable({ heads, rows }: SidesTableProps) {
  const words = useStrings(strings);
  return (
    <table className="w-full table-fixed text-right">
      <caption className="sr-only">{words.title}</caption>
      <thead>
        <tr className="border-y border-line">
          <th scope="col" className="w-48 py-2 pr-3 pl-4 text-left text-label font-medium text-ink-2">
            {words.figure}
          </th>
          {heads.map((head, place) => (
            <th key={head.name} scope="col" className="py-2 pr-4 pl-2 font-medium">
              <HeadLink head={head} place={place} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className="border-b border-line align-top last:border-0 hover:bg-hover">
            <th scope="row" title={row.title} className="py-1.5 pr-3 pl-4 text-left font-medium text-ink-2">
              {row.name}
            </th>
            {row.cells.map((cell, place) => (
              <td key={heads[place]?.name} className={classes("py-1.5 pr-4", heads[place]?.isSmall && "text-ink-3")}>
                <Figure cell={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The sides one under the other, for phones. */
export function SidesStack({ heads, rows }: SidesTableProps) {
  return (
    <ul className="flex flex-col divide-y divide-line border-t border-line">
      {heads.map((head, place) => (
        <li key={head.name} className="flex flex-col gap-1 px-4 py-3">
          <HeadLink head={head} place={place} />
          <dl className={classes("grid grid-cols-[1fr_auto] gap-x-4 gap-y-0.5", head.isSmall && "text-ink-3")}>
            {rows.map((row) => (
              <div key={row.id} className="contents">
                <dt className="text-ink-2">{row.name}</dt>
                <dd className="text-right">
                  <Figure cell={row.cells[place]} />
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

function HeadLink({ head, place }: { readonly head: SideHead; readonly place: number }) {
  const words = useStrings(strings);
  return (
    <span className="inline-flex max-w-full min-w-0 items-center gap-1.5">
      <Mark mark="line" tone={sideTone(place)} />
      <Link
        to="/lenders"
        search={head.search}
        title={head.isSmall ? `${head.name}: ${words.small}` : head.name}
        className="min-w-0 truncate rounded-cell py-0.5 font-strong decoration-line-strong underline-offset-4 hover:underline coarse:py-2"
      >
        {head.name}
      </Link>
    </span>
  );
}

function Figure({ cell }: { readonly cell: FigureCell | undefined }) {
  if (cell === undefined) return null;
  return (
    <span title={cell.exact}>
      {cell.text}
      {cell.below !== null && <span className="block text-micro font-regular text-ink-3">{cell.below}</span>}
    </span>
  );
}
