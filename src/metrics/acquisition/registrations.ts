import { epochDay } from "#src/domain/units.ts";

import { KIND } from "#src/metrics/lenderProfiles.ts";
import {
  codeOfEntry,
  daysOfMonths,
  rememberedMonths,
  type AcquisitionSources,
  type LenderDimension,
} from "./lenderGroups.ts";

/** People who registered in some months. */
export interface Registrations {
  readonly registered: number;
  /** Those of them who have lent by the book's day, whenever it was. */
  readonly lent: number;
}

/**
 * Who registered in the months asked for, by the code of a dimension; here a month is that of the registration.
 *
 * @returns null where it is not known: without a lenders dataset, and by product, which only a lend has
 */
export function registrations(
  dimension: LenderDimension,
  sources: AcquisitionSources,
): Map<number, Registrations> | null {
  const { directory, profiles, kept, months, book } = sources;
  if (!directory.isKnown || dimension === "product") return null;
  const monthOfDay = rememberedMonths(book.asOf);
  const { from, to } = daysOfMonths(months, book.asOf);
  const codeOf =
    dimension === "month"
      ? (entry: number) => monthOfDay(epochDay(directory.registeredDay[entry]!))
      : codeOfEntry(dimension, sources);
  const counts = new Map<number, { registered: number; lent: number }>();
  for (let entry = 0; entry < directory.entries; entry++) {
    const day = directory.registeredDay[entry]!;
    if (directory.isRegistered[entry] === 0 || day < from || day > to || kept?.[entry] === 0) continue;
    const code = codeOf(entry);
    let count = counts.get(code);
    if (!count) counts.set(code, (count = { registered: 0, lent: 0 }));
    count.registered++;
    const kind = profiles.kind[entry];
    if (kind === KIND.lent || kind === KIND.before) count.lent++;
  }
  return counts;
}
