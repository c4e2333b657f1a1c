import { monthOf } from "#src/domain/calendar.ts";

import { growthClass, type GrowthClass } from "./growthClass.ts";
import type { LenderMonth } from "./lenderMonths.ts";
import { KIND, type LenderProfiles } from "./lenderProfiles.ts";
import { firstLendDay } from "./newVsReturning.ts";

/** The lenders that growth accounting puts in a class in a month (GA2): 1 by lender code. */
export function lendersInClass(profiles: LenderProfiles, table: LenderMonth, wanted: GrowthClass): Uint8Array {
  const lenders = new Uint8Array(profiles.kind.length);
  const openings = new Map<number, number>();
  table.openings.entry.forEach((entry, place) => openings.set(entry, table.openings.amount[place]!));
  table.lender.forEach((lender, entry) => {
    const open = table.openBalance[entry]! + (openings.get(entry) ?? 0);
    const begins = profiles.kind[lender] === KIND.lent && monthOf(firstLendDay(profiles, lender)) === table.month;
    if (growthClass(open, table.balance[entry]!, begins) === wanted) lenders[lender] = 1;
  });
  return lenders;
}
