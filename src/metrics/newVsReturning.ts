import { SECONDS_A_DAY } from "#src/domain/calendar.ts";
import type { NewRule } from "#src/domain/switches.ts";
import { epochDay, type EpochDay } from "#src/domain/units.ts";

import { KIND, type LenderProfiles } from "./lenderProfiles.ts";

/** The day of a lender's first lend, transfer in or opening; the lender must have one. */
export function firstLendDay(profiles: LenderProfiles, lender: number): EpochDay {
  return epochDay(Math.floor(profiles.firstInstant[lender]! / SECONDS_A_DAY));
}

/**
 * Whether volume of a lender at an instant is new volume.
 *
 * A lender of before history is never new. Lots split from one order share the instant and are all
 * new (NR1); under `first_day` the rest of that day is new as well (NR2).
 */
// oxlint-disable-next-line max-params -- asked once a row; an object a row would be garbage
export function isNewVolume(profiles: LenderProfiles, lender: number, instant: number, newRule: NewRule): boolean {
  if (profiles.kind[lender] !== KIND.lent) return false;
  if (newRule === "first_instant") return instant === profiles.firstInstant[lender];
  return Math.floor(instant / SECONDS_A_DAY) === firstLendDay(profiles, lender);
}
