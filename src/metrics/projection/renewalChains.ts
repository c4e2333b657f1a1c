import { TYPE } from "#src/domain/eventTypes.ts";
import type { TransfersView } from "#src/domain/switches.ts";
import type { EpochDay } from "#src/domain/units.ts";

import type { LenderRows } from "#src/metrics/lenders/lenderRows.ts";

/** A maturity is renewed by volume from the day before it to so many days after (RN1). */
const RENEWAL_DAYS = { before: 1, after: 7 } as const;

/** Maturities that a chain is followed for. */
export const MOST_MATURITIES = 12;

/** How often a lender renewed in a row, from the first lend of a term on; only maturities whose window is over count. */
export interface RenewalChain {
  readonly termDays: number;
  /** At most `MOST_MATURITIES`. */
  readonly renewals: number;
  /** The next maturity went by without a renewal; false while that is not known. */
  readonly hasStopped: boolean;
}

export interface RenewalQuery {
  readonly asOf: EpochDay;
  readonly transfers: TransfersView;
}

/**
 * The chains of one lender, one for every term lent for (RN1).
 *
 * A chain begins with the first lend of its term. A maturity is renewed when any volume falls into its window; the
 * next maturity is that of the renewing row. Of several rows in the window one of the chain's own term stands first,
 * then one with any term, then the earliest. What renews lies on a later day than what matures.
 */
export function renewalChains(rows: LenderRows, query: RenewalQuery): RenewalChain[] {
  const started = new Set<number>();
  const chains: RenewalChain[] = [];
  for (let row = rows.from; row < rows.to; row++) {
    const term = rows.termDays[row]!;
    if (rows.type[row] !== TYPE.lend || term === 0 || started.has(term)) continue;
    started.add(term);
    chains.push(chainFrom(rows, row, query));
  }
  return chains;
}

function chainFrom(rows: LenderRows, first: number, { asOf, transfers }: RenewalQuery): RenewalChain {
  const termDays = rows.termDays[first]!;
  let link = first;
  for (let renewals = 0; renewals < MOST_MATURITIES; renewals++) {
    const maturity = rows.day[link]! + rows.termDays[link]!;
    if (rows.termDays[link] === 0 || maturity + RENEWAL_DAYS.after > asOf)
      return { termDays, renewals, hasStopped: false };
    const next = renewing(rows, { link, maturity, termDays, transfers });
    if (next === undefined) return { termDays, renewals, hasStopped: true };
    link = next;
  }
  return { termDays, renewals: MOST_MATURITIES, hasStopped: false };
}

interface Maturity {
  readonly link: number;
  readonly maturity: number;
  readonly termDays: number;
  readonly transfers: TransfersView;
}

function renewing(rows: LenderRows, { link, maturity, termDays, transfers }: Maturity): number | undefined {
  const from = Math.max(rows.day[link]! + 1, maturity - RENEWAL_DAYS.before);
  let withTerm: number | undefined;
  let any: number | undefined;
  for (let row = link + 1; row < rows.to && rows.day[row]! <= maturity + RENEWAL_DAYS.after; row++) {
    if (rows.day[row]! < from || !isVolume(rows.type[row]!, transfers)) continue;
    if (rows.termDays[row] === termDays) return row;
    if (rows.termDays[row]! > 0) withTerm ??= row;
    any ??= row;
  }
  return withTerm ?? any;
}

function isVolume(type: number, transfers: TransfersView): boolean {
  return type === TYPE.lend || (transfers === "gross" && type === TYPE.transferIn);
}
