import { SECONDS_A_DAY } from "#src/domain/calendar.ts";
import type { LedgerRow, RowsPage } from "#src/engine/protocol.ts";
import { BASIS } from "#test/features/overview/answers.ts";
import { AS_OF } from "#test/features/overview/screen.tsx";

/** A lend at 08:05:09 on the last day. */
export function ledgerRow(index: number, changes: Partial<LedgerRow> = {}): LedgerRow {
  return {
    txnId: `T${index}`,
    lender: `lender-${index}`,
    instant: AS_OF * SECONDS_A_DAY + 8 * 3600 + 5 * 60 + 9,
    type: "lend",
    amount: 1_000_01 + index,
    product: "A",
    channel: "Referral",
    termDays: 90,
    importId: 1,
    isNew: index % 2 === 0,
    ...changes,
  };
}

export function rowsPage(total: number): RowsPage {
  const rows = Array.from({ length: total }, (_, index) => ledgerRow(index));
  const lend = rows.reduce((sum, { amount }) => sum + amount, 0);
  return { basis: BASIS, total, lenders: total, amountByType: total === 0 ? {} : { lend }, rows };
}
