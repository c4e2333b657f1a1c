import { describe, expect, it } from "vitest";

import { isoDay } from "#src/domain/calendar.ts";
import { epochDay } from "#src/domain/units.ts";
import { findingsOf } from "#src/engine/findingsAnswer.ts";
import { loadHeld } from "#src/engine/held.ts";
import type { Finding } from "#src/engine/protocol.ts";
import { createMemoryStore } from "#src/store/memoryStore.ts";
import { csvOf, openEngine, TODAY, type FileRow } from "#test/support/engineHarness.ts";

let made = 0;

function row(lender: string, at: string, type: string, amount: string, term = "30"): FileRow {
  return { txnId: `t${made++}`, lender, at, type, amount, product: "P", term, channel: "app" };
}

/** `days` days from 2024-01-01, each with `perDay` lends of ¥100 until the evening. */
function calm(days: number, perDay: number): FileRow[] {
  return Array.from({ length: days * perDay }, (_, at) => {
    const day = isoDay(epochDay(19_723 + Math.floor(at / perDay)));
    return row(`u${at % perDay}`, `${day} 20:00:00`, "lend", "100");
  });
}

async function engineWith(files: Readonly<Record<string, string>>) {
  const store = createMemoryStore();
  const engine = await openEngine(store);
  const outcomes = await engine.drop(files);
  expect(outcomes.map(({ type }) => type)).toEqual(outcomes.map(() => "imported"));
  const held = await loadHeld(store, { today: TODAY });
  return { ...engine, held, found: await findingsOf(held) };
}

async function foundIn(files: Readonly<Record<string, string>>): Promise<readonly Finding[]> {
  return (await engineWith(files)).found;
}

function only(findings: readonly Finding[], id: string): Finding {
  const found = findings.filter((finding) => finding.id === id);
  expect(found).toHaveLength(1);
  return found[0]!;
}

describe("findings", () => {
  it("of sound data and of none there are none", async () => {
    expect(await foundIn({ "a.csv": csvOf(calm(70, 25)) })).toEqual([]);
    const held = await loadHeld(createMemoryStore(), { today: TODAY });
    expect(await findingsOf(held)).toEqual([]);
  });

  it("FD1 FD2 FD3 FD5 FD6 tell days that are missing, partial, cut or far too large", async () => {
    const rows = calm(70, 25).filter(({ at }) => !at.startsWith("2024-02-10") && !at.startsWith("2024-02-11"));
    const partial = rows.filter(({ at }, place) => !at.startsWith("2024-02-20") || place % 6 === 0);
    const cut = partial.map((one) => (one.at.startsWith("2024-03-10") ? { ...one, at: "2024-03-10 09:00:00" } : one));
    const huge = [
      row("u1", "2024-02-25 10:00:00", "lend", "30000"),
      ...["2024-02-23", "2024-02-24", "2024-02-25", "2024-02-26"].map((day) =>
        row("u1", `${day} 11:00:00`, "exit", day === "2024-02-25" ? "30000" : "1"),
      ),
    ];
    const found = await foundIn({ "a.csv": csvOf([...cut, ...huge]) });
    expect(found.map(({ id }) => id)).toEqual(["days-missing", "days-partial", "last-day-cut", "volume-jumps"]);
    expect(only(found, "days-missing")).toMatchObject({
      count: 2,
      items: [{ label: "2024-02-10/2024-02-11", value: 2, where: { period: { from: 19_762, to: 19_765 } } }],
    });
    expect(only(found, "days-partial").items).toMatchObject([{ label: "2024-02-20", expected: 25 }]);
    expect(only(found, "last-day-cut").items).toMatchObject([{ label: "2024-03-10", value: 25 }]);
    expect(only(found, "volume-jumps").items).toMatchObject([
      { label: "2024-02-25", value: 3_250_000, expected: 250_000, measure: "fen", where: { types: ["lend"] } },
    ]);
  });

  it("FD6 tells days of far too many exits", async () => {
    const daily = calm(40, 1).flatMap((lend) => {
      const amount = lend.at.startsWith("2024-01-20") ? "111" : "10";
      return [lend, row(lend.lender, lend.at, "exit", amount)];
    });
    const found = await foundIn({ "a.csv": csvOf(daily) });
    expect(only(found, "exits-jump").items).toMatchObject([{ label: "2024-01-20", value: 11_100, expected: 1000 }]);
    expect(found).toHaveLength(1);
  });

  it("FD4 FD7 FD8 tell transfers that do not pair and lenders who took out what they never put in", async () => {
    const { found, methods } = await engineWith({
      "a.csv": csvOf([
        row("lender-1", "2024-01-01 09:00:00", "lend", "100"),
        row("lender-1", "2024-01-02 09:00:00", "transfer_out", "40"),
        row("lender-2", "2024-01-02 09:00:00", "exit", "7"),
        row("lender-2", "2024-01-03 09:00:00", "exit", "3"),
        row("lender-2", "2024-01-03 10:00:00", "lend", "5"),
      ]),
    });
    expect(found.map(({ id }) => id)).toEqual(["balances-negative", "exits-before-first-lend", "transfers-unpaired"]);
    expect(only(found, "transfers-unpaired").items).toMatchObject([{ label: "2024-01-02", value: 0, expected: 4000 }]);
    expect(only(found, "exits-before-first-lend").items).toMatchObject([{ label: "lender-2", value: 1000 }]);
    const [lowest] = only(found, "balances-negative").items;
    expect(lowest).toMatchObject({ label: "lender-2", value: -700 });
    // It leads to the rows that come to it.
    const page = await methods.rows({
      where: lowest?.where ?? {},
      sort: { by: "instant", descending: false },
      offset: 0,
      limit: 10,
    });
    expect(page.amountByType).toEqual({ exit: 700 });
  });

  it("FD9 FD14 FD15 tell ids that look alike, lends without a term and rows of the future, which can be listed", async () => {
    const { found, methods } = await engineWith({
      "a.csv": csvOf([
        row("User7", "2024-01-01 09:00:00", "lend", "100", ""),
        row("USER7", "2024-01-01 09:00:00", "lend", "100"),
        row("other", "2024-01-01 09:00:00", "lend", "100"),
        row("other", "2060-01-01 09:00:00", "lend", "100"),
      ]),
    });
    expect(found.map(({ id }) => id)).toEqual(["future-rows", "lenders-alike", "terms-missing"]);
    expect(only(found, "lenders-alike")).toMatchObject({
      count: 1,
      items: [
        { label: "User7", beside: "USER7", value: 1, where: { lender: "User7" } },
        { label: "USER7", beside: "User7", value: 1 },
      ],
    });
    expect(only(found, "terms-missing")).toMatchObject({
      count: 1,
      items: [{ label: "a.csv", value: 1, expected: 3 }],
    });
    const [future] = only(found, "future-rows").items;
    expect(future).toMatchObject({ label: "2060-01-01", beside: "a.csv", value: 1 });
    const page = await methods.rows({
      where: future?.where ?? {},
      sort: { by: "instant", descending: false },
      offset: 0,
      limit: 10,
    });
    expect(page.rows.map(({ lender }) => lender)).toEqual(["other"]);
  });

  it("FD11 FD12 FD13 tell files of another unit, with many rejected rows and with unknown types", async () => {
    const lends = (day: string, amount: string): FileRow[] =>
      Array.from({ length: 20 }, (_, at) => row(`u${at}`, `${day} 09:00:00`, "lend", amount));
    const found = await foundIn({
      "1.csv": csvOf(lends("2024-01-01", "10000")),
      "2.csv": csvOf([...lends("2024-01-02", "100"), row("u1", "2024-01-02 09:00:00", "lend", "1")]),
      "3.csv": csvOf([
        ...lends("2024-01-03", "100"),
        row("u1", "2024-01-03 09:00:00", "积分兑换", "1"),
        row("u1", "2024-01-03 09:00:00", "积分兑换", "1"),
      ]),
    });
    const [slip] = only(found, "unit-slips").items;
    expect(slip).toMatchObject({ label: "2.csv", value: 10_000, expected: 1_000_000, importId: 2 });
    expect(only(found, "rows-rejected").items).toMatchObject([
      { label: "3.csv", value: 2, expected: 22, importId: 3, where: null },
    ]);
    expect(only(found, "types-unmapped")).toMatchObject({
      count: 2,
      items: [{ label: "积分兑换", beside: "3.csv", value: 2 }],
    });
  });

  it("FD10 tells a footer that its rows do not meet", async () => {
    const { held } = await engineWith({ "a.csv": csvOf(calm(1, 3)) });
    const [record] = held.state.imports;
    const total = { line: 5, text: "合计", measure: "amount", found: 30_000 } as const;
    const withTotals = (stated: number) => ({
      ...held,
      state: { ...held.state, imports: [{ ...record!, controlTotals: [{ ...total, stated }] }] },
    });
    expect(await findingsOf(withTotals(30_000))).toEqual([]);
    expect(await findingsOf(withTotals(40_000))).toMatchObject([
      { id: "control-totals", count: 1, items: [{ label: "a.csv", value: 30_000, expected: 40_000, measure: "fen" }] },
    ]);
  });

  it("can be cancelled, and tells how far it is", async () => {
    const { held } = await engineWith({ "a.csv": csvOf(calm(1, 3)), "b.csv": csvOf(calm(2, 3)) });
    const seen: [number, number][] = [];
    await findingsOf(held, undefined, ({ done, total }) => seen.push([done, total]));
    expect(seen).toEqual([
      [3, 9],
      [9, 9],
    ]);
    await expect(findingsOf(held, AbortSignal.abort())).rejects.toMatchObject({ name: "AbortError" });
  });

  it("marks partial days of the calendar with what was expected", async () => {
    const rows = calm(70, 25).filter(({ at }, place) => !at.startsWith("2024-02-20") || place % 6 === 0);
    const { methods } = await engineWith({ "a.csv": csvOf(rows) });
    const { days } = await methods.coverage({});
    expect(days.filter(({ expectedRows }) => expectedRows !== undefined)).toMatchObject([
      { day: 19_773, expectedRows: 25 },
    ]);
  });
});
