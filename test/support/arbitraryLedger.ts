import fc from "fast-check";

import { EVENT_TYPES } from "#src/domain/eventTypes.ts";
import { epochDay, type EpochDay } from "#src/domain/units.ts";

import type { Block, Row } from "./ledgerRows.ts";

/** 2024-01-17: ledgers begin inside a month and a week. */
export const BASE = 19_739;
export const SPAN = 110;
export const PRODUCTS = 4;
export const CHANNELS = 4;

/** Times of day that rows share, so that instants tie. */
const TIMES = [0, 36_000, 36_001, 64_800];

export interface LedgerShape {
  /** Rows always name the same channel of their lender. */
  readonly steadyChannel?: boolean;
}

/** Ledgers of few lenders and every kind of event, in no order, with ties of instants and ids unlike row order. */
export function arbitraryRows({ steadyChannel = false }: LedgerShape = {}): fc.Arbitrary<Row[]> {
  const type = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom("lend" as const, "exit" as const) },
    { weight: 1, arbitrary: fc.constantFrom(...EVENT_TYPES) },
  );
  const row = fc.record({
    lender: fc.nat(5),
    day: fc.nat(SPAN),
    time: fc.constantFrom(...TIMES),
    type,
    amount: fc.oneof(fc.constantFrom(100, 200), fc.integer({ min: 1, max: 1000 })),
    product: fc.nat(PRODUCTS - 1),
    channel: fc.nat(CHANNELS - 1),
    termDays: fc.constantFrom(0, 7, 30),
    id: fc.nat(9999),
  });
  return fc.array(row, { maxLength: 40 }).map((rows) =>
    rows.map(({ day, time, id, ...rest }, place) => ({
      ...rest,
      channel: steadyChannel ? (rest.lender % (CHANNELS - 1)) + 1 : rest.channel,
      instant: (BASE + day) * 86_400 + time,
      id: `${String(id).padStart(4, "0")}-${place}`,
    })),
  );
}

/** The same rows cut into blocks in some order, with dead rows strewn in. */
export function arbitraryBlocks(rows: fc.Arbitrary<Row[]>): fc.Arbitrary<{ rows: Row[]; blocks: Block[] }> {
  return rows.chain((live) => {
    const junk = live.slice(0, 3).map((row) => ({ ...row, amount: row.amount + 7, channel: 1, id: `dead-${row.id}` }));
    const strewn = [...live.map((row) => ({ row, dead: false })), ...junk.map((row) => ({ row, dead: true }))];
    return fc
      .record({
        order: fc.shuffledSubarray(strewn, { minLength: strewn.length }),
        cuts: fc.uniqueArray(fc.nat(strewn.length), { maxLength: 4 }),
      })
      .map(({ order, cuts }) => {
        const edges = [0, ...cuts.toSorted((a, b) => a - b), order.length];
        const blocks = edges.slice(1).map((to, place) => {
          const some = order.slice(edges[place], to);
          return { rows: some.map(({ row }) => row), dead: some.map(({ dead }) => dead) };
        });
        return { rows: live, blocks };
      });
  });
}

export function arbitraryAsOf(): fc.Arbitrary<EpochDay> {
  return fc.integer({ min: BASE, max: BASE + SPAN + 40 }).map(epochDay);
}
