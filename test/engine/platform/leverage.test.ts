import { readFileSync } from "node:fs";
import path from "node:path";

import fc from "fast-check";
import { expect, it } from "vitest";

import { isoDay, type Grain } from "#src/domain/calendar.ts";
import { DEFAULT_LEVERAGE_RULES, FUND_KINDS } from "#src/domain/leverageRules.ts";
import { DEFAULT_SETTINGS } from "#src/domain/switches.ts";
import { epochDay } from "#src/domain/units.ts";
import { arbitraryRules } from "#test/metrics/leverage/arbitraryFunds.ts";
import { EVER, csvOf, openEngine, TODAY, type FileRow } from "#test/support/engineHarness.ts";
import { dayNamed } from "#test/support/ledgerRows.ts";
import { samplePaths } from "#test/support/sampleOracle.ts";

import {
  dullFigures,
  dullLines,
  dullLosses,
  dullPoints,
  dullRoom,
  type DullEvent,
  type DullFund,
} from "./dullLeverage.ts";

const RULES = DEFAULT_LEVERAGE_RULES;
const START = dayNamed("2024-01-17");
const HEADER = "as_of,kind,amount,relation,main_business,related,note";

function ledgerOf(events: readonly DullEvent[], lender = "u1"): string {
  const rows = events.map(({ day, type, fen }, place): FileRow => {
    const [at, amount] = [`${isoDay(epochDay(day))} 10:00:00`, (fen / 100).toFixed(2)];
    return { txnId: `${lender}-${place}`, lender, at, type, amount, product: "P", term: "30", channel: "" };
  });
  return csvOf(rows);
}

function fundsFile(...lines: readonly string[]): string {
  return [HEADER, ...lines, ""].join("\n");
}

function lineOf({ day, kind, fen, relation, mainBusiness, related }: DullFund): string {
  return [isoDay(epochDay(day)), kind, (fen / 100).toFixed(2), relation, mainBusiness, related, ""].join(",");
}

async function engineWith(files: Readonly<Record<string, string>>) {
  const engine = await openEngine();
  await engine.drop(files);
  const leverage = (grain: Grain = "month") => engine.methods.leverage({ period: EVER, grain, rules: RULES });
  const funds = async (day: string, rules = RULES) => (await engine.methods.funds({ day: dayNamed(day), rules })).funds;
  return { ...engine, leverage, funds };
}

const lent = (date: string, fen: number): DullEvent => ({ day: dayNamed(date), type: "lend", fen });

const LENT = ledgerOf([lent("2024-01-05", 6_000_000), lent("2024-02-10", 4_000_000)]);

it("LV1 LV6 follows the ledger and the funds through time, from the first fund on", async () => {
  const { leverage } = await engineWith({
    "l.csv": LENT,
    "f.csv": fundsFile(
      "2024-01-31,guarantee,1.00,partner,,no,",
      "2024-01-31,净资产,4000.00,own,,,",
      "2024-01-31,shareholder,6000.00,控股,否,,parent",
      "2024-02-10,net_assets,9000.00,own,,,",
    ),
  });
  const { hasFunds, now, room, points, losses, basis } = await leverage("day");
  expect([hasFunds, basis.sourceRows]).toEqual([true, 2]);
  expect(points.map(({ day, backing }) => [isoDay(day), backing])).toEqual([
    // 3 % of 60,000 yuan, 4,000, half of 6,000.
    ...Array.from({ length: 10 }, (_, at) => [isoDay(epochDay(dayNamed("2024-01-31") + at)), 880_000]),
    ["2024-02-10", 300_000 + 900_000 + 300_000],
  ]);
  expect(now).toMatchObject({ outstanding: 10_000_000, leverage: 10_000_000 / 1_500_000, band: "normal" });
  // (9,000 + 3,000) · 10 ÷ 0.7 yuan, and 100,000 ÷ 10 yuan.
  expect(room).toEqual({ band: "high", at: 10, outstanding: 7_142_857, backing: 500_000 });
  expect(losses.map(({ lenders }) => lenders)).toEqual([0, 0, 0, 0]);
  expect((await leverage()).points.map(({ bucket }) => isoDay(bucket.to))).toEqual(["2024-01-31", "2024-02-10"]);
});

it("LV8 without funds, before the first of them, or without a ledger, there is nothing to say", async () => {
  const nothing = { now: null, room: null, points: [], losses: [] };
  const fund = fundsFile("2024-05-01,insurance,1.00,,,,");
  expect(await (await engineWith({ "l.csv": LENT })).leverage()).toMatchObject({ ...nothing, hasFunds: false });
  expect(await (await engineWith({ "f.csv": fund })).leverage()).toMatchObject({ ...nothing, hasFunds: true });
  const early = await engineWith({ "l.csv": LENT, "f.csv": fund });
  expect(await early.leverage()).toMatchObject({ ...nothing, hasFunds: true });
  expect(await early.funds("2024-04-30")).toEqual([]);
  expect(await early.funds("2024-05-01")).toHaveLength(1);
  const bare = await engineWith({ "l.csv": LENT, "f.csv": fundsFile("2024-01-01,trust,5.00,,,,") });
  const { now, room, losses } = await bare.leverage();
  expect([now?.backing, now?.leverage, now?.band, room]).toEqual([0, null, null, null]);
  expect(losses[0]).toMatchObject({ loss: 300_000, lenders: 300_000 });
});

it("LV6 a fund says what it counts for, by which rule, and which import it is in force from", async () => {
  const { drop, funds, methods } = await engineWith({
    "l.csv": LENT,
    "a.csv": fundsFile(
      "2024-01-31,信托,7.00,,,,",
      "2024-01-31,shareholder,6.01,控股,,,A",
      "2024-01-31,担保,5.00,,,是,",
    ),
  });
  await drop({ "b.csv": fundsFile("2024-01-31,shareholder,8.00,控股,,,A", "2024-02-29,shareholder,1.00,财务,,,B") });
  const facts = async (day: string) =>
    (await funds(day)).map(({ kind, kindName, amount, counts, why, note, importId }) => [
      ...[kind, kindName, amount, counts, why, note],
      importId,
    ]);
  expect(await facts("2024-02-28")).toEqual([
    ["guarantee", "guarantee", 500, 0, "related_guarantor", "", 2],
    ["shareholder", "shareholder", 800, 400, "subsidiary", "A", 3],
    [null, "信托", 700, 0, "unknown_kind", "", 2],
  ]);
  expect((await facts("2024-02-29"))[1]).toEqual(["shareholder", "shareholder", 100, 0, "financial", "B", 3]);
  await methods.deleteImports({ importIds: [3], today: TODAY });
  expect((await facts("2024-02-29"))[1]).toEqual(["shareholder", "shareholder", 601, 301, "subsidiary", "A", 2]);
});

it("LV1 is of the whole ledger, less internal accounts where the settings leave them out", async () => {
  const { methods, leverage } = await engineWith({
    "l.csv": LENT,
    "s.csv": ledgerOf([lent("2024-02-01", 90_000)], "staff"),
    "u.csv": "user_id,registered_at,is_internal\nstaff,2024-01-01,yes\nu1,2024-01-01,no\n",
    "f.csv": fundsFile("2024-01-01,insurance,50000.00,,,,"),
  });
  expect((await leverage()).now).toMatchObject({ outstanding: 10_090_000 });
  await methods.saveSettings({ settings: { ...DEFAULT_SETTINGS, leavesInternalOut: true }, today: TODAY });
  expect((await leverage()).now).toMatchObject({ outstanding: 10_000_000, leverage: 2 });
});

const anyFunds = fc.array(
  fc.record({
    day: fc.integer({ min: -40, max: 160 }).map((at) => START + at - (at % 40)),
    kind: fc.constantFrom(...FUND_KINDS, "shareholder", "trust"),
    fen: fc.oneof(fc.integer({ min: -50_000, max: 500_000 }), fc.integer({ min: 1, max: 20_000_000 })),
    relation: fc.constantFrom("", "controlling", "financial", "friend"),
    mainBusiness: fc.constantFrom("", "yes", "no"),
    related: fc.constantFrom("", "yes", "no"),
  }),
  { minLength: 1, maxLength: 16 },
);

const anyEvents = fc.array(
  fc.record({
    day: fc.nat(150).map((at) => START + at),
    type: fc.constantFrom("lend" as const, "lend" as const, "exit" as const),
    fen: fc.integer({ min: 1, max: 30_000_000 }),
  }),
  { minLength: 1, maxLength: 20 },
);

const anyQuestion = fc.record({
  grain: fc.constantFrom<Grain[]>("day", "week", "month"),
  rules: arbitraryRules(),
  from: fc.integer({ min: -10, max: 160 }).map((at) => epochDay(START + at)),
  days: fc.nat(170),
  day: fc.integer({ min: -50, max: 170 }).map((at) => epochDay(START + at)),
});

it("LV1 to LV9 equal a dull recomputation on random funds and ledgers", async () => {
  let answered = 0;
  await fc.assert(
    fc.asyncProperty(anyFunds, anyEvents, anyQuestion, async (funds, events, { grain, rules, from, days, day }) => {
      const made = { funds, events, rules };
      const { methods } = await engineWith({ "l.csv": ledgerOf(events), "f.csv": fundsFile(...funds.map(lineOf)) });
      const period = { from, to: epochDay(from + days) };
      const answer = await methods.leverage({ period, grain, rules });
      const now = dullFigures(made, Math.max(...events.map((event) => event.day)));
      expect(answer.now).toEqual(now);
      // Half a fen of the guarantee may stand between leverage and the room: none is left then.
      expect(answer.room).toEqual(now && dullRoom(made, now));
      expect(answer.losses).toEqual(now ? dullLosses(now) : []);
      expect(answer.points).toEqual(dullPoints(made, period, grain));
      const lines = (await methods.funds({ day, rules })).funds;
      expect(
        lines.map(({ asOf, kindName, amount, relation, counts }) => ({ asOf, kindName, amount, relation, counts })),
      ).toEqual(dullLines(made, day));
      answered += answer.room ? 1 : 0;
    }),
    { numRuns: 60 },
  );
  expect(answered).toBeGreaterThan(10);
}, 120_000);

it("LV1 LV7 the sample's platform is at 6.6 times, with room before 10", async () => {
  const files = Object.fromEntries(samplePaths().map((file) => [path.basename(file), readFileSync(file, "utf8")]));
  const { leverage, funds } = await engineWith({
    ...files,
    "funds.csv": readFileSync(path.resolve("sample-data/funds.csv"), "utf8"),
  });
  const { now, room, points, losses } = await leverage();
  // 77,066,285.71 owed; the guarantor stands for 3 % of it. 4.5 million of net assets and 0.35 of profit, 0.2 insured,
  // 0.9 of collateral, shareholders of 1.5 million whole and of 4 by half: 9.45 million, and the guarantee, 11.76.
  const outstanding = 7_706_628_571;
  const guarantee = 231_198_857;
  expect(now).toEqual({
    ...{ day: dayNamed("2025-03-31"), outstanding, guarantee },
    ...{ insurance: 20_000_000, partner: 251_198_857, ownFunds: 485_000_000, ownFrom: "net_assets" },
    ...{ collateral: 90_000_000, own: 575_000_000, shareholders: 350_000_000, backing: 1_176_198_857 },
    leverage: 7_706_628_571 / 1_176_198_857,
    withoutPartner: 7_706_628_571 / 925_000_000,
    band: "normal",
    absorbs: 1_176_198_857 / 7_706_628_571,
  });
  expect(now?.leverage).toBeCloseTo(6.55, 2);
  // 10 · 9.45 ÷ (1 − 10 · 3 %) = 135 million can be owed at 10 times; 7.71 million carry what is owed now.
  expect(room).toEqual({
    ...{ band: "high", at: 10 },
    outstanding: 13_500_000_000 - outstanding,
    backing: 1_176_198_857 - 770_662_858,
  });
  expect(points).toHaveLength(15);
  // June 2024 ends with its own funds: 3.8 million of net assets less the loss, 0.6, 1.5 and half of 3.5.
  const june = points.find(({ day }) => isoDay(day) === "2024-06-30");
  expect(june).toMatchObject({ outstanding: 2_368_994_520, guarantee: 71_069_836, backing: 71_069_836 + 765_000_000 });
  // 15 %: 11.56 million, less than backing; shareholders pay 3.3 of their 3.5.
  expect(losses.at(-1)).toEqual({
    ...{ lossPpm: 150_000, loss: 1_155_994_286, insurance: 20_000_000, guarantee, own: 485_000_000 },
    ...{ collateral: 90_000_000, shareholders: 329_795_429, lenders: 0 },
  });
  const lines = await funds("2025-03-31");
  expect(lines).toHaveLength(10);
  expect(lines.map(({ counts }) => counts)).toEqual([
    ...[null, 20_000_000, 450_000_000, 35_000_000, 0, 0, 90_000_000],
    ...[150_000_000, 200_000_000, 0],
  ]);
}, 60_000);
