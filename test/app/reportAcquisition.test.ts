import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterEach, beforeEach, expect, it, vi } from "vitest";

import type { reportDocument } from "#src/app/report/document.ts";
import { main } from "#src/app/report/main.ts";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "report-"));
});

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

function written(name: string, ...lines: readonly string[]): string {
  const file = path.join(folder, name);
  writeFileSync(file, `${lines.join("\n")}\n`);
  return file;
}

async function run(...args: string[]) {
  let out = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => ((out += String(text)), true));
  expect(await main(args)).toBe(0);
  // Only `main` wrote to it.
  return JSON.parse(out) as Awaited<ReturnType<typeof reportDocument>>;
}

const ledger = () =>
  written(
    "ledger.csv",
    "txn_id,user_id,occurred_at,type,amount,product,term_days,channel",
    "a,u1,2024-01-01,lend,1000,P,30,app",
    "b,u1,2024-01-01,subsidy,5,P,,app",
    "c,u2,2024-01-11,lend,1000,P,30,web",
    "d,u1,2024-01-31,lend,1000,P,30,app",
  );

it("RP9 has acquisition by channel, with the files of the datasets named by their options", async () => {
  const lenders = written("people.csv", "user_id,registered_at,channel", "u1,2024-01-01,app", "u3,2024-01-02,app");
  const spend = written("bills.csv", "date,channel,amount,kind", "2024-01-05,app,20,ads", "2024-01-05,tv,1,ads");
  const document = await run("--spread", "365000", "--spend", spend, "--lenders", lenders, ledger());
  expect(document.imports.map(({ file }) => path.basename(file))).toEqual(["ledger.csv", "people.csv", "bills.csv"]);
  expect(document.acquisition).toMatchObject({
    missing: [],
    unmatchedSpend: 100,
    total: { registered: 2, registeredLent: 1, newLenders: 2, spend: 2100, acquisitionCost: 1300 },
    timeToSecond: { lenders: 2, events: 1, p25: 30, p50: 30, p75: 30 },
  });
  const app = document.acquisition!.channels.find(({ channel }) => channel === "app");
  expect(app).toMatchObject({
    newLenders: 1,
    secondLend: { count: 1, of: 1 },
    held30: { count: 1, of: 1 },
    held90: { count: 0, of: 0 },
    newLenderSubsidies: 500,
    acquisitionCost: 2500,
    // 30 days of one yuan and one of two.
    lifetimeValue: { m1: 3200, m3: null, m6: null, m12: null },
    payback: { months: 2500 / 3200, observedMonths: 0 },
  });
});

it("RP9 says what is missing, and has no acquisition without a row", async () => {
  const { acquisition } = await run(ledger());
  expect(acquisition).toMatchObject({ missing: ["lenders", "spend", "spread"], total: { spend: null, payback: null } });
  const spend = written("bills.csv", "date,channel,amount", "2024-01-05,app,20");
  expect((await run(spend)).acquisition).toBeNull();
});

it("DM5 leaves internal accounts out when told to", async () => {
  const lenders = written("staff.csv", "user_id,registered_at,is_internal", "u1,2024-01-01,yes", "u2,2024-01-01,no");
  const kept = await run("--lenders", lenders, ledger());
  const leftOut = await run("--internal", "left-out", "--lenders", lenders, ledger());
  expect([kept.totals.volume, kept.totals.lenders]).toEqual([300_000, 2]);
  expect([leftOut.totals.volume, leftOut.totals.lenders]).toEqual([100_000, 1]);
  expect(leftOut.acquisition).toMatchObject({ total: { registered: 1, newLenders: 1 } });
});
