import { monthEnd, monthOf, monthStart, type MonthNumber } from "#src/domain/calendar.ts";
import type { Period } from "#src/domain/period.ts";
import { epochDay, type EpochDay } from "#src/domain/units.ts";

import { KIND, type LenderProfiles } from "#src/metrics/lenderProfiles.ts";
import type { AgeCube, LenderBook } from "#src/metrics/lenders/lenderBook.ts";
import type { LenderDirectory } from "#src/metrics/lenders/lenderDirectory.ts";
import { firstLendDay } from "#src/metrics/newVsReturning.ts";

/** What lenders may have in common, fixed at the first lend; `all` puts everybody together. */
export type LenderDimension = "channel" | "kind" | "campaign" | "product" | "month" | "all";

/** Months, first and last included; empty when the last is before the first. */
export interface MonthSpan {
  readonly from: MonthNumber;
  readonly to: MonthNumber;
}

/** Who figures of acquisition are about. */
export interface AcquisitionSources {
  readonly book: LenderBook;
  readonly profiles: LenderProfiles;
  readonly directory: LenderDirectory;
  /** By entry of the directory, 1 = keep; undefined keeps all. */
  readonly kept: Uint8Array | undefined;
  /** Months of first lending. */
  readonly months: MonthSpan;
}

/** Code of an entry in a dimension; a month is its own code. Those who never lent have no product and no month. */
export function codeOfEntry(dimension: LenderDimension, sources: AcquisitionSources): (entry: number) => number {
  const { directory, profiles } = sources;
  switch (dimension) {
    case "channel":
      return (entry) => directory.channel[entry]!;
    case "kind":
      return (entry) => directory.kind[entry]!;
    case "campaign":
      return (entry) => directory.campaign[entry]!;
    case "product":
      return (lender) => profiles.firstProduct[lender]!;
    case "month":
      return (lender) => monthOf(firstLendDay(profiles, lender));
    case "all":
      return () => 0;
  }
}

/** The same for a segment of an age cube. */
export function codesOfSegments(
  dimension: LenderDimension,
  cube: AgeCube,
): { readonly [segment: number]: number | undefined } {
  switch (dimension) {
    case "channel":
      return cube.channel;
    case "kind":
      return cube.kind;
    case "campaign":
      return cube.campaign;
    case "product":
      return cube.firstProduct;
    case "month":
      return cube.cohort;
    case "all":
      return new Uint8Array(cube.segments);
  }
}

/** Hands over every new lender of the months and the day of the first lend; lenders of before history are not new. */
export function eachNewLender(
  { profiles, kept, months, book }: AcquisitionSources,
  take: (lender: number, firstDay: EpochDay) => void,
): void {
  const { from, to } = daysOfMonths(months, book.asOf);
  const { kind } = profiles;
  for (let lender = 0; lender < kind.length; lender++) {
    if (kind[lender] !== KIND.lent || kept?.[lender] === 0) continue;
    const day = firstLendDay(profiles, lender);
    if (day >= from && day <= to) take(lender, day);
  }
}

/** The days of some months up to the last day that counts; empty when none does. */
export function daysOfMonths({ from, to }: MonthSpan, asOf: EpochDay): Period {
  return { from: monthStart(from), to: epochDay(Math.min(monthEnd(to), asOf)) };
}

/** `monthOf` for days from 1970 to the last that counts, asked once a day and not once a lender. */
export function rememberedMonths(lastDay: EpochDay): (day: EpochDay) => MonthNumber {
  const months = new Int32Array(lastDay + 1);
  return (day) => months[day]! || (months[day] = monthOf(day));
}
