import { classes } from "./classes.ts";
import { toneColour } from "./tones.ts";
import type { SeriesTone } from "./tones.ts";

export interface BulletBarProps {
  /** Of the target, from 0; beyond 1 the bar is drawn shorter, so that all of it is in sight. */
  readonly share: number;
  /** Where it would be by now, of the target; null draws no tick. */
  readonly expected: number | null;
  readonly tone: SeriesTone;
  readonly thin?: boolean | undefined;
}

/** How much of a target is there. Decoration beside printed figures, so hidden from screen readers. */
export function BulletBar({ share, expected, tone, thin = false }: BulletBarProps) {
  const whole = Math.max(1, share);
  const at = (part: number): string => `${(Math.min(whole, Math.max(0, part)) / whole) * 100}%`;
  const reach = thin ? "-inset-y-[2px]" : "-inset-y-1";
  return (
    <span
      aria-hidden
      className={classes("keeps-colour relative block w-full rounded-full bg-sunken", thin ? "h-[3px]" : "h-2")}
    >
      <span
        className="absolute inset-y-0 left-0 rounded-full"
        style={{ width: at(share), background: toneColour(tone) }}
      />
      {whole > 1 && <span className={classes("absolute w-0.5 bg-surface", reach)} style={{ left: at(1) }} />}
      {expected !== null && <span className={classes("absolute w-px bg-ink", reach)} style={{ left: at(expected) }} />}
    </span>
  );
}
