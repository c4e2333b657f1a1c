import { SECONDS_A_DAY } from "#src/domain/calendar.ts";
import { BALANCE_SIGN, TYPE } from "#src/domain/eventTypes.ts";
import type { TransfersView } from "#src/domain/switches.ts";

import type { Analysis } from "#src/engine/analysis.ts";
import type { InternalAccounts } from "#src/engine/protocol.ts";

/** Counted from the rows: the book has none of these lenders while they are left out. */
export async function internalAnswer(analysis: Analysis, _args: Record<never, never>): Promise<InternalAccounts> {
  const { held, signal, onProgress } = analysis;
  const { isInternal } = await analysis.directory();
  const sums = { lenders: 0, rows: 0, volume: 0, exits: 0, outstanding: 0 };
  if (!isInternal.includes(1)) return sums;
  const { transfers } = held.state.settings;
  const end = (held.kept.book.asOf + 1) * SECONDS_A_DAY;
  const seen = new Set<number>();
  for (const { columns, dead } of await held.ledger.parts({ signal, onProgress })) {
    for (let row = 0; row < columns.rows; row++) {
      const lender = columns.lender[row]!;
      if (isInternal[lender] !== 1 || dead?.[row] === 1 || columns.instant[row]! >= end) continue;
      const [type, amount] = [columns.type[row]!, columns.amount[row]!];
      seen.add(lender);
      sums.rows++;
      sums.outstanding += BALANCE_SIGN[type]! * amount;
      if (isVolume(type, transfers)) sums.volume += amount;
      if (isExit(type, transfers)) sums.exits += amount;
    }
  }
  return { ...sums, lenders: seen.size };
}

function isVolume(type: number, transfers: TransfersView): boolean {
  return type === TYPE.lend || (transfers === "gross" && type === TYPE.transferIn);
}

function isExit(type: number, transfers: TransfersView): boolean {
  if (type === TYPE.exit || type === TYPE.earlyExit || type === TYPE.compensation) return true;
  return transfers === "gross" && type === TYPE.transferOut;
}
