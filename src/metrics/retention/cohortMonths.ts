import { monthOf } from "#src/domain/calendar.ts";
import { epochDay } from "#src/domain/units.ts";
import { COHORT_BEFORE } from "#src/metrics/cohortCube.ts";
import { KIND, type LenderProfiles } from "#src/metrics/lenderProfiles.ts";
import type { AgeCube } from "#src/metrics/lenders/lenderBook.ts";
import { firstLendDay } from "#src/metrics/newVsReturning.ts";

/** The month of the first lend by lender code; `COHORT_BEFORE` for everybody who is in no cohort (CO1, CO5). */
export function cohortMonths(profiles: LenderProfiles): Int32Array {
  const months = new Int32Array(profiles.kind.length).fill(COHORT_BEFORE);
  // Months of days are asked for once a day, not once a lender.
  const monthByDay = new Map<number, number>();
  for (let lender = 0; lender < months.length; lender++) {
    if (profiles.kind[lender] !== KIND.lent) continue;
    const day = firstLendDay(profiles, lender);
    const month = monthByDay.get(day) ?? monthOf(epochDay(day));
    monthByDay.set(day, month);
    months[lender] = month;
  }
  return months;
}

/** How many ages every cohort has behind it, by its month; one that is running has none. */
export function observedAges({ segments, cohort, start }: AgeCube): ReadonlyMap<number, number> {
  const ages = new Map<number, number>();
  for (let segment = 0; segment < segments; segment++) {
    const month = cohort[segment]!;
    ages.set(month, Math.max(ages.get(month) ?? 0, start[segment + 1]! - start[segment]!));
  }
  return ages;
}
