import { Tooltip } from "@base-ui/react/tooltip";

import type { HeatCell } from "./heatRows.ts";

export interface HeatTipProps {
  readonly anchor: HTMLElement;
  readonly title: string;
  readonly cell: HeatCell;
}

/** Loaded when a cell is first pointed at. */
export function HeatTip({ anchor, title, cell }: HeatTipProps) {
  return (
    <Tooltip.Root open>
      <Tooltip.Portal>
        <Tooltip.Positioner anchor={anchor} side="top" sideOffset={6} className="pointer-events-none z-50">
          <Tooltip.Popup className="popup px-3 py-2 text-label" aria-hidden>
            <p className="flex justify-between gap-6 text-ink-2">
              {title} <span className="font-strong text-ink">{cell.text}</span>
            </p>
            {cell.lines.length > 0 && (
              <dl className="mt-1.5 grid grid-cols-[1fr_auto] gap-x-6 gap-y-0.5 border-t border-line pt-1.5">
                {cell.lines.map((line) => (
                  <div key={line.label} className="contents">
                    <dt className="text-ink-2">{line.label}</dt>
                    <dd className="text-right font-medium">{line.value}</dd>
                  </div>
                ))}
              </dl>
            )}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
