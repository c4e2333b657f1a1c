import fc from "fast-check";
import { expect, it } from "vitest";

import { epochDay, type EpochDay } from "#src/domain/units.ts";
import { buildBook } from "#src/metrics/book.ts";
import { buildLenderBook } from "#src/metrics/lenders/buildLenderBook.ts";
import type { LenderBook } from "#src/metrics/lenders/lenderBook.ts";
import { lendersWithOpenLots, openLots, UNDATED, type Maturities } from "#src/metrics/lots/openLots.ts";
import { lotsOf } from "#test/metrics/lenders/lenderOracle.ts";
import { arbitraryAsOf, arbitraryBlocks, arbitraryRows } from "#test/support/arbitraryLedger.ts";
import { bookInput, dayNamed, partOf, rowOn, type Block, type Row } from "#test/support/ledgerRows.ts";

const LENDERS = 6;
const RULES = { newRule: "first_instant", transfers: "net", hunterRules: { thresholdFen: 1, cashOutDays: 3 } } as const;

interface Found {
  readonly lender: number;
  readonly product: number;
  readonly start: number;
  readonly maturity: number;
  readonly amount: number;
  readonly open: number;
}

interface Asked {
  readonly asOf: number;
  readonly maturities: Maturities;
  readonly wanted?: Uint8Array | undefined;
  readonly rowsAtOnce?: number;
}

function finished<Value>(steps: Generator<unknown, Value>): Value {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

function lotsFound(blocks: readonly Block[], { asOf, rowsAtOnce = 20, ...asked }: Asked): Found[] {
  const input = { parts: blocks.map(partOf), lenders: LENDERS, asOf: epochDay(asOf), rowsAtOnce, ...asked };
  const { lender, product, start, maturity, amount, open } = finished(openLots(input));
  return Array.from(lender, (code, place) => ({
    lender: code,
    product: product[place]!,
    start: start[place]!,
    maturity: maturity[place]!,
    amount: amount[place]!,
    open: open[place]!,
  }));
}

/** Every lot that is open, lender by lender. */
function dullLots(blocks: readonly Block[], asOf: number, wanted: Uint8Array): Found[] {
  const live = blocks.flatMap(({ rows, dead }) => rows.filter((_, row) => dead?.[row] !== true));
  const dayOf = (row: Row): number => Math.floor(row.instant / 86_400);
  return Array.from(wanted.keys()).flatMap((lender) => {
    const own = live.filter((row) => row.lender === lender && wanted[lender] === 1 && dayOf(row) <= asOf);
    return lotsOf(own.toSorted((a, b) => a.instant - b.instant))
      .lots.filter(({ open }) => open > 0)
      .map(({ row, start, maturity, open }) => ({
        ...{ lender, product: row.product, start, amount: row.amount, open },
        maturity: maturity === Infinity ? UNDATED : maturity,
      }));
  });
}

function lenderBookOf(blocks: readonly Block[], asOf: EpochDay, wanted: Uint8Array): LenderBook {
  const given = { ...bookInput(blocks, asOf), lenders: LENDERS, products: 4, channels: 4 };
  const people = { kind: new Uint8Array(LENDERS), campaign: new Uint16Array(LENDERS) };
  return finished(buildLenderBook({ ...given, profiles: buildBook(given).profiles, ...people, ...RULES, wanted }));
}

const someBlocks = arbitraryBlocks(arbitraryRows());
const someMask = fc
  .array(fc.constantFrom(1, 1, 0), { minLength: LENDERS, maxLength: LENDERS })
  .map((mask) => Uint8Array.from(mask));
const open = (lots: readonly Found[]): number => lots.reduce((sum, lot) => sum + lot.open, 0);

it("MT4a every open lot of some maturities is found once, as by going through each lender, on random ledgers", () => {
  const someMaturities = (asOf: number) =>
    fc
      .tuple(fc.integer({ min: -120, max: 40 }), fc.nat(40))
      .map(([from, length]) => ({ from: asOf + from, to: asOf + from + length }));
  const asked = arbitraryAsOf().chain((asOf) =>
    fc.record({
      asOf: fc.constant(asOf),
      wanted: fc.option(someMask, { nil: undefined }),
      maturities: fc.oneof(someMaturities(asOf), fc.constant({ from: UNDATED, to: UNDATED })),
    }),
  );
  fc.assert(
    fc.property(someBlocks, asked, ({ blocks }, question) => {
      const { asOf, maturities, wanted = new Uint8Array(LENDERS).fill(1) } = question;
      const all = dullLots(blocks, asOf, wanted);
      expect(lotsFound(blocks, question)).toEqual(
        all.filter(({ maturity }) => maturity >= maturities.from && maturity <= maturities.to),
      );
    }),
    { numRuns: 500 },
  );
});

it("MT4a what is open in every place of the ladder comes to the ladder, on random ledgers", () => {
  fc.assert(
    fc.property(someBlocks, arbitraryAsOf(), someMask, ({ blocks }, asOf, mask) => {
      const book = lenderBookOf(blocks, asOf, mask);
      const { dueDays, dueAmounts, overdue, undated } = book.terms;
      const at = (maturities: Maturities): Found[] =>
        lotsFound(blocks, { asOf, maturities, wanted: lendersWithOpenLots(book, maturities) });
      expect(open(at({ from: 1, to: asOf }))).toBe(overdue);
      expect(open(at({ from: UNDATED, to: UNDATED }))).toBe(undated);
      for (const [from, to] of [[1, 7] as const, [8, 20] as const, [21, Infinity] as const]) {
        const due = dueAmounts.filter((_, place) => dueDays[place]! >= asOf + from && dueDays[place]! <= asOf + to);
        expect(open(at({ from: asOf + from, to: asOf + to }))).toBe(due.reduce((sum, amount) => sum + amount, 0));
      }
      const places = [[1, asOf] as const, [UNDATED, UNDATED] as const, [asOf + 1, Infinity] as const];
      const all = places.flatMap(([from, to]) => at({ from, to }));
      expect(all.toSorted((a, b) => a.lender - b.lender)).toHaveLength(dullLots(blocks, asOf, mask).length);
    }),
    { numRuns: 300 },
  );
});

const LADDER: Row[] = [
  rowOn("2024-01-01", "lend", 500, { termDays: 30, lender: 0 }),
  rowOn("2024-01-02", "lend", 700, { termDays: 30, lender: 1 }),
  rowOn("2024-01-02", "lend", 90, { termDays: 90, lender: 1 }),
  rowOn("2024-01-03", "opening", 40, { termDays: 30, lender: 2 }),
  // Takes from the lot of January that falls due first, whatever place is asked for.
  rowOn("2024-01-04", "exit", 710, { lender: 1 }),
];

it("MT4a an exit takes from lots of another place first", () => {
  const asOf = dayNamed("2024-01-30");
  const at = (from: number, to: number): number[][] =>
    lotsFound([{ rows: LADDER }], { asOf, maturities: { from: asOf + from, to: asOf + to } }).map((lot) => [
      lot.lender,
      lot.amount,
      lot.open,
    ]);
  expect(at(1, 7)).toEqual([[0, 500, 500]]);
  expect(at(8, Infinity)).toEqual([[1, 90, 80]]);
});

it("MT4a lenders who have nothing open there need not be gone through", () => {
  const asOf = dayNamed("2024-01-31");
  const book = lenderBookOf([{ rows: LADDER }], asOf, new Uint8Array(LENDERS).fill(1));
  const wanted = (from: number, to: number): number[] => [...lendersWithOpenLots(book, { from, to })];
  expect(wanted(1, asOf)).toEqual([1, 0, 1, 0, 0, 0]);
  expect(wanted(asOf + 1, asOf + 7)).toEqual([0, 0, 0, 0, 0, 0]);
  expect(wanted(asOf + 8, Infinity)).toEqual([0, 1, 0, 0, 0, 0]);
});

it("only lenders with such a lot are gathered", () => {
  const asOf = epochDay(dayNamed("2024-01-30"));
  const maturities = { from: asOf + 8, to: Infinity };
  const steps = openLots({ parts: [partOf({ rows: LADDER })], lenders: LENDERS, asOf, maturities });
  expect(steps.next().value).toEqual({ done: 3, total: 3 });
});

it("many lots of one lender all stand", () => {
  const rows = Array.from({ length: 500 }, (_, place) => rowOn("2024-01-01", "lend", place + 1, { termDays: 90 }));
  const asOf = dayNamed("2024-01-02");
  const found = lotsFound([{ rows }], { asOf, maturities: { from: asOf + 1, to: Infinity } });
  expect(found.map(({ amount }) => amount)).toEqual(rows.map(({ amount }) => amount));
});
