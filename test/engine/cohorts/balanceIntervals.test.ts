import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import type { CohortArgs, CohortResult, Filter } from "#src/engine/protocol.ts";
import { createMemoryStore } from "#src/store/memoryStore.ts";
import { csvOf, openEngine, type FileRow } from "#test/support/engineHarness.ts";

const SAMPLE = readFileSync(new URL("../../vectors/sampleTransactions.csv", import.meta.url), "utf8");
const ALL: Filter = { products: [], channels: [] };
const BALANCE: CohortArgs = { grain: "month", measure: "balance", per: "lender", splitBy: "none", filter: ALL };

type Group = CohortResult["groups"][number];

function cellsOf({ rows }: Group) {
  return rows.flatMap(({ cells }) => cells);
}

/** Rows as a file spells them: lender, day, type, yuan, channel, product. */
function file(lines: readonly string[]): string {
  const rows = lines.map((line, place): FileRow => {
    const [lender = "", at = "", type = "", amount = "", channel = "", product = "P30"] = line.split(" ");
    return { txnId: `t${place}`, lender, at, type, amount, product, term: "30", channel };
  });
  return csvOf(rows);
}

async function engineWith(text: string) {
  const engine = await openEngine();
  await engine.drop({ "ledger.csv": text });
  return engine.methods;
}

describe("the interval of a cohort's balance", () => {
  it("RT10 is around every ratio of a month, and of every curve, however the cohorts are split and filtered", async () => {
    const methods = await engineWith(SAMPLE);
    const whole = await methods.cohorts(BALANCE);
    const [channel] = (await methods.cohorts({ ...BALANCE, splitBy: "channel" })).groups;
    const [product] = (await methods.cohorts({ ...BALANCE, splitBy: "product" })).groups;
    const asked: readonly Partial<CohortArgs>[] = [
      {},
      { splitBy: "channel" },
      { splitBy: "product" },
      { filter: { products: [], channels: [channel!.name!] } },
      { filter: { products: [product!.name!], channels: [] } },
    ];
    const points: { value: number | null; interval: { low: number; high: number } | null }[] = [];
    for (const args of asked) {
      const { groups } = await methods.cohorts({ ...BALANCE, ...args });
      points.push(...groups.flatMap((group) => [...cellsOf(group), ...group.curve]));
    }
    const told = points.flatMap(({ value, interval }) => (interval === null ? [] : [{ value, ...interval }]));
    expect(told.length).toBeGreaterThan(300);
    expect(told.filter(({ value, low, high }) => value === null || value < low || value > high)).toEqual([]);
    const [group] = whole.groups;
    expect(cellsOf(group!).every(({ value, interval }) => value === null || interval !== null)).toBe(true);
    const late = group!.curve[3]!;
    expect(late.interval!.high - late.interval!.low).toBeGreaterThan(0.01);
    // A channel by filter is the channel by split.
    const filtered = await methods.cohorts({ ...BALANCE, filter: { products: [], channels: [channel!.name!] } });
    expect(filtered.groups[0]!.curve).toEqual(channel!.curve);
    expect(filtered.groups[0]!.rows).toEqual(channel!.rows);
  });

  it("RT10 is of the lenders of its cohort, with their balances where they did not move", async () => {
    const methods = await engineWith(
      file([
        "a 2024-01-05 lend 100 app",
        "b 2024-01-06 lend 100 app",
        "c 2024-01-07 lend 100 app",
        "c 2024-02-07 exit 100",
        "d 2024-02-08 lend 500 web",
        "d 2024-03-08 lend 500 web",
        "e 2024-04-08 deposit 1 web",
      ]),
    );
    const [group] = (await methods.cohorts(BALANCE)).groups;
    const [january, february] = group!.rows;
    expect(january!.cells.map(({ value }) => value)).toEqual([1, 2 / 3, 2 / 3]);
    expect(january!.cells[0]!.interval).toEqual({ low: 1, high: 1 });
    // Of three lenders, draws may be of the one who left alone, or of those alone who stayed.
    expect(january!.cells[1]!.interval).toEqual({ low: 0, high: 1 });
    expect(january!.cells[2]!.interval).toEqual(january!.cells[1]!.interval);
    // One lender does not tell how lenders differ.
    expect(february!.cells.map(({ value, interval }) => [value, interval])).toEqual([
      [1, null],
      [2, null],
    ]);
  });

  it("RT10 of a curve leaves out the cohorts that are hidden", async () => {
    const methods = await engineWith(SAMPLE);
    const [group] = (await methods.cohorts(BALANCE)).groups;
    const [first, ...others] = group!.rows;
    const hidden = others.map(({ cohort }) => cohort.from);
    const [alone] = (await methods.cohorts({ ...BALANCE, hidden })).groups;
    expect(alone!.curve.map(({ interval }) => interval)).toEqual(first!.cells.map(({ interval }) => interval));
    expect(alone!.rows).toEqual(group!.rows);
    const [without] = (await methods.cohorts({ ...BALANCE, hidden: [first!.cohort.from] })).groups;
    expect(without!.curve[1]!.interval).not.toEqual(group!.curve[1]!.interval);
  });

  it("RT10 is the same from the saved book, and whichever lenders came first", async () => {
    const store = createMemoryStore();
    const before = await openEngine(store);
    await before.drop({ "sample.csv": SAMPLE });
    const told = (await before.methods.cohorts(BALANCE)).groups;
    expect((await (await openEngine(store)).methods.cohorts(BALANCE)).groups).toEqual(told);
    const [header, ...rows] = SAMPLE.trimEnd().split("\n");
    const turned = await engineWith([header, ...rows.toReversed(), ""].join("\n"));
    expect((await turned.cohorts(BALANCE)).groups).toEqual(told);
  });

  it("RT10 of many lenders needs no draws, and is in line with those of fewer", async () => {
    const lines = (lenders: number) =>
      Array.from({ length: lenders }, (_, n) => [
        `u${n} 2024-01-05 lend ${100 + (n % 7) * 50} app`,
        ...(n % 3 === 0 ? [`u${n} 2024-02-05 exit ${100 + (n % 7) * 50}`] : []),
      ]).flat();
    const end = "last 2024-03-01 deposit 1 app";
    const widthOf = async (lenders: number): Promise<number> => {
      const methods = await engineWith(file([...lines(lenders), end]));
      const { interval } = (await methods.cohorts(BALANCE)).groups[0]!.rows[0]!.cells[1]!;
      return (interval!.high - interval!.low) * Math.sqrt(lenders);
    };
    const ratio = (await widthOf(504)) / (await widthOf(483));
    expect(Math.abs(ratio - 1)).toBeLessThan(0.12);
  });

  it("RT10 is none by week, and money has none", async () => {
    const methods = await engineWith(SAMPLE);
    for (const args of [{ grain: "week" } as const, { measure: "volume" } as const]) {
      const { groups } = await methods.cohorts({ ...BALANCE, ...args });
      expect(groups.flatMap((group) => [...cellsOf(group), ...group.curve]).every(({ interval }) => !interval)).toBe(
        true,
      );
    }
  });
});
