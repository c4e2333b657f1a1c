import type { LenderMonth } from "#src/metrics/lenderMonths.ts";
import type { LenderProfiles } from "#src/metrics/lenderProfiles.ts";

import { balanceSums, type BalanceSums } from "./balanceSums.ts";
import { cohortMonths } from "./cohortMonths.ts";
import { drawnBalances } from "./drawnBalances.ts";

/** Of more lenders with a balance, nothing is drawn: the interval is linearised. */
const MOST_DRAWN = 500;

/** How the balance of one cohort varies from lender to lender, by age from 0. */
export interface CohortBalances {
  /** Code of the channel or first product; null when not split. */
  readonly code: number | null;
  /** Number of the month of first lending. */
  readonly cohort: number;
  readonly sums: readonly BalanceSums[];
  /** Fen by draw; undefined for more than `MOST_DRAWN` lenders. */
  readonly drawn: readonly Float64Array[] | undefined;
}

export interface CohortBalancesQuery {
  readonly profiles: LenderProfiles;
  readonly splitBy: "none" | "channel" | "product";
  /** By code, 1 = keep; undefined keeps all. */
  readonly keepChannel: Uint8Array | undefined;
}

/**
 * The balances that monthly cohorts hold at the ends of their ages, for the intervals of balance retention (RT10).
 *
 * A cohort of which nobody ever held a balance at the end of a month is left out.
 *
 * @param months  all complete months of the book, ascending
 */
export function cohortBalances(months: readonly LenderMonth[], query: CohortBalancesQuery): CohortBalances[] {
  const balance = new Float64Array(query.profiles.kind.length);
  const cohorts = cohortsOfHolders(months, query).map((cohort) => ({ ...cohort, ages: new Ages(cohort.members) }));
  for (const { month, lender, balance: atEnd } of months) {
    for (let entry = 0; entry < lender.length; entry++) balance[lender[entry]!] = atEnd[entry]!;
    for (const { cohort, ages } of cohorts) if (cohort <= month) ages.add(balance);
  }
  return cohorts.map(({ code, cohort, ages }) => ({
    code,
    cohort,
    sums: ages.sums,
    // One stream a cohort, by its month: codes tell what was imported first.
    drawn: ages.few && drawnBalances(ages.few, cohort),
  }));
}

interface Holders {
  readonly code: number | null;
  readonly cohort: number;
  readonly members: Uint32Array;
}

/** The lenders of every cohort who held a balance at the end of some month. */
function cohortsOfHolders(months: readonly LenderMonth[], query: CohortBalancesQuery): Holders[] {
  const { profiles, keepChannel } = query;
  const held = new Uint8Array(profiles.kind.length);
  for (const { lender, balance } of months)
    for (let entry = 0; entry < lender.length; entry++) if (balance[entry] !== 0) held[lender[entry]!] = 1;
  const codes =
    query.splitBy === "none" ? undefined : query.splitBy === "channel" ? profiles.channel : profiles.firstProduct;
  const membersByKey = new Map<number, number[]>();
  const cohortOf = cohortMonths(profiles);
  for (let lender = 0; lender < held.length; lender++) {
    if (held[lender] === 0 || cohortOf[lender]! < 0) continue;
    if (keepChannel !== undefined && keepChannel[profiles.channel[lender]!] !== 1) continue;
    const key = cohortOf[lender]! * CODES + (codes?.[lender] ?? 0);
    const members = membersByKey.get(key);
    if (members) members.push(lender);
    else membersByKey.set(key, [lender]);
  }
  const ascending = [...membersByKey].toSorted(([a], [b]) => a - b);
  return ascending.map(([key, members]) => ({
    code: codes ? key % CODES : null,
    cohort: Math.floor(key / CODES),
    members: Uint32Array.from(members),
  }));
}

const CODES = 65_536;

/** One cohort at the end of each of its ages. */
class Ages {
  readonly sums: BalanceSums[] = [];
  /** By age, fen by member; undefined when they are too many to be drawn. */
  readonly few: Float64Array[] | undefined;
  private readonly members: Uint32Array;
  private opening: Float64Array | undefined;

  constructor(members: Uint32Array) {
    this.members = members;
    this.few = members.length > MOST_DRAWN ? undefined : [];
  }

  /** @param balance  at the end of the next age, fen by lender */
  add(balance: Float64Array): void {
    const later = new Float64Array(this.members.length);
    for (let place = 0; place < later.length; place++) later[place] = balance[this.members[place]!]!;
    this.opening ??= later;
    this.sums.push(balanceSums(this.opening, later));
    this.few?.push(later);
  }
}
