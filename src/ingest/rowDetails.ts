import type { RowRejection } from "#src/domain/codes.ts";
import type { TransactionColumn } from "#src/domain/imports.ts";

import type { AmountColumn } from "#src/ingest/cells/amounts.ts";
import { bytesOf, textOf } from "#src/ingest/text/bytes.ts";
import { CELL, isBadName, nameText } from "#src/ingest/cells/cellText.ts";
import type { DateColumn } from "#src/ingest/cells/dates.ts";
import { amountRejection } from "#src/ingest/cells/parseAmount.ts";
import type { RateColumn } from "#src/ingest/cells/rates.ts";
import type { RecordReader } from "#src/ingest/text/records.ts";
import { NO_COLUMN, type TableColumns } from "./tableColumns.ts";
import type { RowFault } from "./tally.ts";
import { termUntil } from "#src/ingest/cells/terms.ts";

const NOTHING = new Uint8Array(0);

/** What the columns that not every ledger has say of a row. */
export class RowDetails {
  /** Days to the maturity date; −1 when the row has none. */
  maturesIn = -1;
  /** −1 for none, as in the next two. */
  ratePpm = -1;
  interestDue = -1;
  couponAmount = -1;
  lot: Uint8Array = NOTHING;

  /** Undefined when all is well; `asked` when a column must be surveyed first. */
  read(record: RecordReader, columns: TableColumns, instant: number): RowFault | "asked" | undefined {
    const { maturity, rate, interest, coupon, lotId } = columns;
    if (maturity) {
      const seconds = cellOf(record, maturity);
      if (seconds === CELL.question) return "asked";
      this.maturesIn = seconds < 0 ? -1 : termUntil(seconds, instant);
      if (seconds >= 0 && this.maturesIn < 0) return faultOf("BAD_TERM", "maturity_date", maturity.index);
      if (seconds < 0 && seconds !== CELL.missing)
        return faultOf(dateRejection(seconds), "maturity_date", maturity.index);
    }
    if (rate) {
      this.ratePpm = orNone(cellOf(record, rate));
      if (this.ratePpm === CELL.question) return "asked";
      if (this.ratePpm < -1) {
        return faultOf(this.ratePpm === CELL.damaged ? "CELL_ERROR" : "BAD_RATE", "annual_rate", rate.index);
      }
    }
    if (interest) {
      this.interestDue = orNone(cellOf(record, interest));
      if (this.interestDue === CELL.question) return "asked";
      if (this.interestDue < -1) return faultOf(amountRejection(this.interestDue), "interest_due", interest.index);
    }
    if (coupon) {
      this.couponAmount = orNone(cellOf(record, coupon));
      if (this.couponAmount === CELL.question) return "asked";
      if (this.couponAmount < -1) return faultOf(amountRejection(this.couponAmount), "coupon_amount", coupon.index);
    }
    if (lotId === NO_COLUMN) return undefined;
    const lot = nameText(textOf(record.bytes, record.starts[lotId]!, record.ends[lotId]!));
    if (isBadName(lot)) return faultOf("BAD_ID", "lot_id", lotId);
    this.lot = bytesOf(lot);
    return undefined;
  }
}

/** The code of a date that could not be read. */
export function dateRejection(cell: number): RowRejection {
  if (cell === CELL.missing) return "MISSING_DATE";
  return cell === CELL.damaged ? "CELL_ERROR" : "BAD_DATE";
}

function cellOf({ bytes, starts, ends }: RecordReader, column: AmountColumn | DateColumn | RateColumn): number {
  return column.read(bytes, starts[column.index]!, ends[column.index]!);
}

function orNone(value: number): number {
  return value === CELL.missing ? -1 : value;
}

function faultOf(code: RowRejection, column: TransactionColumn, field: number): RowFault {
  return { code, column, field };
}
