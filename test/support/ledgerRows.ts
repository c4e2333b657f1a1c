import { parseIsoDay } from "#src/domain/calendar.ts";
import type { LedgerColumns } from "#src/domain/columns.ts";
import { EVENT_TYPES, type EventType } from "#src/domain/eventTypes.ts";
import type { LedgerPart } from "#src/domain/ledger.ts";
import type { EpochDay } from "#src/domain/units.ts";
import type { BookInput, RowAddress } from "#src/metrics/book.ts";

/** One ledger event as an object; lender, product and channel by code, instants in seconds. */
export interface Row {
  readonly id: string;
  readonly lender: number;
  readonly instant: number;
  readonly type: EventType;
  readonly amount: number;
  readonly product: number;
  readonly channel: number;
  readonly termDays: number;
}

function columnsOf(rows: readonly Row[]): LedgerColumns {
  return {
    rows: rows.length,
    instant: Uint32Array.from(rows, (row) => row.instant),
    type: Uint8Array.from(rows, (row) => EVENT_TYPES.indexOf(row.type)),
    amount: Float64Array.from(rows, (row) => row.amount),
    lender: Uint32Array.from(rows, (row) => row.lender),
    product: Uint16Array.from(rows, (row) => row.product),
    channel: Uint16Array.from(rows, (row) => row.channel),
    termDays: Uint16Array.from(rows, (row) => row.termDays),
  };
}

/** Rows in blocks, each with the rows that are dead in it. */
export interface Block {
  readonly rows: readonly Row[];
  readonly dead?: readonly boolean[];
}

export function partOf({ rows, dead }: Block): LedgerPart {
  return { columns: columnsOf(rows), dead: dead && Uint8Array.from(dead, (isDead) => (isDead ? 1 : 0)) };
}

/** What `buildBook` asks for, with dictionaries just large enough. */
export function bookInput(blocks: readonly Block[], asOf: EpochDay, options: Partial<BookInput> = {}): BookInput {
  const rows = blocks.flatMap((block) => block.rows);
  const size = (code: (row: Row) => number): number => rows.reduce((most, row) => Math.max(most, code(row)), 0) + 1;
  const idAt = ({ part, row }: RowAddress): string => blocks[part]!.rows[row]!.id;
  return {
    parts: blocks.map(partOf),
    lenders: size((row) => row.lender),
    products: size((row) => row.product),
    channels: size((row) => row.channel),
    asOf,
    weekStart: 1,
    productNames: [],
    channelNames: [],
    compareIds: (a, b) => (idAt(a) < idAt(b) ? -1 : idAt(a) > idAt(b) ? 1 : 0),
    ...options,
  };
}

export function dayNamed(text: string): EpochDay {
  const parsed = parseIsoDay(text);
  if (parsed === undefined) throw new Error(`no day: ${text}`);
  return parsed;
}

let rowsMade = 0;

/** A row at midnight, or at `hh:mm`; ids ascend in the order of making. */
export function rowOn(at: string, type: EventType, amount: number, more: Partial<Row> = {}): Row {
  const [date = "", time = "00:00"] = at.split(" ");
  const [hours, minutes] = time.split(":").map(Number);
  const instant = dayNamed(date) * 86_400 + hours! * 3600 + minutes! * 60;
  const id = `t${String(rowsMade++).padStart(6, "0")}`;
  return { id, lender: 0, instant, type, amount, product: 0, channel: 0, termDays: 0, ...more };
}
