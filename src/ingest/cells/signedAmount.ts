import { BALANCE_SIGN } from "#src/domain/eventTypes.ts";

import type { AmountColumn } from "./amounts.ts";
import { CELL } from "./cellText.ts";
import type { RecordReader } from "#src/ingest/text/records.ts";
import type { SignedTypes, TableColumns } from "#src/ingest/tableColumns.ts";

/** An amount that says which way it goes: by its sign, or by which of two columns is filled. */
export class SignedAmount {
  /** Of the amount read last. */
  isNegative = false;

  /** Whole fen from 0 without their sign, or what the cell is instead (`CELL`). */
  read(record: RecordReader, { amount, debit }: TableColumns): number {
    const credited = fenIn(record, amount);
    this.isNegative = amount.isNegative;
    if (debit === undefined) return credited;
    const debited = fenIn(record, debit);
    if (credited === CELL.question || debited === CELL.question) return CELL.question;
    if (isFilled(credited) && isFilled(debited)) return CELL.bad;
    this.isNegative = isFilled(debited);
    if (this.isNegative) return debited;
    return isFilled(credited) ? credited : Math.max(credited, debited);
  }

  /**
   * The amount read last goes the way of the other types: rows of this one raise balances and it lowers them, or the
   * other way round. Types that move no balance go either way.
   */
  contradicts(type: number, { negativeMoves }: SignedTypes): boolean {
    const moves = BALANCE_SIGN[type]!;
    return moves !== 0 && negativeMoves !== 0 && this.isNegative !== (moves === negativeMoves);
  }

  /** The field to show of an amount that could not be read or contradicts its type. */
  faultyField(record: RecordReader, { amount, debit }: TableColumns): number {
    if (debit === undefined) return amount.index;
    return isFilled(fenIn(record, debit)) && !isFilled(fenIn(record, amount)) ? debit.index : amount.index;
  }
}

function fenIn({ bytes, starts, ends }: RecordReader, column: AmountColumn): number {
  return column.read(bytes, starts[column.index]!, ends[column.index]!);
}

/** The cell says something: a zero in one of two columns is as good as nothing. */
function isFilled(fen: number): boolean {
  return fen !== 0 && fen !== CELL.missing;
}
