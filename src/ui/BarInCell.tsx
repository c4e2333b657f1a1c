import { toneColour } from "./tones.ts";
import type { SeriesTone } from "./tones.ts";

export interface BarInCellProps {
  /** Of the full width, 0 to 1; more is cut. */
  readonly share: number | null;
  readonly tone: SeriesTone;
  /** Where a tick stands, of the full width. */
  readonly tick?: number | undefined;
  readonly widthPx?: number | undefined;
}

function percentOf(share: number): string {
  return `${Math.min(1, Math.max(0, share)) * 100}%`;
}

/** Decoration beside a printed figure, so hidden from screen readers. */
export function BarInCell({ share, tone, tick, widthPx = 96 }: BarInCellProps) {
  return (
    <span
      aria-hidden
      className="keeps-colour relative inline-block h-2 rounded-full bg-sunken align-middle"
      style={{ width: widthPx }}
    >
      <span
        className="absolute inset-y-0 left-0 rounded-full"
        style={{ width: percentOf(share ?? 0), background: toneColour(tone) }}
      />
      {tick !== undefined && <span className="absolute -inset-y-1 w-px bg-ink" style={{ left: percentOf(tick) }} />}
    </span>
  );
}
