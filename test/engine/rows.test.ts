import { describe, expect, it } from "vitest";

import { parseIsoDay } from "#src/domain/calendar.ts";
import type { Period } from "#src/domain/period.ts";
import type { RowsWhere } from "#src/engine/protocol.ts";
import { csvOf, openEngine, type FileRow } from "#test/support/engineHarness.ts";

function row(txnId: string, lender: string, day: string, type: string, amount: string): FileRow {
  const product = lender === "u1" ? "P30" : "P90";
  return {
    txnId,
    lender,
    at: `${day} 09:00:00`,
    type,
    amount,
    product,
    term: "30",
    channel: lender === "u3" ? "web" : "app",
  };
}

/** u1 comes and goes, u2 grows, u3 is new in the last month. */
const LEDGER: readonly FileRow[] = [
  row("a1", "u1", "2024-01-05", "lend", "100"),
  { ...row("a2", "u1", "2024-01-05", "lend", "40"), at: "2024-01-05 18:00:00" },
  row("b1", "u2", "2024-01-20", "lend", "300"),
  row("a3", "u1", "2024-02-03", "exit", "140"),
  row("b2", "u2", "2024-02-10", "lend", "50"),
  row("a4", "u1", "2024-03-15", "lend", "70"),
  row("c1", "u3", "2024-03-20", "lend", "500"),
  row("b3", "u2", "2024-03-21", "early_exit", "20"),
  row("b4", "u2", "2024-03-31", "interest", "9"),
];

function period(from: string, to: string): Period {
  const [first, last] = [parseIsoDay(from), parseIsoDay(to)];
  if (first === undefined || last === undefined) throw new Error("no such day");
  return { from: first, to: last };
}

const FEBRUARY = period("2024-02-01", "2024-02-29");
const MARCH = period("2024-03-01", "2024-03-31");

async function idsOf(where: RowsWhere): Promise<(string | null)[]> {
  const { methods, drop } = await openEngine();
  await drop({ "a.csv": csvOf(LEDGER) });
  const page = await methods.rows({ where, sort: { by: "instant", descending: false }, offset: 0, limit: 50 });
  expect(page.total).toBe(page.rows.length);
  return page.rows.map(({ txnId }) => txnId);
}

describe("what a number leads to", () => {
  it.each<[string, RowsWhere, string[]]>([
    ["both ends of a period belong to it", { period: period("2024-02-03", "2024-02-10") }, ["a3", "b2"]],
    ["types", { types: ["early_exit", "interest"] }, ["b3", "b4"]],
    ["new volume", { newness: "new" }, ["a1", "b1", "c1"]],
    ["returning volume of a period", { newness: "returning", period: MARCH }, ["a4"]],
    ["a product", { filter: { products: ["P30"], channels: [] }, period: MARCH }, ["a4"]],
    ["a channel, which is the lender's", { filter: { products: [], channels: ["web"] } }, ["c1"]],
    ["a cohort in a later month", { cohort: period("2024-01-01", "2024-01-31"), period: FEBRUARY }, ["a3", "b2"]],
    ["a first channel", { firstChannel: "web" }, ["c1"]],
    ["a first product", { firstProduct: "P30", period: FEBRUARY }, ["a3"]],
    ["a lender", { lender: "u1", period: FEBRUARY }, ["a3"]],
    ["a lender nobody knows", { lender: "u9" }, []],
    ["lenders who are new", { lenderState: "new" }, ["c1"]],
    ["lenders who churned in a month", { growth: { month: FEBRUARY, class: "churned" }, period: FEBRUARY }, ["a3"]],
    ["lenders who grew in a month", { growth: { month: FEBRUARY, class: "expansion" }, period: FEBRUARY }, ["b2"]],
    ["lenders who came back", { growth: { month: MARCH, class: "resurrected" }, period: MARCH }, ["a4"]],
    ["lenders who shrank", { growth: { month: MARCH, class: "contraction" }, period: MARCH }, ["b3", "b4"]],
    ["a month that is not over", { growth: { month: period("2024-04-01", "2024-04-30"), class: "new" } }, []],
  ])("RW2 %s", async (_, where, ids) => {
    expect(await idsOf(where)).toEqual(ids);
  });

  it("RW3 adds up over all rows found, and turns pages in any order of a column", async () => {
    const { methods, drop } = await openEngine();
    await drop({ "a.csv": csvOf(LEDGER) });
    const sort = { by: "amount", descending: true } as const;
    const page = await methods.rows({ where: { types: ["lend"] }, sort, offset: 1, limit: 2 });
    expect(page).toMatchObject({ total: 6, lenders: 3, amountByType: { lend: 106_000 } });
    expect(page.rows.map(({ txnId }) => txnId)).toEqual(["b1", "a1"]);
    const byLender = await methods.rows({
      where: {},
      sort: { by: "lender", descending: false },
      offset: 0,
      limit: 5,
    });
    expect(byLender.rows.map(({ lender }) => lender)).toEqual(["u1", "u1", "u1", "u1", "u2"]);
  });
});
