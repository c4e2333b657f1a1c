import type { ReactNode } from "react";

import { InfoPopover } from "./InfoPopover.tsx";
import type { Definition } from "./InfoPopover.tsx";

/** A row of figures; each is a `FigureTile`. */
export function FigureTiles({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <dl
      aria-label={label}
      className="grid grid-cols-[repeat(auto-fit,minmax(min(144px,100%),1fr))] gap-3 max-sm:grid-cols-2"
    >
      {children}
    </dl>
  );
}

export interface FigureTileProps {
  readonly name: string;
  readonly value: string;
  /** The exact figure where `value` is short. */
  readonly title?: string | undefined;
  /** A line under it. */
  readonly note?: ReactNode;
  readonly info?: Definition | undefined;
}

/** One figure with its name, inside `FigureTiles`. */
export function FigureTile({ name, value, title, note, info }: FigureTileProps) {
  return (
    <div className="card min-w-0 rounded-card border border-line bg-surface px-4 py-2.5">
      <dt className="flex min-h-6 items-center gap-1 text-label text-ink-2">
        <span className="truncate" title={name}>
          {name}
        </span>
        {info !== undefined && <InfoPopover definition={info} />}
      </dt>
      <dd className="truncate text-kpi font-strong" title={title}>
        {value}
      </dd>
      {note !== undefined && <dd className="text-label wrap-anywhere text-pretty text-ink-3">{note}</dd>}
    </div>
  );
}
