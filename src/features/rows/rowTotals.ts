import { BALANCE_SIGN, EVENT_TYPES, type EventType } from "#src/domain/eventTypes.ts";
import type { RowsPage } from "#src/engine/protocol.ts";

export interface RowTotals {
  readonly rows: number;
  readonly lenders: number;
  readonly byType: readonly { readonly type: EventType; readonly amount: number }[];
  /** What all rows together did to outstanding, fen; null where fewer than two types touch it. */
  readonly effect: number | null;
}

export function rowTotals({
  total,
  lenders,
  amountByType,
}: Pick<RowsPage, "total" | "lenders" | "amountByType">): RowTotals {
  const byType = EVENT_TYPES.flatMap((type) => {
    const amount = amountByType[type];
    return amount === undefined ? [] : [{ type, amount }];
  });
  const moving = byType.filter(({ type }) => signOf(type) !== 0);
  const effect = moving.reduce((sum, { type, amount }) => sum + signOf(type) * amount, 0);
  return { rows: total, lenders, byType, effect: moving.length > 1 ? effect : null };
}

function signOf(type: EventType): number {
  return BALANCE_SIGN[EVENT_TYPES.indexOf(type)] ?? 0;
}
