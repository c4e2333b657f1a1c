import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { BALANCE_SIGN, EVENT_TYPES } from "#src/domain/eventTypes.ts";
import { DEFAULT_SETTINGS } from "#src/domain/switches.ts";
import type { ConcentrationGroup, Filter, LedgerRow } from "#src/engine/protocol.ts";
import { arbitraryFile } from "#test/support/arbitraryFiles.ts";
import { csvOf, openEngine, TODAY } from "#test/support/engineHarness.ts";

const ALL: Filter = { products: [], channels: [] };

async function opened(files: Readonly<Record<string, string>>) {
  const engine = await openEngine();
  for (const outcome of await engine.drop(files)) if (outcome.type !== "imported") throw new Error(outcome.type);
  return engine.methods;
}

const file = arbitraryFile(40).map(({ rows }) => rows.map((row, place) => ({ ...row, txnId: `t${place}` })));

/** Positive balances of one lender each, in ascending order. */
function balancesOf(rows: readonly LedgerRow[]): number[] {
  const held = new Map<string, number>();
  for (const { lender, type, amount } of rows)
    held.set(lender, (held.get(lender) ?? 0) + BALANCE_SIGN[EVENT_TYPES.indexOf(type)]! * amount);
  return [...held.values()].filter((balance) => balance > 0).toSorted((a, b) => a - b);
}

function expectGroup(group: ConcentrationGroup, balances: readonly number[]): void {
  const total = balances.reduce((sum, balance) => sum + balance, 0);
  expect(group.lenders).toBe(balances.length);
  expect(group.balance).toBe(total);
  const squares = balances.reduce((sum, balance) => sum + (balance / total) ** 2, 0);
  expect(group.herfindahl === null).toBe(balances.length === 0);
  expect(group.herfindahl ?? 0).toBeCloseTo(squares, 12);
}

describe("concentration", () => {
  it("KN5 of all, of each channel and of each product equals adding up rows", async () => {
    await fc.assert(
      fc.asyncProperty(file, async (given) => {
        const methods = await opened({ "ledger.csv": csvOf(given) });
        const found = await methods.concentration({ filter: ALL, byProducts: true });
        const { rows } = await methods.rows({
          where: {},
          sort: { by: "instant", descending: false },
          offset: 0,
          limit: 1000,
        });
        expectGroup(found.total, balancesOf(rows));
        const products = [...new Set(rows.map(({ product }) => product))].filter(
          (product) => balancesOf(rows.filter((row) => row.product === product)).length > 0,
        );
        expect(new Set(found.byProduct!.map(({ name }) => name))).toEqual(new Set(products));
        expect(found.byProduct).toHaveLength(products.length);
        for (const group of found.byProduct!)
          expectGroup(group, balancesOf(rows.filter(({ product }) => product === group.name)));
        for (const group of found.byChannel) {
          const own = await methods.concentration({
            filter: { products: [], channels: [group.name ?? ""] },
            byProducts: false,
          });
          expect({ ...own.total, name: group.name }).toEqual(group);
        }
        expect(found.byChannel.reduce((sum, { lenders }) => sum + lenders, 0)).toBe(found.total.lenders);
      }),
      { numRuns: 30 },
    );
  });

  const LEDGER = [
    "txn_id,user_id,occurred_at,type,amount,product,term_days,channel",
    "1,A,2024-01-05 10:00:00,lend,10.00,P,30,app",
    "2,A,2024-01-06 10:00:00,lend,30.00,Q,30,app",
    "3,B,2024-01-06 10:00:00,lend,60.00,Q,30,web",
    "4,C,2024-01-07 10:00:00,lend,5.00,Q,30,web",
    "5,C,2024-01-09 10:00:00,exit,5.00,Q,30,web",
    "",
  ].join("\n");

  it("KN5 keeps lenders by their first product, and counts what they hold of every product", async () => {
    const methods = await opened({ "ledger.csv": LEDGER });
    const { total, byProduct } = await methods.concentration({
      filter: { products: ["P"], channels: [] },
      byProducts: true,
    });
    expect(total).toMatchObject({ name: null, lenders: 1, balance: 4000, topTenShare: 1, gini: 0 });
    expect(byProduct!.map(({ name, balance }) => [name, balance])).toEqual([
      ["Q", 3000],
      ["P", 1000],
    ]);
  });

  it("reads no rows for products that were not asked for", async () => {
    const methods = await opened({ "ledger.csv": LEDGER });
    const { byProduct, byChannel } = await methods.concentration({ filter: ALL, byProducts: false });
    expect(byProduct).toBeNull();
    expect(byChannel.map(({ name, lenders }) => [name, lenders])).toEqual([
      ["web", 1],
      ["app", 1],
    ]);
  });

  it("leaves accounts out that are left out of every figure, in every table", async () => {
    const people =
      "user_id,registered_at,channel,channel_kind,campaign,first_lend_at,is_internal\nB,2024-01-01,,,,,yes\n";
    const methods = await opened({ "ledger.csv": LEDGER, "lenders.csv": people });
    await methods.saveSettings({ settings: { ...DEFAULT_SETTINGS, leavesInternalOut: true }, today: TODAY });
    const { total, byChannel, byProduct } = await methods.concentration({ filter: ALL, byProducts: true });
    for (const groups of [[total], byChannel, byProduct!])
      expect(groups.reduce((sum, { balance }) => sum + balance, 0)).toBe(4000);
  });

  it("answers null figures where nobody holds anything", async () => {
    const methods = await opened({ "ledger.csv": LEDGER });
    const { total, lorenz, byChannel } = await methods.concentration({
      filter: { products: [], channels: ["nowhere"] },
      byProducts: false,
    });
    expect(total).toMatchObject({ lenders: 0, balance: 0, gini: null, herfindahl: null, topTenShare: null });
    expect(lorenz).toEqual([]);
    expect(byChannel).toEqual([]);
  });
});
