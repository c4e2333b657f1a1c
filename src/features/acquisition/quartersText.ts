import type { AcquisitionResult } from "#src/engine/protocol.ts";

import type { Spoken } from "./figures.ts";

type Quarters = Pick<NonNullable<AcquisitionResult["timeToFirst"]>, "p25" | "p50" | "p75">;

/**
 * "half on the same day, three quarters within 3 days": of quarters that take as long only the last is named. "—" when
 * none is known.
 */
export function quartersText({ p25, p50, p75 }: Quarters, { words, format }: Spoken): string {
  const { quarters } = words;
  const lastOfDays = new Map([
    [p25, quarters.p25],
    [p50, quarters.p50],
    [p75, quarters.p75],
  ]);
  const parts = [...lastOfDays].flatMap(([days, share]) => {
    if (days === null) return [];
    return [days === 0 ? words.reachedSameDay(share) : words.reachedWithin(share, format.days(days))];
  });
  return parts.length === 0 ? format.number(null) : words.reachedJoined(parts);
}
