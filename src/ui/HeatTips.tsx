import type { ReactNode, SyntheticEvent } from "react";
import { lazy, Suspense, useState } from "react";

import { cellAt, parsePlace } from "./heatRows.ts";
import type { HeatColumn, HeatRow } from "./heatRows.ts";

const HeatTip = lazy(async () => ({ default: (await import("./HeatTip.tsx")).HeatTip }));

export interface HeatTipsProps {
  readonly columns: readonly HeatColumn[];
  readonly rows: readonly HeatRow[];
  /** The table; it is not drawn anew when the tooltip moves. */
  readonly children: ReactNode;
}

/** One tooltip for a table of hundreds of cells, on hover and on focus. Screen readers have its words from the cell. */
export function HeatTips({ columns, rows, children }: HeatTipsProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const place = anchor?.dataset["place"] === undefined ? undefined : parsePlace(anchor.dataset["place"]);
  const cell = place === undefined ? undefined : cellAt(rows, place);

  function point({ target }: SyntheticEvent) {
    setAnchor(target instanceof Element ? target.closest<HTMLElement>("[data-place]") : null);
  }

  function leave() {
    setAnchor(null);
  }

  return (
    <div
      role="presentation"
      onMouseOver={point}
      onMouseLeave={leave}
      onFocus={point}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === "Escape") leave();
      }}
    >
      {children}
      {anchor !== null && place !== undefined && cell !== undefined && (
        <Suspense>
          <HeatTip
            anchor={anchor}
            title={`${rows[place.row]?.label ?? ""} · ${columns[place.column]?.label ?? ""}`}
            cell={cell}
          />
        </Suspense>
      )}
    </div>
  );
}
