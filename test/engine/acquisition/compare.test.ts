import { expect, it } from "vitest";

import { monthEnd, monthStart } from "#src/domain/calendar.ts";
import { DEFAULT_SETTINGS } from "#src/domain/switches.ts";
import { openEngine, TODAY } from "#test/support/engineHarness.ts";

import { sampleEngine } from "./sampleEngine.ts";

const ALL = { products: [], channels: [] };
const month = (number: number) => ({ from: monthStart(number), to: monthEnd(number) });
const JANUARY = month(2024 * 12);

const HEADER = "txn_id,user_id,occurred_at,type,amount,product,channel";

it("two months are each of their own lenders, and the quick ratio of those lenders alone", async () => {
  const { methods, drop } = await openEngine();
  await drop({
    "l.csv": [
      HEADER,
      "1,a,2024-01-05,lend,100,P,app",
      "2,b,2024-02-05,lend,300,P,app",
      "3,a,2024-02-10,exit,40,P,app",
      "4,b,2024-03-10,exit,100,P,app",
      "5,c,2024-03-31,lend,7,P,app",
      "",
    ].join("\n"),
  });
  const { sides, basis } = await methods.compareAcquisition({
    sides: [
      { type: "month", month: JANUARY },
      { type: "month", month: month(2024 * 12 + 1) },
      { type: "month", month: month(2023 * 12) },
    ],
    cohorts: null,
    filter: ALL,
  });
  expect(sides.map(({ newLenders }) => newLenders)).toEqual([1, 1, 0]);
  expect(sides.map(({ quickRatio }) => quickRatio)).toEqual([100 / 40, 3, null]);
  expect(sides[0]?.held.map(({ share }) => share.value)).toEqual([1, 1, 1]);
  expect(sides[1]?.lentAgain.map(({ share }) => share.value)).toEqual([1, 0]);
  expect(sides[2]?.held).toEqual([]);
  expect(basis.sourceRows).toBe(4);
});

it("a name that nobody has and a segment that is gone have nobody", async () => {
  const { methods, drop } = await openEngine();
  await drop({ "l.csv": `${HEADER}\n1,a,2024-01-05,lend,100,P,app\n2,a,2024-04-05,exit,100,P,app\n` });
  const { sides, differences } = await methods.compareAcquisition({
    sides: [
      { type: "channel", name: "tv" },
      { type: "segment", id: "gone" },
    ],
    cohorts: null,
    filter: ALL,
  });
  for (const side of sides)
    expect(side).toMatchObject({ newLenders: 0, acquisitionCost: null, quickRatio: null, held: [], lentAgain: [] });
  expect(differences.map(({ verdict, difference }) => [verdict, difference])).toEqual([
    ["too_few", null],
    ["too_few", null],
  ]);
});

it("lenders on both sides are told", async () => {
  const { methods, drop } = await openEngine();
  const rows = ["1,a,2024-01-05,lend,100,P,app", "2,b,2024-02-05,lend,300,P,web", "3,c,2024-02-05,lend,300,Q,app"];
  await drop({ "l.csv": [HEADER, ...rows, ""].join("\n") });
  const { differences } = await methods.compareAcquisition({
    sides: [
      { type: "channel", name: "app" },
      { type: "product", name: "P" },
      { type: "product", name: "Q" },
    ],
    cohorts: null,
    filter: ALL,
  });
  const held = differences.filter(({ measure }) => measure === "held90");
  expect(held.map(({ a, b, shared }) => [a, b, shared])).toEqual([
    [0, 1, 1],
    [0, 2, 1],
    [1, 2, 0],
  ]);
});

it("an empty ledger answers", async () => {
  const { methods } = await openEngine();
  await methods.saveSettings({ settings: DEFAULT_SETTINGS, today: TODAY });
  const { sides } = await methods.compareAcquisition({
    sides: [{ type: "all" }, { type: "month", month: JANUARY }],
    cohorts: null,
    filter: ALL,
  });
  expect(sides.map(({ newLenders, quickRatio }) => [newLenders, quickRatio])).toEqual([
    [0, null],
    [0, null],
  ]);
});

it("DF1 on the sample referral holds far better than the bonus feed, and pays back while the feed does not", async () => {
  const { methods } = await sampleEngine();
  const { sides, differences, missing } = await methods.compareAcquisition({
    sides: [
      { type: "channel", name: "referral" },
      { type: "channel", name: "feed" },
    ],
    cohorts: null,
    filter: ALL,
  });
  expect(missing).toEqual([]);
  const held = differences.find(({ measure }) => measure === "held90");
  expect(held).toMatchObject({ a: 0, b: 1, verdict: "differs" });
  expect(held?.difference).toBe((sides[0]?.held90.value ?? 0) - (sides[1]?.held90.value ?? 0));
  expect(held?.interval?.low).toBeGreaterThan(0.4);
  expect(sides[0]?.payback?.months).not.toBeNull();
  expect(sides[1]?.payback?.months ?? null).toBeNull();
}, 60_000);
