import type { ActivationResult } from "#src/engine/protocol.ts";
import type { Format } from "#src/ui/format.ts";

export type Best = NonNullable<ActivationResult["best"]>;

interface Interval {
  readonly low: number;
  readonly high: number;
}

export function percentInterval({ low, high }: Interval, format: Format): string {
  return `${format.percent(low)} – ${format.percent(high)}`;
}

export function ratioInterval({ low, high }: Interval, format: Format): string {
  return `${format.ratioX(low)} – ${format.ratioX(high)}`;
}

/** A score runs from −1 to 1. */
export function scoreText(score: number, format: Format): string {
  return format.number(score, 2);
}
