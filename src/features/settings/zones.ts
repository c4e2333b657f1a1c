import { DEFAULT_ZONE } from "#src/domain/calendar.ts";
import type { SelectOption } from "#src/ui/Select.tsx";

/** The browser's IANA zones, the default first; the one in force is there even if the browser does not list it. */
export function zoneOptions(current: string, known: readonly string[]): readonly SelectOption<string>[] {
  const names = [...new Set([DEFAULT_ZONE, current, ...known])];
  return names.map((name) => ({ value: name, label: name.replaceAll("_", " ") }));
}

/** Percent a year as typed, from whole parts per million. */
export function percentOfPpm(ppm: number | null): number | null {
  return ppm === null ? null : ppm / 10_000;
}

/** Whole parts per million of a percentage; null stays unknown. */
export function ppmOfPercent(percent: number | null): number | null {
  return percent === null ? null : Math.round(percent * 10_000);
}
