import { readFileSync } from "node:fs";
import path from "node:path";

import fc from "fast-check";
import { expect, it } from "vitest";

import { daysInMonth, isoDay, parseIsoDay } from "#src/domain/calendar.ts";
import { DEFAULT_SETTINGS } from "#src/domain/switches.ts";
import { epochDay, type EpochDay } from "#src/domain/units.ts";
import type { TargetProgress } from "#src/engine/protocol.ts";
import { csvOf, openEngine, TODAY, type FileRow } from "#test/support/engineHarness.ts";
import { samplePaths } from "#test/support/sampleOracle.ts";

type Event = Pick<FileRow, "lender" | "at" | "type" | "amount">;

/** Rows as `lender day type amount`. */
function ledger(...lines: readonly string[]): string {
  const rows = lines.map((line, place): FileRow => {
    const [lender, day, type, amount] = line.split(" ") as [string, string, string, string];
    return { txnId: `t${place}`, lender, at: `${day} 10:00:00`, type, amount, product: "P", term: "30", channel: "" };
  });
  return csvOf(rows);
}

async function targetsOf(files: Readonly<Record<string, string>>): Promise<readonly TargetProgress[]> {
  const engine = await openEngine();
  await engine.drop(files);
  return (await engine.methods.targets({})).targets;
}

/** April 2024 runs to the 10th. January to March lent 100, 200 and 400; by the 10th 50, 60 and 100 of it. */
const SPRING = ledger(
  "a 2024-01-05 lend 50",
  "b 2024-01-20 lend 50",
  "c 2024-02-10 lend 60",
  "a 2024-02-29 lend 140",
  "d 2024-03-01 lend 100",
  "a 2024-03-15 exit 80",
  "a 2024-03-31 lend 300",
  "e 2024-04-02 lend 90",
  "a 2024-04-10 exit 40",
);

it("TA2 a flow is expected as far as the median of earlier months was by that day", async () => {
  const [target] = await targetsOf({ "l.csv": SPRING, "t.csv": "month,metric,value,owner\n2024-04,volume,1000,Ops\n" });
  // Shares by the 10th: 50 %, 30 %, 25 %; the middle one of 1,000 is 300, and 90 is there.
  expect(target).toMatchObject({
    month: { from: parseIsoDay("2024-04-01"), to: parseIsoDay("2024-04-30") },
    metric: "volume",
    owner: "Ops",
    unit: "fen",
    target: 100_000,
    actual: 9_000,
    share: 0.09,
    isOver: false,
    expectedByNow: 30_000,
    pace: "behind",
    shapeMonths: 3,
  });
});

it("TA2 of an even count of months the middle two are averaged, and a shorter month is over at its end", async () => {
  const rows = ledger("a 2024-01-31 lend 100", "a 2024-02-29 lend 100", "a 2024-03-30 lend 10");
  const [target] = await targetsOf({ "l.csv": rows, "t.csv": "month,metric,value\n2024-03,volume,100\n" });
  // By the 30th January had reached nothing, February all of it.
  expect(target).toMatchObject({ expectedByNow: 5_000, pace: "behind", shapeMonths: 2 });
});

it("TA2 a month without the flow has no shape, and without a shape nothing is expected", async () => {
  const files = { "l.csv": SPRING, "t.csv": "month,metric,value\n2024-04,exits,100\n2024-02,exits,10\n" };
  const [february, april] = await targetsOf(files);
  expect(february).toMatchObject({ actual: 0, isOver: true, pace: "met", expectedByNow: null });
  // March alone has exits, none of them by the 10th: any exit is ahead of that, which is no good.
  expect(april).toMatchObject({ actual: 4_000, expectedByNow: 0, pace: "behind", shapeMonths: 1 });
  const [alone] = await targetsOf({
    "l.csv": ledger("a 2024-04-02 lend 1"),
    "t.csv": "month,metric,value\n2024-04,volume,9\n",
  });
  expect(alone).toMatchObject({ actual: 100, expectedByNow: null, pace: null, shapeMonths: 0 });
});

it("TA3 outstanding is expected on a straight way from the month's opening to the target", async () => {
  const [target] = await targetsOf({ "l.csv": SPRING, "t.csv": "month,metric,value\n2024-04,outstanding,920\n" });
  // 620 at the end of March; a third of the month is gone.
  expect(target).toMatchObject({ actual: 67_000, expectedByNow: 72_000, pace: "behind", shapeMonths: 0 });
});

it("TA1 a month that is over has met its target or missed it, and one to come has no figure yet", async () => {
  const months = ["2024-01,volume,100", "2024-02,volume,200.01", "2024-03,exits,80", "2024-05,volume,1"];
  const [january, february, march, may] = await targetsOf({
    "l.csv": SPRING,
    "t.csv": `month,metric,value\n${months.join("\n")}\n`,
  });
  expect(january).toMatchObject({ actual: 10_000, share: 1, isOver: true, pace: "met", expectedByNow: null });
  expect(february).toMatchObject({ actual: 20_000, pace: "missed" });
  expect(march).toMatchObject({ actual: 8_000, pace: "met" });
  expect(may).toMatchObject({ actual: null, share: null, isOver: false, expectedByNow: null, pace: null });
});

it("TA1 every metric has its figure, under the switches in force", async () => {
  const engine = await openEngine();
  const names = ["outstanding", "成交额", "新客成交额", "volume_returning", "exits", "净流入", "首投人数", "GMV"];
  const lines = names.map((name) => `2024-03,${name},${name === "GMV" ? "12.5" : "3"}`);
  await engine.drop({
    "l.csv": ledger(
      "a 2024-03-01 lend 10",
      "a 2024-03-02 lend 5",
      "a 2024-03-05 transfer_out 4",
      "b 2024-03-05 transfer_in 4",
      "a 2024-03-31 exit 1",
    ),
    "t.csv": `month,metric,value\n${lines.join("\n")}\n`,
  });
  const figures = async () =>
    (await engine.methods.targets({})).targets.map(({ metricName, actual, target }) => [metricName, actual, target]);
  expect(await figures()).toEqual([
    ["outstanding", 1_400, 300],
    ["volume", 1_500, 300],
    ["volume_new", 1_000, 300],
    ["volume_returning", 500, 300],
    ["exits", 100, 300],
    ["net_inflow", 1_400, 300],
    ["new_lenders", 2, 3],
    ["GMV", null, 12.5],
  ]);
  await engine.methods.saveSettings({ settings: { ...DEFAULT_SETTINGS, transfers: "gross" }, today: TODAY });
  expect((await figures()).slice(1, 5)).toEqual([
    ["volume", 1_900, 300],
    ["volume_new", 1_400, 300],
    ["volume_returning", 500, 300],
    ["exits", 500, 300],
  ]);
});

it("TA4 of a month and metric the last row stands, whatever day it names, and its import is told", async () => {
  const engine = await openEngine();
  await engine.drop({
    "a.csv": "month,metric,value,owner\n2024-03,volume,1,A\n2024-03-15,volume,2,B\n2024-03,exits,7,A\n",
    "b.csv": "month,metric,value,owner\n2024-03-01,volume,3,C\n",
  });
  const facts = async () =>
    (await engine.methods.targets({})).targets.map(({ metricName, target, owner, importId }) => [
      metricName,
      target,
      owner,
      importId,
    ]);
  expect(await facts()).toEqual([
    ["volume", 300, "C", 2],
    ["exits", 700, "A", 1],
  ]);
  await engine.methods.deleteImports({ importIds: [2], today: TODAY });
  expect((await facts())[0]).toEqual(["volume", 200, "B", 1]);
});

it("TA5 notes come by day, each with the import that it is in force from", async () => {
  const engine = await openEngine();
  await engine.drop({
    "a.csv": 'date,text,end_date,kind\n2024-03-05,"Campaign, spring",2024-03-09,campaign\n2024-01-01,Opening,,\n',
    "b.csv": 'date,text,end_date,kind\n2024-03-05,"Campaign, spring",2024-03-11,campaign\n',
  });
  const day = parseIsoDay;
  expect(await engine.methods.annotations({})).toEqual([
    { day: day("2024-01-01"), endDay: null, text: "Opening", kind: "", importId: 1 },
    { day: day("2024-03-05"), endDay: day("2024-03-11"), text: "Campaign, spring", kind: "campaign", importId: 2 },
  ]);
});

it("without the datasets there is nothing to say", async () => {
  const engine = await openEngine();
  await engine.drop({ "l.csv": SPRING });
  expect((await engine.methods.targets({})).targets).toEqual([]);
  expect(await engine.methods.annotations({})).toEqual([]);
});

const METRICS = ["outstanding", "volume", "exits", "new_lenders"] as const;
const START = parseIsoDay("2024-01-17") ?? epochDay(0);

const anyLedger = fc.array(
  fc.record({
    lender: fc.constantFrom("a", "b", "c", "d"),
    day: fc.integer({ min: 0, max: 150 }),
    type: fc.constantFrom("lend", "lend", "exit"),
    yuan: fc.integer({ min: 1, max: 500 }),
  }),
  { minLength: 1, maxLength: 30 },
);

it("TA1 to TA3 equal a dull recomputation on random ledgers", async () => {
  await fc.assert(
    fc.asyncProperty(anyLedger, fc.integer({ min: 1, max: 2000 }), async (drawn, value) => {
      const events = drawn.map(({ lender, day, type, yuan }): Event => {
        return { lender, at: isoDay(epochDay(START + day)), type, amount: String(yuan) };
      });
      const months = ["2024-01", "2024-02", "2024-03", "2024-04", "2024-05", "2024-06", "2024-07"];
      const lines = months.flatMap((month) => METRICS.map((metric) => `${month},${metric},${value}`));
      const targets = await targetsOf({
        "l.csv": ledger(...events.map(({ lender, at, type, amount }) => `${lender} ${at} ${type} ${amount}`)),
        "t.csv": `month,metric,value\n${lines.join("\n")}\n`,
      });
      expect(targets).toHaveLength(lines.length);
      for (const { month, metric, target, actual, expectedByNow, pace } of targets) {
        const dull = dullProgress(events, isoDay(month.from).slice(0, 7), { metric: metric as Metric, target });
        expect({ actual, pace }).toEqual({ actual: dull.actual, pace: dull.pace });
        expect(expectedByNow === null).toBe(dull.expected === null);
        expect(expectedByNow ?? 0).toBeCloseTo(dull.expected ?? 0, 6);
      }
    }),
    { numRuns: 25 },
  );
});

type Metric = (typeof METRICS)[number];

/** Days as texts, every figure from all events, one question at a time. */
function dullProgress(events: readonly Event[], month: string, { metric, target }: { metric: Metric; target: number }) {
  const days = events.map(({ at }) => at).toSorted();
  const [first, last] = [days[0] ?? "", days.at(-1) ?? ""];
  const endOf = (of: string): string => {
    const [year, number] = of.split("-").map(Number) as [number, number];
    return `${of}-${daysInMonth(year, number)}`;
  };
  const none = { actual: null, expected: null, pace: null };
  if (`${month}-01` > last || endOf(month) < first) return none;
  const fenOf = (some: readonly Event[]): number => some.reduce((sum, { amount }) => sum + Number(amount) * 100, 0);
  const until = (day: string, type: string): number =>
    fenOf(events.filter((each) => each.type === type && each.at <= day));
  const starters = (from: string, to: string): number =>
    [...new Set(events.map(({ lender }) => lender))].filter((lender) => {
      const lends = events.filter((each) => each.lender === lender && each.type === "lend").map(({ at }) => at);
      const begins = lends.toSorted()[0];
      return begins !== undefined && begins >= from && begins <= to;
    }).length;
  const flow = (of: string, to: string): number => {
    if (metric === "new_lenders") return starters(`${of}-01`, to);
    const type = metric === "volume" ? "lend" : "exit";
    return fenOf(events.filter((each) => each.type === type && each.at >= `${of}-01` && each.at <= to));
  };
  const balance = (day: string): number => until(day, "lend") - until(day, "exit");
  const actual = metric === "outstanding" ? balance(endOf(month)) : flow(month, endOf(month));
  const good = (goal: number): boolean => (metric === "exits" ? actual <= goal : actual >= goal);
  if (last >= endOf(month)) return { actual, expected: null, pace: good(target) ? "met" : "missed" };
  const date = Number(last.slice(8));
  if (metric === "outstanding") {
    const opening = balance(isoDay(epochDay((parseIsoDay(`${month}-01`) as EpochDay) - 1)));
    const expected = opening + ((target - opening) * date) / Number(endOf(month).slice(8));
    return { actual, expected, pace: good(expected) ? "ahead" : "behind" };
  }
  const shares = ["2024-01", "2024-02", "2024-03", "2024-04", "2024-05"]
    .filter((earlier) => earlier >= first.slice(0, 7) && earlier < month && flow(earlier, endOf(earlier)) > 0)
    .map((earlier) => {
      const reached = `${earlier}-${String(Math.min(date, Number(endOf(earlier).slice(8)))).padStart(2, "0")}`;
      return flow(earlier, reached) / flow(earlier, endOf(earlier));
    })
    .toSorted((a, b) => a - b);
  if (shares.length === 0) return { actual, expected: null, pace: null };
  const half = shares.length / 2;
  const median = Number.isInteger(half) ? (shares[half - 1]! + shares[half]!) / 2 : shares[Math.floor(half)]!;
  return { actual, expected: target * median, pace: good(target * median) ? "ahead" : "behind" };
}

it("TA1 the sample's targets are held against the sample's ledger", async () => {
  const sample = (name: string): string => readFileSync(path.resolve(`sample-data/${name}.csv`), "utf8");
  const files = Object.fromEntries(samplePaths().map((file) => [path.basename(file), readFileSync(file, "utf8")]));
  const engine = await openEngine();
  await engine.drop({ ...files, "targets.csv": sample("targets"), "annotations.csv": sample("annotations") });
  const { targets } = await engine.methods.targets({});
  expect(targets).toHaveLength(75);
  const march = targets.filter(({ month }) => isoDay(month.from) === "2025-03-01");
  const { total } = await engine.methods.series({
    period: { from: parseIsoDay("2025-03-01") as EpochDay, to: parseIsoDay("2025-03-31") as EpochDay },
    grain: "month",
    filter: { products: [], channels: [] },
    comparison: "none",
  });
  expect(march.map(({ metric, actual }) => [metric, actual])).toEqual([
    ["outstanding", total.closing],
    ["volume", total.flows.volume],
    ["volume_new", total.flows.volumeNew],
    ["volume_returning", total.flows.volumeReturning],
    ["new_lenders", total.flows.newLenders],
  ]);
  expect(march[0]).toMatchObject({ target: 7_400_000_000, owner: "Operations", isOver: true, pace: "met" });
  const notes = await engine.methods.annotations({});
  expect(notes).toHaveLength(12);
  expect(notes[0]).toMatchObject({ text: "Ledger opens 平台上线", endDay: null, kind: "product" });
}, 60_000);
