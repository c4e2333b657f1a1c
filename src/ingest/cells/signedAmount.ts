import type { AmountColumn } from "./amounts.ts";
import { CELL } from "./cellText.ts";
import type { RecordReader } from "#src/ingest/text/records.ts";
import type { TableColumns } from "#src/ingest/tableColumns.ts";

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

  /** The field to show of an amount that could not be read. */
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
