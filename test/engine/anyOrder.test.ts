import fc from "fast-check";
import { expect, it } from "vitest";

import { isoDay } from "#src/domain/calendar.ts";
import { epochDay } from "#src/domain/units.ts";
import { csvOf, openEngine, TODAY, type FileRow } from "#test/support/engineHarness.ts";

const FIRST = 19_724;

const row: fc.Arbitrary<FileRow> = fc
  .record({
    txnId: fc.integer({ min: 1, max: 12 }).map((id) => `t${id}`),
    lender: fc.constantFrom("u1", "u2", "u3"),
    day: fc.integer({ min: 0, max: 70 }),
    hour: fc.constantFrom("08:00:00", "09:30:00"),
    type: fc.constantFrom("lend", "exit", "early_exit", "transfer_in", "opening", "deposit"),
    fen: fc.integer({ min: 1, max: 99_999 }),
    product: fc.constantFrom("P30", "P90"),
    channel: fc.constantFrom("app", "web", ""),
  })
  .map(({ txnId, lender, day, hour, type, fen, product, channel }) => ({
    txnId,
    lender,
    at: `${isoDay(epochDay(FIRST + day))} ${hour}`,
    type,
    amount: (fen / 100).toFixed(2),
    product,
    term: "30",
    channel,
  }));

type Step = { readonly import: readonly FileRow[] } | { readonly deleteNth: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.array(row, { minLength: 1, maxLength: 6 }).map((rows) => ({ import: rows })) },
  { weight: 1, arbitrary: fc.nat({ max: 5 }).map((deleteNth) => ({ deleteNth })) },
);

/** The rows in force, by the dullest rule there is: play all imports that are left, the last writer wins. */
function rowsInForce(imports: readonly (readonly FileRow[])[]): FileRow[] {
  const byId = new Map<string, FileRow>();
  for (const rows of imports) for (const one of rows) byId.set(one.txnId, one);
  return [...byId.values()];
}

async function figuresOf(engine: Awaited<ReturnType<typeof openEngine>>) {
  const { points, total } = await engine.days();
  const cohorts = await engine.methods.cohorts({
    grain: "month",
    measure: "volume",
    per: "total",
    splitBy: "channel",
    filter: { products: [], channels: [] },
  });
  const growth = await engine.methods.growth({ filter: { products: [], channels: [] } });
  const states = await engine.methods.lenderStates({ filter: { products: [], channels: [] } });
  return { points, total, groups: cohorts.groups, growth: growth.rows, states: states.states };
}

it("ID4 any order of imports and deletions gives the figures of the rows in force, bit for bit", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      const engine = await openEngine();
      const kept: { readonly importId: number; readonly rows: readonly FileRow[] }[] = [];
      for (const [number, one] of steps.entries()) {
        if ("import" in one) {
          const [outcome] = await engine.drop({ [`${number}.csv`]: `${csvOf(one.import)}\n`.repeat(1) });
          if (outcome?.type === "imported") kept.push({ importId: outcome.record.importId, rows: one.import });
        } else if (kept.length > 0) {
          const [gone] = kept.splice(one.deleteNth % kept.length, 1);
          await engine.methods.deleteImports({ importIds: [gone!.importId], today: TODAY });
        }
      }
      const fresh = await openEngine();
      const rows = rowsInForce(kept.map((one) => one.rows));
      if (rows.length > 0) await fresh.drop({ "all.csv": csvOf(rows) });
      expect(await figuresOf(engine)).toEqual(await figuresOf(fresh));
      const [status, alone] = [await engine.methods.status({}), await fresh.methods.status({})];
      expect({ ...status, dataVersion: 0, imports: 0, origins: 0 }).toEqual({
        ...alone,
        dataVersion: 0,
        imports: 0,
        origins: 0,
      });
    }),
    { numRuns: 200 },
  );
});

it("ID4 a lender who gets a channel with the first lend leaves no channel behind", async () => {
  const deposit: FileRow = {
    txnId: "t2",
    lender: "u1",
    at: "2024-01-02 08:00:00",
    type: "deposit",
    amount: "0.01",
    product: "P30",
    term: "30",
    channel: "",
  };
  const engine = await openEngine();
  await engine.drop({ "1.csv": csvOf([deposit]) });
  expect(await engine.methods.status({})).toMatchObject({ channels: [""] });
  const lend = { ...deposit, txnId: "t1", at: "2024-01-03 08:00:00", type: "lend", channel: "app" };
  await engine.drop({ "2.csv": csvOf([lend]) });
  expect(await engine.methods.status({})).toMatchObject({ channels: ["app"] });
});
