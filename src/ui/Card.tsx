import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useId } from "react";

import { classes } from "./classes.ts";
import { InfoPopover } from "./InfoPopover.tsx";
import type { Definition } from "./InfoPopover.tsx";
import { Legend } from "./Legend.tsx";
import type { LegendItem } from "./Legend.tsx";
import { Tooltip } from "./Tooltip.tsx";

export interface CardProps {
  readonly title: string;
  readonly subtitle?: ReactNode;
  readonly legend?: readonly LegendItem[] | undefined;
  readonly info?: Definition | undefined;
  /** At the upper right: a segmented control, the card menu. */
  readonly actions?: ReactNode;
  /** Under a hairline. */
  readonly footer?: ReactNode;
  /** Why the figures in it are to be read with care; shown as an amber corner. */
  readonly flagged?: string | undefined;
  readonly children: ReactNode;
  /** False lets a table reach the card's edges. */
  readonly padded?: boolean | undefined;
  readonly className?: string | undefined;
}

export function Card(props: CardProps) {
  const { title, subtitle, legend, info, actions, footer, flagged, children, padded = true, className } = props;
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className={classes("card relative flex min-w-0 flex-col rounded-card border border-line bg-surface", className)}
    >
      <header className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-1 px-4 pt-2.5 pb-1.5">
        <div className="flex min-w-0 items-center gap-1">
          <h2 id={id} className="truncate text-card font-strong">
            {title}
          </h2>
          {info !== undefined && <InfoPopover definition={info} />}
          {flagged !== undefined && <Flag reason={flagged} />}
        </div>
        {legend !== undefined && legend.length > 0 && <Legend items={legend} />}
        {actions !== undefined && (
          <div className="no-print ml-auto flex max-w-full flex-wrap items-center justify-end gap-1.5">{actions}</div>
        )}
        {subtitle !== undefined && <p className="-mt-1 basis-full text-label text-ink-3">{subtitle}</p>}
      </header>
      <div className={classes("min-w-0 flex-1", padded && "px-4 pb-4")}>{children}</div>
      {footer !== undefined && (
        <footer className="border-t border-line px-4 py-2.5 text-body text-ink-2">{footer}</footer>
      )}
    </section>
  );
}

function Flag({ reason }: { readonly reason: string }) {
  return (
    <Tooltip text={reason}>
      <button
        type="button"
        aria-label={reason}
        className="flex size-6 items-center justify-center rounded-control text-warn"
      >
        <TriangleAlert size={14} aria-hidden />
      </button>
    </Tooltip>
  );
}
