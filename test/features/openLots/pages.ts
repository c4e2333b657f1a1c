import { epochDay } from "#src/domain/units.ts";
import type { OpenLot, OpenLotsPage } from "#src/engine/protocol.ts";
import { BASIS } from "#test/features/overview/answers.ts";
import { AS_OF } from "#test/features/overview/screen.tsx";

/** ¥1,000 and some fen lent 60 days ago for 90, with half of it open. */
export function openLot(index: number, changes: Partial<OpenLot> = {}): OpenLot {
  return {
    lender: `lender-${index}`,
    product: "A",
    startDay: epochDay(AS_OF - 60),
    termDays: 90,
    maturityDay: epochDay(AS_OF + 30),
    amount: 100_001 + index,
    open: 50_001,
    ...changes,
  };
}

export const UNDATED = { termDays: null, maturityDay: null } as const;

/** @param rows  all that fit; a page of them may be taken afterwards */
export function lotsPage(rows: readonly OpenLot[]): OpenLotsPage {
  const sum = (id: "amount" | "open") => rows.reduce((total, lot) => total + lot[id], 0);
  return {
    basis: BASIS,
    total: rows.length,
    lenders: new Set(rows.map(({ lender }) => lender)).size,
    amount: sum("amount"),
    open: sum("open"),
    rows,
  };
}
