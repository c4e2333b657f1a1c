import { describe, expect, it } from "vitest";

import { isoDay } from "#src/domain/calendar.ts";
import { epochDay } from "#src/domain/units.ts";
import { createMemoryStore } from "#src/store/memoryStore.ts";
import { csvOf, openEngine, TODAY, type FileRow } from "#test/support/engineHarness.ts";
import { dayNamed } from "#test/support/ledgerRows.ts";

const FIRST = 19_724;

function row(day: number, number: number, amount: string): FileRow {
  return {
    txnId: `d${day}-${number}`,
    lender: `u${number % 3}`,
    at: `${isoDay(epochDay(FIRST + day))} 10:0${number}:00`,
    type: number % 4 === 3 ? "exit" : "lend",
    amount,
    product: "P30",
    term: "30",
    channel: "app",
  };
}

/** Days 0 to 4 of five rows, each exported three times, and then some more days. */
async function restatedLedger(moreDays: number) {
  const store = createMemoryStore();
  const engine = await openEngine(store);
  const amounts = ["10.00", "20.00", "30.00"];
  for (const amount of amounts) {
    for (const day of [0, 1, 2, 3, 4]) {
      const rows = [0, 1, 2, 3, 4].map((number) => row(day, number, number === 4 ? "10.00" : amount));
      await engine.drop({ [`${day}-${amount}.csv`]: csvOf(amount === "10.00" ? rows : rows.slice(1)) });
    }
  }
  for (let day = 5; day < 5 + moreDays; day++) await engine.drop({ [`${day}.csv`]: csvOf([row(day, 0, "5.00")]) });
  return { store, engine };
}

async function figuresOf({ methods, days }: Awaited<ReturnType<typeof openEngine>>) {
  const filter = { products: [], channels: [] };
  const { points, total } = await days();
  const sort = { by: "instant", descending: false } as const;
  const { rows } = await methods.rows({ where: {}, sort, offset: 0, limit: 500 });
  const growth = await methods.growth({ filter });
  // From the table of January, which is saved apart.
  const month = { from: dayNamed("2024-01-01"), to: dayNamed("2024-01-31") };
  const joined = await methods.rows({ where: { growth: { month, class: "new" } }, sort, offset: 0, limit: 500 });
  const sums = await methods.cohortSums({ grain: "month", filter });
  return { points, total, rows, growth: growth.rows, joined: joined.total, sums, checks: await methods.checks({}) };
}

describe("compaction", () => {
  it("CP1 drops the rows that old imports stand over and changes no figure, here or after a reopening", async () => {
    const { store, engine } = await restatedLedger(32);
    const before = await figuresOf(engine);
    expect(before.joined).toBeGreaterThan(0);
    const { dataVersion } = await engine.methods.status({});
    const dropped = await engine.methods.compact({});
    expect(dropped).toBe(2 * 5 * 4);
    expect(await figuresOf(engine)).toEqual(before);
    expect((await engine.methods.status({})).dataVersion).toBe(dataVersion + 1);
    expect(await engine.methods.compact({})).toBe(0);
    const reopened = await openEngine(store);
    expect(await figuresOf(reopened)).toEqual(before);
    const state = await store.readState();
    const rows = state.ok ? state.value.partitions.reduce((sum, info) => sum + info.rows, 0) : 0;
    expect(rows).toBe(before.rows.length);
    // Made anew from rows, not read from what was saved.
    const { settings } = await reopened.methods.status({});
    await reopened.methods.saveSettings({ settings: { ...settings, weekStart: 7 }, today: TODAY });
    await reopened.methods.saveSettings({ settings, today: TODAY });
    expect(await figuresOf(reopened)).toEqual(before);
  });

  it("CP2 keeps the undo of the newest thirty, and says which imports have lost theirs", async () => {
    const { engine } = await restatedLedger(32);
    await engine.methods.compact({});
    const imports = await engine.methods.imports({});
    const closed = imports.filter(({ isCompacted }) => isCompacted);
    expect(closed.length).toBeGreaterThan(0);
    expect(imports.slice(0, 30).some(({ isCompacted }) => isCompacted)).toBe(false);
    const before = await figuresOf(engine);
    const refused = await engine.methods.deleteImports({ importIds: [closed[0]!.importId], today: TODAY });
    expect(refused).toMatchObject({ ok: false, refusal: { code: "STORAGE_BLOCKED" } });
    expect(await figuresOf(engine)).toEqual(before);
    const undone = await engine.methods.deleteImports({ importIds: [imports[0]!.importId], today: TODAY });
    expect(undone.ok).toBe(true);
  });

  it("CP3 leaves alone what a recent import stands over, so that undoing it brings the rows back", async () => {
    const { store, engine } = await restatedLedger(32);
    const before = await figuresOf(engine);
    const [outcome] = await engine.drop({ "late.csv": csvOf([row(0, 0, "99.00")]) });
    // The book and all its months were made anew just now.
    const late = await figuresOf(engine);
    expect(late.joined).toBeGreaterThan(0);
    expect(await engine.methods.compact({})).toBeGreaterThan(0);
    expect(await figuresOf(engine)).toEqual(late);
    expect(await figuresOf(await openEngine(store))).toEqual(late);
    if (outcome?.type !== "imported") throw new Error("not imported");
    await engine.methods.deleteImports({ importIds: [outcome.record.importId], today: TODAY });
    expect(await figuresOf(engine)).toEqual(before);
  });

  it("CP4 does nothing where it is not worth it", async () => {
    const { engine } = await restatedLedger(3);
    expect(await engine.methods.compact({})).toBe(0);
  });
});
