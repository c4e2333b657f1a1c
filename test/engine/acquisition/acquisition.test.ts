import { describe, expect, it } from "vitest";

import { monthEnd, monthStart } from "#src/domain/calendar.ts";
import { DEFAULT_HUNTER_RULES, type HunterRules } from "#src/domain/segments.ts";
import { DEFAULT_SETTINGS, type Settings } from "#src/domain/switches.ts";
import { partsPerMillion } from "#src/domain/units.ts";
import type { AcquisitionArgs, HunterArgs } from "#src/engine/protocol.ts";
import { openEngine, TODAY } from "#test/support/engineHarness.ts";

const ALL = { products: [], channels: [] };
const BY_CHANNEL: AcquisitionArgs = { by: "channel", cohorts: null, filter: ALL };

/** Lines of a ledger: lender, day, type, yuan, channel, and a term where it has one. */
function ledger(...lines: readonly string[]): string {
  const rows = lines.map((line, place) => {
    const [lender, day, type, yuan, channel, term = ""] = line.split(" ");
    return `t${String(place).padStart(3, "0")},${lender},${day},${type},${yuan},P,${term},${channel}`;
  });
  return ["txn_id,user_id,occurred_at,type,amount,product,term_days,channel", ...rows, ""].join("\n");
}

async function engineWith(files: Readonly<Record<string, string>>, settings: Partial<Settings> = {}) {
  const { methods, drop } = await openEngine();
  await drop(files);
  await methods.saveSettings({ settings: { ...DEFAULT_SETTINGS, ...settings }, today: TODAY });
  return methods;
}

/** A yuan a day for 1,000 in hand, so that values are counted in the head. */
const A_YUAN_A_DAY = { spreadPpm: partsPerMillion(365_000) };

describe("cost and value of new lenders", () => {
  it("AQ3 without a spend file costs are unknown, and without a spread values are", async () => {
    const methods = await engineWith({ "l.csv": ledger("u1 2024-01-01 lend 1000 app", "u2 2024-02-29 lend 5 web") });
    const { total, groups, missing, unmatchedSpend, timeToFirst } = await methods.acquisition(BY_CHANNEL);
    expect(missing).toEqual(["lenders", "spend", "spread"]);
    expect([unmatchedSpend, timeToFirst]).toEqual([null, null]);
    for (const group of [total, ...groups]) {
      expect(group).toMatchObject({ spend: null, acquisitionCost: null, valueToCost: null, payback: null });
      expect(group).toMatchObject({ observedValue: null, projectedValue: null, curve: { points: [] } });
      expect(group.lifetimeValue).toEqual({ m1: null, m3: null, m6: null, m12: null });
      expect(group.funnel.slice(0, 2).map(({ share }) => share)).toEqual([null, null]);
    }
  });

  it("AQ3 AQ4 what a channel cost that no row of spend names is not known; spend of one without lenders is told", async () => {
    const methods = await engineWith({
      "l.csv": ledger(
        "u1 2024-01-01 lend 1000 app",
        "u1 2024-01-31 subsidy 30 app",
        "u1 2024-02-01 subsidy 7 app",
        "u2 2024-01-10 lend 1000 web",
        "u3 2024-02-29 lend 1000 web",
      ),
      "s.csv":
        "date,channel,amount,kind\n2024-01,web,60,ads\n2024-01-03,web,500,subsidy\n2024-02-02,tv,40,ads\n2024-03-01,web,9,ads\n",
    });
    const { total, groups, unmatchedSpend } = await methods.acquisition(BY_CHANNEL);
    expect(groups.map(({ name, spend, acquisitionCost }) => [name, spend, acquisitionCost])).toEqual([
      ["web", 6000, 3000],
      ["app", null, null],
    ]);
    expect([total.spend, total.acquisitionCost, unmatchedSpend]).toEqual([10_000, 13_000 / 3, 4000]);
    const app = await methods.acquisition({ ...BY_CHANNEL, filter: { products: [], channels: ["app"] } });
    expect(app.total).toMatchObject({ spend: null, acquisitionCost: null, payback: null });
    expect(app.trend.map(({ acquisitionCost }) => acquisitionCost)).toEqual([null, null]);
  });

  it("AQ3 AQ4 a spend of nothing is one: with 0, as a subsidy, or in months that are not asked for", async () => {
    const methods = await engineWith({
      "l.csv": ledger(
        ...["app", "web", "tv", "shop"].map((channel, place) => `u${place} 2024-01-0${place + 1} lend 1000 ${channel}`),
        "u0 2024-01-09 subsidy 30 app",
        "u9 2024-03-31 lend 1000 app",
      ),
      "s.csv":
        "date,channel,amount,kind\n2024-01-05,app,0,ads\n2024-01-06,web,8,subsidy\n2024-03-01,tv,9,ads\n2024-01-07,shop,7,ads\n",
    });
    const january = { from: monthStart(2024 * 12), to: monthEnd(2024 * 12) };
    const { groups } = await methods.acquisition({ ...BY_CHANNEL, cohorts: january });
    expect(groups.map(({ name, spend, acquisitionCost }) => [name, spend, acquisitionCost])).toEqual([
      ["app", 0, 3000],
      ["shop", 700, 700],
      ["tv", 0, 0],
      ["web", 0, 0],
    ]);
    const byMonth = await methods.acquisition({ ...BY_CHANNEL, by: "month" });
    expect(byMonth.trend.map(({ acquisitionCost }) => acquisitionCost)).toEqual([3700 / 4, null, 900]);
  });

  it("AQ5 a cohort that earned nothing stays zero in the mean, and a month without lenders is left out of it", async () => {
    const methods = await engineWith(
      {
        "l.csv": ledger(
          // January earns 31 in its month; February has nobody; March is in and out on one day.
          "u1 2024-01-01 lend 1000 app",
          "u1 2024-02-01 exit 1000 app",
          "u2 2024-03-05 lend 1000 app",
          "u2 2024-03-05 exit 1000 app",
          "u2 2024-03-31 deposit 1 app",
        ),
        "s.csv": "date,channel,amount\n2024-02-01,app,10\n",
      },
      A_YUAN_A_DAY,
    );
    const { total, trend } = await methods.acquisition(BY_CHANNEL);
    expect(total.curve.points.map(({ value, cohorts, lenders }) => [value, cohorts, lenders])).toEqual([
      [1550, 2, 2],
      [1550, 1, 1],
      [1550, 1, 1],
    ]);
    expect(total.observedValue).toBe(1550);
    expect(total.payback).toEqual({ months: 500 / 1550, observedMonths: 2 });
    expect(trend.map(({ newLenders, acquisitionCost, payback }) => [newLenders, acquisitionCost, payback])).toEqual([
      [1, 0, { months: 0, observedMonths: 2 }],
      [0, null, null],
      [1, 0, { months: 0, observedMonths: 0 }],
    ]);
  });

  it("AQ5 carries a young group on at the rate at which all lenders' value grew", async () => {
    const methods = await engineWith(
      {
        "l.csv": ledger(
          "u1 2024-01-01 lend 1000 app",
          "u1 2024-03-01 exit 1000 app",
          "u2 2024-03-01 lend 2000 web",
          "u2 2024-03-31 exit 2000 web",
        ),
      },
      A_YUAN_A_DAY,
    );
    const { groups } = await methods.acquisition(BY_CHANNEL);
    const web = groups.find(({ name }) => name === "web")!;
    // 30 days of 2. All lenders: (31 days of 1 + 30 days of 2) / 2, then the 29 days of 1 that the older one had, then nothing.
    expect([web.observedValue, web.projectedValue]).toEqual([6000, 6000 * (1 + 2900 / 4550)]);
  });

  it("AQ1 a running month has lenders and no value, and months asked for stand alone", async () => {
    const methods = await engineWith(
      { "l.csv": ledger("u1 2024-01-05 lend 1000 app", "u2 2024-02-10 lend 1000 app") },
      A_YUAN_A_DAY,
    );
    const february = { from: monthStart(2024 * 12 + 1), to: monthEnd(2024 * 12 + 1) };
    const { total, trend } = await methods.acquisition({ ...BY_CHANNEL, cohorts: february });
    expect(total).toMatchObject({ newLenders: 1, observedValue: null, projectedValue: null, volume: 100_000 });
    expect(trend).toHaveLength(1);
  });

  it("AQ6 the ten largest of twelve lenders", async () => {
    const lines = Array.from({ length: 12 }, (_, one) => `u${one} 2024-01-0${(one % 3) + 1} lend ${one + 1} app`);
    const methods = await engineWith({ "l.csv": ledger(...lines) });
    const { total } = await methods.acquisition(BY_CHANNEL);
    expect(total.topTenShare).toBeCloseTo((78 - 1 - 2) / 78, 12);
  });

  it("AQ1 answers without a row: nobody, and no figure", async () => {
    const methods = await engineWith({ "s.csv": "date,channel,amount\n2024-02-01,app,10\n" }, A_YUAN_A_DAY);
    const result = await methods.acquisition(BY_CHANNEL);
    expect(result).toMatchObject({
      groups: [],
      trend: [],
      unmatchedSpend: 0,
      timeToSecond: { lenders: 0, points: [] },
    });
    expect(result.total).toMatchObject({ newLenders: 0, volumeShare: null, acquisitionCost: null, topTenShare: null });
  });
});

describe("bonus hunters", () => {
  const LEDGER = ledger(
    // The hunter: the coupon's amount for the shortest term, out at once.
    "u1 2024-01-01 lend 10000 feed 7",
    "u1 2024-01-01 subsidy 128 feed",
    "u1 2024-01-08 exit 10000 feed",
    "u1 2024-01-10 withdraw 10000 feed",
    // The same, but lent again.
    "u2 2024-01-01 lend 10000 feed 7",
    "u2 2024-01-01 subsidy 128 feed",
    "u2 2024-01-08 exit 10000 feed",
    "u2 2024-01-09 lend 10000 feed 30",
    // Without a coupon.
    "u3 2024-01-01 lend 5000 web 30",
    "u3 2024-01-31 exit 5000 web",
  );
  const SPEND = "date,channel,amount\n2024-01-01,feed,200\n2024-01-01,web,50\n";
  const ask = (rules: HunterRules): HunterArgs => ({ by: "channel", cohorts: null, filter: ALL, rules });

  it("HN1 HN2 HN3 tells who they are, what they cost and what the others are worth", async () => {
    const methods = await engineWith({ "l.csv": LEDGER, "s.csv": SPEND }, A_YUAN_A_DAY);
    const { total, groups, signCounts, unknownSigns, shortestTermDays } = await methods.hunters(
      ask(DEFAULT_HUNTER_RULES),
    );
    expect(signCounts).toEqual({ shortestTerm: 2, coupon: 2, atThreshold: 2, cashOut: 1, noSecondLend: 2 });
    expect([unknownSigns, shortestTermDays]).toEqual([[], 7]);
    const feed = groups.find(({ name }) => name === "feed")!;
    expect(feed).toMatchObject({
      newLenders: 2,
      hunters: { count: 1, of: 2 },
      subsidies: 12_800,
      cost: 22_800,
      // 7 days of ten a day; and 7 and 23 of them.
      value: { all: 18_500, hunters: 7000, others: 30_000 },
      valueToCost: { all: 18_500 / 22_800, others: 30_000 / 22_800 },
    });
    // What the rows come to; a third of all spend would be less.
    expect(total).toMatchObject({ newLenders: 3, hunters: { count: 1 }, cost: 22_800 });
  });

  it("HN2 all hunters cost what the groups cost whose spend is known, by whatever they are grouped", async () => {
    const known = await engineWith({ "l.csv": LEDGER, "s.csv": "date,channel,amount\n2024-01-01,feed,200\n" });
    for (const by of ["channel", "month"] as const) {
      const { total, groups } = await known.hunters({ ...ask(DEFAULT_HUNTER_RULES), by });
      expect(total.cost).toBe(groups.reduce((sum, { cost }) => sum + (cost ?? 0), 0));
      expect(groups.map(({ cost }) => cost)).toEqual(by === "channel" ? [22_800, null] : [20_000 / 3 + 12_800]);
    }
    const elsewhere = await engineWith({ "l.csv": LEDGER, "s.csv": "date,channel,amount\n2024-01-01,tv,200\n" });
    expect((await elsewhere.hunters(ask(DEFAULT_HUNTER_RULES))).total.cost).toBeNull();
  });

  it("HN1 asks only for the rules that are on, and for nobody when none is", async () => {
    const methods = await engineWith({ "l.csv": LEDGER });
    const off = { shortestTerm: false, coupon: false, atThreshold: false, cashOut: false, noSecondLend: false };
    const count = async (on: Partial<HunterRules>): Promise<number> =>
      (await methods.hunters(ask({ ...DEFAULT_HUNTER_RULES, ...off, ...on }))).total.hunters.count;
    expect(await count({})).toBe(0);
    expect(await count({ coupon: true })).toBe(2);
    expect(await count({ noSecondLend: true })).toBe(2);
    expect(await count({ coupon: true, noSecondLend: true })).toBe(1);
  });

  it("HN1 takes the amount and the days of the settings", async () => {
    const settings = { hunterRules: { ...DEFAULT_HUNTER_RULES, thresholdFen: 500_000 } };
    const methods = await engineWith({ "l.csv": LEDGER }, settings);
    const { signCounts, rules } = await methods.hunters(ask(DEFAULT_HUNTER_RULES));
    expect([signCounts.atThreshold, rules.thresholdFen]).toEqual([1, 500_000]);
  });

  it("HN4 does not ask for what the data cannot show", async () => {
    const methods = await engineWith({ "l.csv": ledger("u1 2024-01-01 lend 10000 feed", "u2 2024-01-02 lend 7 feed") });
    const { total, unknownSigns, shortestTermDays } = await methods.hunters(ask(DEFAULT_HUNTER_RULES));
    expect([unknownSigns, shortestTermDays]).toEqual([["shortestTerm", "coupon", "cashOut"], null]);
    expect(total.hunters.count).toBe(1);
    expect([total.cost, total.value.all]).toEqual([null, null]);
  });
});
