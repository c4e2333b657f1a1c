import fc from "fast-check";
import { expect, it } from "vitest";

import { epochDay } from "#src/domain/units.ts";
import { buildBook } from "#src/metrics/book.ts";
import { buildLenderBook } from "#src/metrics/lenders/buildLenderBook.ts";
import type { OpenTerms } from "#src/metrics/lenders/openTerms.ts";
import { arbitraryAsOf, arbitraryBlocks, arbitraryRows } from "#test/support/arbitraryLedger.ts";
import { bookInput, dayNamed, rowOn, type Block, type Row } from "#test/support/ledgerRows.ts";

import { lotsOf } from "./lenderOracle.ts";

const LENDERS = 6;
const RULES = { newRule: "first_instant", transfers: "net", hunterRules: { thresholdFen: 1, cashOutDays: 3 } } as const;

function termsOf(blocks: readonly Block[], asOf: number, wanted?: Uint8Array): OpenTerms {
  const given = { ...bookInput(blocks, epochDay(asOf)), lenders: LENDERS, products: 4, channels: 4 };
  const { profiles } = buildBook(given);
  const people = { kind: new Uint8Array(LENDERS), campaign: new Uint16Array(LENDERS) };
  const steps = buildLenderBook({ ...given, profiles, ...people, ...RULES, wanted, rowsAtOnce: 20 });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value.terms;
  }
}

const dayOfRow = (row: Row): number => Math.floor(row.instant / 86_400);
const sumOf = (numbers: Iterable<number>): number => [...numbers].reduce((sum, number) => sum + number, 0);

/** Lender by lender, day by day. */
function dullTerms(rows: readonly Row[], asOf: number) {
  const byLender = Array.from({ length: LENDERS }, (_, lender) =>
    lotsOf(
      rows.filter((row) => row.lender === lender && dayOfRow(row) <= asOf).toSorted((a, b) => a.instant - b.instant),
    ),
  );
  const open = byLender.flatMap(({ lots }) => lots).filter((lot) => lot.open > 0);
  const openOf = (keeps: (maturity: number) => boolean): number =>
    sumOf(open.filter(({ maturity }) => keeps(maturity)).map((lot) => lot.open));
  const due: [number, number][] = [];
  for (let day = asOf + 1; day <= asOf + 200; day++) {
    const amount = openOf((maturity) => maturity === day);
    if (amount > 0) due.push([day, amount]);
  }
  return {
    due,
    overdue: openOf((maturity) => maturity <= asOf),
    undated: openOf((maturity) => maturity === Infinity),
    orphans: sumOf(byLender.map(({ orphan }) => orphan)),
  };
}

const PLUS = ["lend", "transfer_in", "opening"];
const MINUS = ["exit", "early_exit", "compensation", "transfer_out", "write_off"];
const signed = ({ type, amount }: Row): number => (PLUS.includes(type) ? amount : MINUS.includes(type) ? -amount : 0);

it("MT4 what lenders have open by its maturity is outstanding and orphans, on random ledgers", () => {
  const someLenders = fc.array(fc.nat(1), { minLength: LENDERS, maxLength: LENDERS });
  fc.assert(
    fc.property(arbitraryBlocks(arbitraryRows()), arbitraryAsOf(), someLenders, ({ blocks }, asOf, mask) => {
      const live = blocks.flatMap((block) => block.rows.filter((_, row) => block.dead?.[row] !== true));
      const kept = live.filter((row) => mask[row.lender] === 1);
      for (const [rows, wanted] of [[live, undefined] as const, [kept, Uint8Array.from(mask)] as const]) {
        const { dueDays, dueAmounts, ...rest } = termsOf(blocks, asOf, wanted);
        const due = Array.from(dueDays, (day, place) => [day, dueAmounts[place]]);
        expect({ due, ...rest }).toEqual(dullTerms(rows, asOf));
        const outstanding = sumOf(rows.filter((row) => dayOfRow(row) <= asOf).map(signed));
        expect(sumOf(dueAmounts) + rest.overdue + rest.undated).toBe(outstanding + rest.orphans);
      }
    }),
    { numRuns: 300 },
  );
});

it("MT4 a lot due on the day itself is overdue, one of the next day is not, and an opening has no day", () => {
  const rows = [
    rowOn("2024-01-01", "lend", 500, { termDays: 30 }),
    rowOn("2024-01-02", "lend", 700, { termDays: 30, lender: 1 }),
    rowOn("2024-01-02", "lend", 11, { termDays: 30 }),
    rowOn("2024-01-03", "opening", 40, { termDays: 30, lender: 2 }),
    rowOn("2024-01-04", "exit", 60, { lender: 2 }),
  ];
  const asOf = dayNamed("2024-01-31");
  const terms = termsOf([{ rows }], asOf);
  expect({ ...terms, dueDays: [...terms.dueDays], dueAmounts: [...terms.dueAmounts] }).toEqual({
    dueDays: [asOf + 1],
    dueAmounts: [711],
    overdue: 500,
    undated: 0,
    orphans: 20,
  });
  const before = termsOf([{ rows: rows.slice(3, 4) }], asOf);
  expect([before.undated, before.dueDays.length]).toEqual([40, 0]);
});
