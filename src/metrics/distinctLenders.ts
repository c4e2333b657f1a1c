import { SECONDS_A_DAY } from "#src/domain/calendar.ts";
import { TYPE } from "#src/domain/eventTypes.ts";
import type { LedgerPart } from "#src/domain/ledger.ts";
import type { Period } from "#src/domain/period.ts";
import type { TransfersView } from "#src/domain/switches.ts";

import { KIND, type LenderProfiles } from "./lenderProfiles.ts";

export interface DistinctLendersQuery {
  /** Not beyond the book's `asOf`. */
  readonly period: Period;
  readonly transfers: TransfersView;
  readonly profiles: LenderProfiles;
  /** By code, 1 = keep; undefined keeps all. */
  readonly keepProduct: Uint8Array | undefined;
  readonly keepChannel: Uint8Array | undefined;
}

/**
 * Lenders with at least one lend in any period at all, counted from the rows (LN1); for periods that
 * are no whole day, week or month.
 */
export function distinctLenders(parts: readonly LedgerPart[], query: DistinctLendersQuery): number {
  const { period, transfers, profiles, keepProduct, keepChannel } = query;
  const from = period.from * SECONDS_A_DAY;
  const to = (period.to + 1) * SECONDS_A_DAY;
  const seen = new Uint8Array(profiles.kind.length);
  let lenders = 0;
  for (const { columns, dead } of parts) {
    const { instant, type, lender: lenderOf, product } = columns;
    for (let row = 0; row < columns.rows; row++) {
      if (instant[row]! < from || instant[row]! >= to || (dead !== undefined && dead[row] === 1)) continue;
      if (type[row] !== TYPE.lend && (transfers === "net" || type[row] !== TYPE.transferIn)) continue;
      const lender = lenderOf[row]!;
      // Lenders that the book leaves out are absent from it.
      if (profiles.kind[lender] === KIND.absent) continue;
      if (seen[lender] === 1 || (keepProduct !== undefined && keepProduct[product[row]!] !== 1)) continue;
      if (keepChannel !== undefined && keepChannel[profiles.channel[lender]!] !== 1) continue;
      seen[lender] = 1;
      lenders++;
    }
  }
  return lenders;
}
