import { SECONDS_A_DAY } from "#src/domain/calendar.ts";
import type { LedgerColumns } from "#src/domain/columns.ts";
import { BALANCE_SIGN, EVENT_TYPES, TYPE } from "#src/domain/eventTypes.ts";
import type { TransfersView } from "#src/domain/switches.ts";
import { epochDay, type EpochDay } from "#src/domain/units.ts";
import { balanceSeries } from "#src/metrics/balanceSeries.ts";

import type { Held } from "./held.ts";

/** What the rows of one day come to, fen. */
export interface DayFlow {
  volume: number;
  exits: number;
  /** What they do to outstanding. */
  balance: number;
}

/** By business day; a day without rows may be absent. */
export type FlowByDay = Map<number, DayFlow>;

/** Which types are volume and which are exits in a view, 1 by type code (VO1, EX1, TR1, TR2). */
interface FlowTypes {
  readonly volume: Uint8Array;
  readonly exits: Uint8Array;
}

export function flowTypes(transfers: TransfersView): FlowTypes {
  const gross = transfers === "gross";
  const mask = (...types: readonly number[]): Uint8Array => {
    const codes = new Uint8Array(EVENT_TYPES.length);
    for (const type of types) codes[type] = 1;
    return codes;
  };
  return {
    volume: mask(TYPE.lend, ...(gross ? [TYPE.transferIn] : [])),
    exits: mask(TYPE.exit, TYPE.earlyExit, TYPE.compensation, ...(gross ? [TYPE.transferOut] : [])),
  };
}

/** Adds a row to its day, or takes it away. */
export function addRow(
  flows: FlowByDay,
  { columns, row, sign }: { readonly columns: LedgerColumns; readonly row: number; readonly sign: 1 | -1 },
  types: FlowTypes,
): void {
  const type = columns.type[row]!;
  const amount = sign * columns.amount[row]!;
  const flow = flowOn(flows, dayOfRow(columns, row));
  if (types.volume[type] === 1) flow.volume += amount;
  if (types.exits[type] === 1) flow.exits += amount;
  flow.balance += BALANCE_SIGN[type]! * amount;
}

export function dayOfRow({ instant }: LedgerColumns, row: number): EpochDay {
  return epochDay(Math.floor(instant[row]! / SECONDS_A_DAY));
}

/** The days of the book, every one from the first to `asOf`, under the switches in force. */
export function flowsOfBook({ kept, state }: Held): FlowByDay {
  const { book } = kept;
  const flows: FlowByDay = new Map();
  if (book.firstDay === null) return flows;
  const first = book.firstDay;
  const buckets = Array.from({ length: book.asOf - first + 1 }, (_, at) => {
    const day = epochDay(first + at);
    return { from: day, to: day };
  });
  const { newRule, transfers } = state.settings;
  const all = { keepProduct: undefined, keepChannel: undefined };
  const query = { newRule, transfers, ...all, firstDay: first, asOf: book.asOf };
  const { volume, exits, outstanding } = balanceSeries(book.dayCube, { ...query, buckets });
  let before = 0;
  for (const [index, { from }] of buckets.entries()) {
    const after = outstanding[index] ?? before;
    flows.set(from, { volume: volume[index] ?? 0, exits: exits[index] ?? 0, balance: after - before });
    before = after;
  }
  return flows;
}

function flowOn(flows: FlowByDay, day: number): DayFlow {
  const known = flows.get(day);
  if (known) return known;
  const flow = { volume: 0, exits: 0, balance: 0 };
  flows.set(day, flow);
  return flow;
}
