import type { LenderTotals } from "./lenderTotals.ts";
import type { Registrations } from "./registrations.ts";
import { shareOf, type Share } from "./share.ts";

export interface FunnelStep {
  readonly step: "registered" | "firstLend" | "secondLend" | "held30" | "held90" | "held180";
  /** Null where it is not known. */
  readonly share: Share | null;
}

/**
 * From registering to staying (AQ1). Those who registered in the months are one crowd, asked for a first lend; those whose
 * first lend is in the months are the other, asked for all that follows.
 *
 * @param people  null when it is not known who registered
 */
export function funnelOf(people: Registrations | null, totals: LenderTotals): FunnelStep[] {
  const held = (point: number): Share => shareOf(totals.held[point]!.count, totals.held[point]!.of);
  return [
    { step: "registered", share: people && { ...shareOf(people.registered, people.registered), interval: null } },
    { step: "firstLend", share: people && shareOf(people.lent, people.registered) },
    { step: "secondLend", share: shareOf(totals.lentAgain, totals.newLenders) },
    { step: "held30", share: held(0) },
    { step: "held90", share: held(1) },
    { step: "held180", share: held(2) },
  ];
}
