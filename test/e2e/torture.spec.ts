import path from "node:path";

import { expect, test } from "@playwright/test";

import { withServer } from "#scripts/bench/server.mjs";
import { root } from "#scripts/build.mjs";
import { runFaults } from "#scripts/torture/faults.mjs";
import { runFlips } from "#scripts/torture/flips.mjs";
import { runQuota } from "#scripts/torture/quota.mjs";
import { tortureServer } from "#scripts/torture/server.mjs";

/** The built app that the other end-to-end tests are served. */
const app = path.join(root, "dist");
const SEED = 3;

function served<Value>(port: number, work: (origin: string) => Promise<Value>): Promise<Value> {
  return withServer({ server: tortureServer(app), port }, work);
}

test("whatever strikes an import, nothing is lost, doubled or half there", async () => {
  // A dozen faults, each with an import and a look at what it left: a minute and a half where nothing else runs.
  test.setTimeout(480_000);
  const faults = await served(4337, (origin) => runFaults({ origin, rounds: 1, seed: SEED }));
  expect(new Set(faults.map(({ name }) => name)).size).toBeGreaterThanOrEqual(12);
  expect(faults.filter(({ inTransaction }) => inTransaction).length * 2).toBeGreaterThanOrEqual(faults.length);
  expect(faults.flatMap(({ name, wrong }) => wrong.map((what: string) => `${name}: ${what}`))).toEqual([]);
});

test("without room nothing is half written, and with room again the file goes in", async () => {
  const faults = await runQuota({ app, firstPort: 4340, sizes: 2 });
  expect(faults.flatMap(({ wrong }) => wrong)).toEqual([]);
});

test("a damaged byte on the disk is noticed and never counted", async () => {
  const looked = await served(4338, (origin) => runFlips({ origin, flips: 10, truncations: 3, seed: SEED }));
  expect(looked.flatMap(({ kind, wrong }) => wrong.map((what: string) => `${kind}: ${what}`))).toEqual([]);
});
