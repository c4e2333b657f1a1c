import fc from "fast-check";
import { expect, it } from "vitest";

import { arbitraryFile, textOfFile } from "#test/support/arbitraryFiles.ts";
import { csvOf, csvWithoutIds, openEngine, TODAY, type FileRow } from "#test/support/engineHarness.ts";
import { replayed, type ToldFile } from "#test/support/replay.ts";
import { recordTorture, tortureRuns } from "#test/support/tortureRuns.ts";

type Step = { readonly import: ToldFile } | { readonly deleteNth: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.oneof(arbitraryFile(70), arbitraryFile(4)).map((file) => ({ import: file })) },
  { weight: 1, arbitrary: fc.nat({ max: 5 }).map((deleteNth) => ({ deleteNth })) },
);

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

const RUNS = tortureRuns(200, 1000);

it(
  "ID4 any order of imports and deletions gives the figures of the rows in force, bit for bit",
  { timeout: 600_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const engine = await openEngine();
        const kept: { readonly importId: number; readonly file: ToldFile }[] = [];
        for (const [number, one] of steps.entries()) {
          if ("import" in one) {
            const { mode } = one.import;
            const [outcome] = await engine.drop({ [`${number}.csv`]: textOfFile(one.import) }, mode);
            if (outcome?.type === "imported") kept.push({ importId: outcome.record.importId, file: one.import });
          } else if (kept.length > 0) {
            const [gone] = kept.splice(one.deleteNth % kept.length, 1);
            await engine.methods.deleteImports({ importIds: [gone!.importId], today: TODAY });
          }
        }
        const fresh = await openEngine();
        const rows = [...replayed(kept.map(({ file }) => file))];
        const withIds = rows.filter(([identity, row]) => identity === row.txnId).map(([, row]) => row);
        const others = rows.filter(([identity, row]) => identity !== row.txnId).map(([, row]) => row);
        if (withIds.length > 0) await fresh.drop({ "ids.csv": csvOf(withIds) }, "merge");
        if (others.length > 0) await fresh.drop({ "others.csv": csvWithoutIds(others) }, "merge");
        expect(await figuresOf(engine)).toEqual(await figuresOf(fresh));
        const [status, alone] = [await engine.methods.status({}), await fresh.methods.status({})];
        expect({ ...status, dataVersion: 0, imports: 0, origins: 0 }).toEqual({
          ...alone,
          dataVersion: 0,
          imports: 0,
          origins: 0,
        });
      }),
      { numRuns: RUNS },
    );
    recordTorture("orders of imports, deletions and re-imports", { orders: RUNS, "unlike the replay": 0 });
  },
);

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
