import { addMonths, civilDate, dayOf, monthOf, monthStart } from "#src/domain/calendar.ts";
import type { Period } from "#src/domain/period.ts";
import { epochDay, type EpochDay } from "#src/domain/units.ts";

import type { Preset } from "./search.ts";

/** The days that a preset means, ending on the last day of data. */
export function presetPeriod(preset: Preset, firstDay: EpochDay, asOf: EpochDay): Period {
  const from = presetStart(preset, firstDay, asOf);
  return { from: epochDay(Math.max(from, firstDay)), to: asOf };
}

function presetStart(preset: Preset, firstDay: EpochDay, asOf: EpochDay): EpochDay {
  const { year, month } = civilDate(asOf);
  switch (preset) {
    case "7d":
      return epochDay(asOf - 6);
    case "30d":
      return epochDay(asOf - 29);
    case "90d":
      return epochDay(asOf - 89);
    case "12m":
      return epochDay(addMonths(asOf, -12) + 1);
    case "mtd":
      return monthStart(monthOf(asOf));
    case "qtd":
      return dayOf(year, month - ((month - 1) % 3), 1);
    case "ytd":
      return dayOf(year, 1, 1);
    case "all":
      return firstDay;
  }
}
