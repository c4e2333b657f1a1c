import "fake-indexeddb/auto";
import { gzipSync } from "fflate";
import { describe, expect, test, vi } from "vitest";

import type { ImportRecord } from "#src/domain/imports.ts";
import type { ImportOutcome } from "#src/engine/protocol.ts";
import { createIndexedDbStore } from "#src/store/indexedDbStore.ts";
import { longTable, table } from "#test/ingest/decodeText.ts";
import { deleteRaw } from "#test/store/rawDatabase.ts";
import { encodeText } from "#test/support/encodeText.ts";
import { filesOf, openEngine, TODAY } from "#test/support/engineHarness.ts";

import {
  catalogue,
  expectConserved,
  figuresOf,
  importAll,
  plainTable,
  recordCases,
  verdictOf,
  type Engine,
} from "./support.ts";

const row = (id: string, { at = "2024-01-05", type = "lend", amount = "5", lender = "u1" } = {}): string =>
  `${id},${lender},${at},${type},${amount},P,30,app`;
const A = table(row("T1"), row("T2", { type: "exit", amount: "2", at: "2024-01-06" }));

function recordOf(outcome: ImportOutcome | undefined): ImportRecord {
  if (outcome?.type !== "imported") throw new Error(`not imported: ${verdictOf(outcome)}`);
  return outcome.record;
}

async function drop(engine: Engine, files: readonly File[] | Readonly<Record<string, string>>) {
  const list = Array.isArray(files) ? (files as readonly File[]) : filesOf(files as Readonly<Record<string, string>>);
  const outcomes = await engine.methods.importFiles({ files: list, origin: "own", today: TODAY, nowMs: 1 });
  for (const outcome of outcomes) if (outcome.type === "imported") await expectConserved(engine, outcome.record);
  return outcomes;
}

/** What a person sees: everything but how many files it came in. */
async function seen(engine: Engine): Promise<unknown> {
  const { status, ...rest } = (await figuresOf(engine)) as { readonly status: Record<string, unknown> };
  const { imports: _imports, rejectedRows: _rejected, origins: _origins, ...figures } = status;
  return { figures, ...rest };
}

async function figuresAfter(...files: readonly string[]): Promise<unknown> {
  const engine = await openEngine();
  for (const [at, text] of files.entries()) await drop(engine, { [`${at}.csv`]: text });
  return seen(engine);
}

async function failing({ methods }: Engine): Promise<readonly string[]> {
  return (await methods.checks({})).filter(({ holds }) => !holds).map(({ id }) => id);
}

describe("the same file again", () => {
  test.each([
    ["as it is", new File([A], "a.csv")],
    ["under another name", new File([A], "b (1).csv")],
    ["packed", new File([Uint8Array.from(gzipSync(new TextEncoder().encode(A)))], "a.csv.gz")],
  ])("%s is one import", async (_, file) => {
    const { engine } = await importAll({ "a.csv": A });
    const before = await figuresOf(engine);
    const outcomes = await drop(engine, [file]);
    expect(outcomes).toMatchObject([
      { type: "known", counts: { read: 2, accepted: 0, duplicate: 2, replaced: 0, rejected: 0, ignored: 0 } },
    ]);
    expect(await figuresOf(engine)).toEqual(before);
  });

  test.each([
    ["with ids", table("T1,张三,2024-01-05,出借,5,P,30,app", "T2,李四,2024-01-05,出借,5,P,30,app")],
    ["without ids", plainTable("张三,2024-01-05,出借,5", "张三,2024-01-05,出借,5")],
  ])("in another encoding %s has no new row", async (_, text) => {
    const { engine } = await importAll([new File([encodeText(text, "gb18030")], "a.csv")]);
    const before = await seen(engine);
    const outcomes = await drop(engine, { "b.csv": text });
    expect(recordOf(outcomes[0]).counts).toMatchObject({ read: 2, accepted: 0, duplicate: 2, replaced: 0 });
    expect(await seen(engine)).toEqual(before);
  });
});

describe("files that overlap", () => {
  const day = (date: number): string => row(`T${date}`, { at: `2024-01-0${date}` });

  test("rows of both with one id are counted once", async () => {
    const { engine, outcomes } = await importAll({
      "mon-wed.csv": table(day(1), day(2), day(3)),
      "wed-fri.csv": table(day(3), day(4), day(5)),
    });
    expect(recordOf(outcomes[1])).toMatchObject({
      counts: { read: 3, accepted: 2, duplicate: 1 },
      warnings: [{ code: "DUP_SAME", count: 1, examples: [{ line: 2 }] }],
    });
    expect((await engine.days()).total.flows.volume).toBe(2500);
  });

  test("of one id twice in a file the last wins, and both are shown", async () => {
    const { engine, outcomes } = await importAll({ "a.csv": table(row("T1"), row("T2"), row("T1", { amount: "9" })) });
    expect(recordOf(outcomes[0])).toMatchObject({
      counts: { read: 3, accepted: 2, replaced: 1 },
      warnings: [{ code: "DUP_REPLACED", count: 1, examples: [{ line: 4 }] }],
    });
    expect((await engine.days()).total.flows.volume).toBe(1400);
  });

  test("of an id that is stored the later wins, the preview tells, and the earlier comes back", async () => {
    const { engine } = await importAll({ "a.csv": A });
    const before = await figuresOf(engine);
    const { methods } = engine;
    const { dropId } = await methods.openDrop({ files: filesOf({ "b.csv": table(row("T1", { amount: "8" })) }) });
    const choices = [{ table: 0, reading: null, mode: null }];
    const preview = await methods.previewDrop({ dropId, choices, today: TODAY });
    expect(preview.tables).toMatchObject([{ counts: { replaced: 1 }, restatedDays: 1 }]);
    expect(preview.change).toMatchObject({ rowsChanged: 1, rowsAdded: 0, volume: { before: 500, after: 800 } });
    const outcomes = await methods.importDrop({ dropId, choices, origin: "own", today: TODAY, nowMs: 1 });
    expect((await engine.days()).total.flows.volume).toBe(800);
    await methods.deleteImports({ importIds: [recordOf(outcomes[0]).importId], today: TODAY });
    expect(await figuresOf(engine)).toEqual(before);
  });

  test("identical rows without ids both stay, and stay two when they come again", async () => {
    const twice = plainTable("u1,2024-01-05,lend,5", "u1,2024-01-05,lend,5");
    const { engine } = await importAll({ "a.csv": twice });
    const outcomes = await drop(engine, { "b.csv": `${twice}\n` });
    expect(recordOf(outcomes[0]).counts).toMatchObject({ read: 2, duplicate: 2, accepted: 0 });
    expect((await engine.days()).total.flows.volume).toBe(1000);
  });

  test("a day that comes again with fewer rows keeps those with ids", async () => {
    const { engine } = await importAll({ "a.csv": table(row("T1"), row("T2"), row("T3")) });
    const outcomes = await drop(engine, { "b.csv": table(row("T1")) });
    expect(recordOf(outcomes[0])).toMatchObject({ mode: "merge", counts: { duplicate: 1 } });
    expect((await engine.days()).total.flows.volume).toBe(1500);
  });

  test("without ids the day becomes what the file says, which the preview tells", async () => {
    const { engine } = await importAll({
      "a.csv": plainTable("u1,2024-01-05,lend,5", "u2,2024-01-05,lend,6", "u3,2024-01-06,lend,7"),
    });
    const { dropId } = await engine.methods.openDrop({
      files: filesOf({ "b.csv": plainTable("u1,2024-01-05,lend,5") }),
    });
    const choices = [{ table: 0, reading: null, mode: null }];
    const { change } = await engine.methods.previewDrop({ dropId, choices, today: TODAY });
    expect(change).toMatchObject({ rowsRemoved: 1, rowsSame: 1, volume: { before: 1800, after: 1200 } });
    await engine.methods.importDrop({ dropId, choices, origin: "own", today: TODAY, nowMs: 1 });
    expect((await engine.days()).total.flows.volume).toBe(1200);
  });

  test("ids are of the ledger, whoever exported them: the preview shows what a second platform would replace", async () => {
    const { engine } = await importAll({ "a.csv": A });
    const { dropId } = await engine.methods.openDrop({
      files: filesOf({ "b.csv": table(row("T1", { lender: "other", amount: "70" })) }),
    });
    const choices = [{ table: 0, reading: null, mode: null }];
    const { tables, change } = await engine.methods.previewDrop({ dropId, choices, today: TODAY });
    expect(tables).toMatchObject([
      { counts: { accepted: 0, replaced: 1 }, warnings: [{ code: "DUP_REPLACED", count: 1 }] },
    ]);
    expect(change.rowsChanged).toBe(1);
  });

  test.each([
    ["under the lock that tabs share", true, ["imported", "known"]],
    ["where there are no locks", false, ["imported"]],
  ])("one file in two tabs at once is one import %s", async (_, hasLocks, verdicts) => {
    vi.stubGlobal("navigator", hasLocks ? { locks: oneAtATime() } : undefined);
    const name = `catalogue-tabs-${hasLocks}`;
    const stores = [createIndexedDbStore(name), createIndexedDbStore(name)];
    try {
      const tabs: Engine[] = [];
      for (const store of stores) tabs.push(await openEngine(store));
      for (let round = 0; round < 20; round++) {
        const text = table(row(`R${round}`));
        const outcomes = (await Promise.all(tabs.map((tab) => drop(tab, { "a.csv": text })))).flat();
        const said = outcomes.map(verdictOf).toSorted();
        expect(hasLocks ? said : said.filter((verdict) => verdict === "imported")).toEqual(verdicts);
        const [again] = await drop(tabs[round % 2]!, { "a.csv": text });
        expect(verdictOf(again)).toBe("known");
      }
      expect(await tabs[0]!.methods.imports({})).toHaveLength(20);
    } finally {
      vi.unstubAllGlobals();
      for (const store of stores) store.close();
      await deleteRaw(name);
    }
  });
});

/** What a browser's lock does for its tabs. */
function oneAtATime() {
  let last: Promise<unknown> = Promise.resolve();
  return {
    request: <T>(_name: string, _options: unknown, work: () => Promise<T>): Promise<T> => {
      const mine = last.then(work);
      last = mine.catch(() => undefined);
      return mine;
    },
  };
}

describe("rows that do not go together", () => {
  test("more out than in is taken, shown, and not cut to zero", async () => {
    const { engine, outcomes } = await importAll({
      "a.csv": table(row("T1"), row("T2", { type: "exit", amount: "8", at: "2024-01-06" })),
    });
    expect(recordOf(outcomes[0]).counts.accepted).toBe(2);
    expect((await engine.days()).points.outstanding.at(-1)).toBe(-300);
    expect(await failing(engine)).toContain("no-negative-balance");
  });

  test("out before in is taken and shown, and makes nobody a new lender", async () => {
    const { engine } = await importAll({
      "a.csv": table(
        row("T1", { type: "exit" }),
        row("T2", { lender: "u2" }),
        row("T3", { type: "exit", lender: "u3" }),
      ),
    });
    expect(await failing(engine)).toContain("exits-before-lends");
    expect((await engine.days()).total.flows.newLenders).toBe(1);
  });

  test("in and out in one second: in comes first, in whatever order they stand", async () => {
    const lend = row("T1", { at: "2024-01-05 10:00:00" });
    const exit = row("T2", { at: "2024-01-05 10:00:00", type: "exit" });
    const both = await figuresAfter(table(lend, exit));
    expect(await figuresAfter(table(exit, lend))).toEqual(both);
    const { engine } = await importAll({ "a.csv": table(exit, lend) });
    expect(await failing(engine)).not.toContain("exits-before-lends");
    expect(await failing(engine)).not.toContain("no-negative-balance");
  });

  test("a lend that was taken back under its id is gone", async () => {
    const HEADER = "txn_id,user_id,occurred_at,type,amount,状态";
    const { engine } = await importAll({
      "a.csv": `${HEADER}\nT1,u1,2024-01-05,lend,5,成功\nT2,u1,2024-01-05,lend,6,已撤销\n`,
    });
    expect((await engine.days()).total.flows.volume).toBe(500);
  });
});

catalogue("taking back as a type of its own is asked for", [
  {
    title: "until somebody says what it is",
    input: table(row("T1"), row("T2", { type: "撤销" })),
    verdict: { rows: 1, rejects: [[3, "UNKNOWN_TYPE", "type", "撤销"]] },
  },
  {
    title: "and then it nets",
    input: table(row("T1"), row("T2", { type: "撤销" })),
    reading: { types: { 撤销: "early_exit" } },
    verdict: { rows: [{ type: "lend" }, { type: "early_exit" }] },
  },
]);

describe("imports in any order", () => {
  const files = [
    table(row("T1", { at: "2023-12-01" }), row("T2", { at: "2023-12-09", type: "exit" })),
    table(row("T3", { at: "2024-01-05" }), row("T4", { at: "2024-01-06", lender: "u2" })),
    table(row("T5", { at: "2024-02-05", type: "exit", amount: "3" }), row("T6", { at: "2024-02-06", lender: "u2" })),
  ];

  test("an older file after a newer moves the first lend back", async () => {
    const [a = "", b = "", c = ""] = files;
    const inOrder = await figuresAfter(a, b, c);
    for (const order of [
      [c, b, a],
      [b, c, a],
      [c, a, b],
    ])
      expect(await figuresAfter(...order)).toEqual(inOrder);
  });

  test("without the one in the middle it is as if it had never come, and what it stood over is back", async () => {
    const engine = await openEngine();
    const middle = table(row("T1", { amount: "50" }), row("T9", { at: "2024-01-09" }));
    await drop(engine, { "a.csv": A });
    const outcomes = await drop(engine, { "b.csv": middle });
    await drop(engine, { "c.csv": table(row("T9", { at: "2024-01-09" }), row("T5", { at: "2024-02-05" })) });
    await engine.methods.deleteImports({ importIds: [recordOf(outcomes[0]).importId], today: TODAY });
    const without = await figuresAfter(A, table(row("T9", { at: "2024-01-09" }), row("T5", { at: "2024-02-05" })));
    expect(await seen(engine)).toEqual(without);
  });
});

describe("days that look wrong", () => {
  const days = (of: readonly (readonly [date: string, rows: number, amount: string])[]): string =>
    longTable(
      of.flatMap(([date, rows, amount]) =>
        Array.from({ length: rows }, (_, at) => row(`${date}-${at}`, { at: date, amount, lender: `u${at}` })),
      ),
    );
  const date = (at: number): string => `2024-01-${String(at).padStart(2, "0")}`;

  async function found(text: string) {
    const { engine } = await importAll({ "a.csv": text });
    const findings = await engine.methods.findings({});
    return (id: string) => findings.find((finding) => finding.id === id);
  }

  test("a day without rows", async () => {
    const of = await found(
      days(
        Array.from({ length: 20 }, (_, at) => at + 1)
          .filter((at) => at !== 9)
          .map((at) => [date(at), 20, "5"]),
      ),
    );
    expect(of("days-missing")).toMatchObject({ count: 1 });
  });

  test("a day of ten times the usual", async () => {
    const of = await found(
      days(Array.from({ length: 20 }, (_, at) => [date(at + 1), 20, at === 15 ? "60" : "5"] as const)),
    );
    expect(of("volume-jumps")).toMatchObject({ count: 1, items: [{ value: 120_000 }] });
  });
});

test("a file of another platform shows before it is taken: no row is known, and volume leaps", async () => {
  const ours = longTable(Array.from({ length: 50 }, (_, at) => row(`T${at}`, { lender: `u${at}` })));
  const theirs = longTable(Array.from({ length: 50 }, (_, at) => row(`X${at}`, { lender: `x${at}`, amount: "500" })));
  const { engine } = await importAll({ "a.csv": ours });
  const { dropId } = await engine.methods.openDrop({ files: filesOf({ "b.csv": theirs }) });
  const choices = [{ table: 0, reading: null, mode: null }];
  const { tables, change } = await engine.methods.previewDrop({ dropId, choices, today: TODAY });
  expect(tables).toMatchObject([{ counts: { accepted: 50, duplicate: 0 }, restatedDays: 1 }]);
  expect(change.volume).toEqual({ before: 25_000, after: 2_525_000 });
  await engine.methods.closeDrop({ dropId, nowMs: 0 });
  expect((await engine.days()).total.flows.volume).toBe(25_000);
});

describe("rejected rows", () => {
  test("and no others: nothing is stored but the attempt", async () => {
    const { engine, outcomes } = await importAll({
      "a.csv": table(row("T1", { amount: "x" }), row("T2", { at: "2024-02-30" })),
    });
    expect(outcomes).toMatchObject([
      {
        refusal: {
          code: "ALL_ROWS_REJECTED",
          line: 2,
          values: ["BAD_AMOUNT", "BAD_DATE"],
          rejects: [{ line: 2 }, { line: 3 }],
        },
      },
    ]);
    expect(await engine.methods.imports({})).toEqual([]);
    expect(await engine.methods.attempts({})).toMatchObject([
      { fileName: "a.csv", refusal: { code: "ALL_ROWS_REJECTED" } },
    ]);
    expect(await engine.methods.status({})).toMatchObject({ rows: 0, imports: 0 });
  });

  test("more than one in twenty are told before anything is stored", async () => {
    const { engine } = await importAll([]);
    const text = table(...Array.from({ length: 20 }, (_, at) => row(`T${at}`, { amount: at < 2 ? "x" : "5" })));
    const { dropId } = await engine.methods.openDrop({ files: filesOf({ "a.csv": text }) });
    const choices = [{ table: 0, reading: null, mode: null }];
    const { tables } = await engine.methods.previewDrop({ dropId, choices, today: TODAY });
    expect(tables).toMatchObject([
      {
        counts: { read: 20, accepted: 18, rejected: 2 },
        rejects: [{ code: "BAD_AMOUNT", column: "amount", count: 2, examples: [{ line: 2 }, { line: 3 }] }],
      },
    ]);
    expect(await engine.methods.imports({})).toEqual([]);
    const outcomes = await engine.methods.importDrop({ dropId, choices, origin: "own", today: TODAY, nowMs: 1 });
    expect(recordOf(outcomes[0]).counts).toMatchObject({ accepted: 18, rejected: 2 });
  });
});

test("a cancelled import leaves nothing", async () => {
  const { engine } = await importAll({ "a.csv": A });
  const before = await figuresOf(engine);
  const abort = new AbortController();
  const text = longTable(Array.from({ length: 150_000 }, (_, at) => row(`N${at}`)));
  const outcomes = await engine.methods.importFiles(
    { files: filesOf({ "b.csv": text }), origin: "own", today: TODAY, nowMs: 1 },
    abort.signal,
    () => abort.abort(),
  );
  expect(outcomes.map(({ type }) => type)).toEqual(["cancelled"]);
  expect(await figuresOf(engine)).toEqual(before);
  expect(await engine.methods.imports({})).toHaveLength(1);
});

recordCases("business", 26);
