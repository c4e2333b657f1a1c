import fc from "fast-check";
import { zipSync, strToU8 } from "fflate";
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";

import type { EngineMethods, Restatement, TableChoice } from "#src/engine/protocol.ts";
import { createMemoryStore } from "#src/store/memoryStore.ts";
import { arbitraryFile, textOfFile } from "#test/support/arbitraryFiles.ts";
import { csvOf, csvWithoutIds, filesOf, openEngine, TODAY, type FileRow } from "#test/support/engineHarness.ts";
import { replayed, restated } from "#test/support/replay.ts";

const LEND: FileRow = {
  txnId: "t1",
  lender: "u1",
  at: "2024-01-05 10:00:00",
  type: "lend",
  amount: "100.00",
  product: "P30",
  term: "30",
  channel: "app",
};

function choose(...tables: readonly number[]): TableChoice[] {
  return tables.map((table) => ({ table, reading: null, mode: null }));
}

async function take(methods: EngineMethods, dropId: number, choices: readonly TableChoice[]) {
  return methods.importDrop({ dropId, choices, origin: "own", today: TODAY, nowMs: 7 });
}

function zipOf(texts: Readonly<Record<string, string>>, name: string): File {
  const members = Object.fromEntries(Object.entries(texts).map(([member, text]) => [member, strToU8(text)]));
  return new File([Uint8Array.from(zipSync(members))], name);
}

/** Without what an oracle of rows does not tell. */
function figures({ lastDay: _lastDay, ...change }: Restatement) {
  return change;
}

describe("a drop", () => {
  it("RS1 foretells what its import then does, and both are the naive replay's", async () => {
    const files = fc.array(arbitraryFile(4), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(
        files,
        files,
        fc.constantFrom("net" as const, "gross" as const),
        async (stored, dropped, transfers) => {
          const { methods, drop, days } = await openEngine();
          const { settings } = await methods.status({});
          await methods.saveSettings({ settings: { ...settings, transfers }, today: TODAY });
          const isKnown = new Set<string>();
          const fresh = [...stored, ...dropped].map((file) => {
            const text = textOfFile(file);
            return isKnown.size !== isKnown.add(text).size;
          });
          for (const [number, file] of stored.entries()) await drop({ [`${number}.csv`]: textOfFile(file) }, file.mode);
          const before = replayed(stored.filter((_, place) => fresh[place]));
          const texts = Object.fromEntries(dropped.map((file, number) => [`d${number}.csv`, textOfFile(file)]));
          const { dropId } = await methods.openDrop({ files: filesOf(texts) });
          const choices = dropped.map(({ mode }, table) => ({ table, reading: null, mode }));
          const preview = await methods.previewDrop({ dropId, choices, today: TODAY });
          const after = replayed(
            dropped.filter((_, place) => fresh[stored.length + place]),
            before,
          );
          expect(figures(preview.change)).toEqual(restated(before, after, transfers === "gross"));
          const outcomes = await take(methods, dropId, choices);
          expect(preview.tables.map(({ type }) => type)).toEqual(
            outcomes.map(({ type }) => (type === "imported" ? "readable" : type)),
          );
          expect(preview.tables.map((told) => (told.type === "readable" ? [told.counts, told.mode] : null))).toEqual(
            outcomes.map((done) => (done.type === "imported" ? [done.record.counts, done.record.mode] : null)),
          );
          const { total } = await days();
          expect([total.flows.volume, total.flows.exits, total.closing]).toEqual([
            preview.change.volume.after,
            preview.change.exits.after,
            preview.change.outstanding.after,
          ]);
        },
      ),
      { numRuns: 120 },
    );
  });

  it("RS2 tells of each import what it changed when it was made, whatever came later", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(arbitraryFile(4), { minLength: 2, maxLength: 5 }), async (files) => {
        const { methods, drop } = await openEngine();
        const taken: { readonly importId: number; readonly place: number }[] = [];
        for (const [place, file] of files.entries()) {
          const [outcome] = await drop({ [`${place}.csv`]: textOfFile(file) }, file.mode);
          if (outcome?.type === "imported") taken.push({ importId: outcome.record.importId, place });
        }
        const made = taken.map(({ place }) => files[place]!);
        for (const [nth, { importId }] of taken.entries()) {
          const before = replayed(made.slice(0, nth));
          const told = restated(before, replayed([made[nth]!], before), false);
          expect(figures(await methods.restatement({ importId }))).toEqual(told);
        }
      }),
      { numRuns: 80 },
    );
  });

  it("DR1 takes the days out of a zip in the order of their names, one outcome each", async () => {
    const { methods } = await openEngine();
    const day = (date: number) => csvOf([{ ...LEND, txnId: `t${date}`, at: `2024-01-${date} 09:00:00` }]);
    const zip = zipOf({ "10.csv": day(10), "9.csv": csvOf([LEND]), "11.csv": day(11) }, "january.zip");
    const { dropId, tables } = await methods.openDrop({ files: [zip, ...filesOf({ "more.csv": day(12) })] });
    expect(tables.map(({ fileName, fileIndex, isSuggested }) => [fileName, fileIndex, isSuggested])).toEqual([
      ["january.zip › 9.csv", 0, true],
      ["january.zip › 10.csv", 0, true],
      ["january.zip › 11.csv", 0, true],
      ["more.csv", 1, true],
    ]);
    expect(tables[0]).toMatchObject({ sketch: { dataset: "transactions" }, refusal: null, mapping: null });
    const outcomes = await take(methods, dropId, choose(2, 0, 3));
    expect(outcomes.map(({ type, fileName }) => [type, fileName])).toEqual([
      ["imported", "january.zip › 11.csv"],
      ["imported", "january.zip › 9.csv"],
      ["imported", "more.csv"],
    ]);
    const [newest, oldest] = await methods.imports({});
    expect(newest?.container).toBeUndefined();
    expect(oldest).toMatchObject({ dataset: "transactions", container: { kind: "zip", member: "9.csv" } });
    await expect(methods.previewDrop({ dropId, choices: choose(1), today: TODAY })).rejects.toThrow("closed");
  });

  it("DR2 says which table is stored already, or is an earlier one of the drop", async () => {
    const { methods, drop } = await openEngine();
    await drop({ "stored.csv": csvOf([LEND]) });
    const fresh = csvOf([{ ...LEND, txnId: "t2" }]);
    const { dropId } = await methods.openDrop({
      files: filesOf({ "a.csv": csvOf([LEND]), "b.csv": fresh, "c.csv": fresh }),
    });
    const { tables, change } = await methods.previewDrop({ dropId, choices: choose(0, 1, 2), today: TODAY });
    expect(tables).toMatchObject([
      { type: "known", importedAtMs: 0 },
      {
        type: "readable",
        counts: { accepted: 1 },
        restatedDays: 1,
        rowsByType: [{ type: "lend", rows: 1, amount: 10_000 }],
      },
      { type: "known", importedAtMs: null },
    ]);
    expect(change).toMatchObject({ rowsAdded: 1, volume: { before: 10_000, after: 20_000 } });
  });

  it("DR3 groups the rows that would be rejected, and stores nothing of a preview, names neither", async () => {
    const store = createMemoryStore();
    const { methods } = await openEngine(store);
    const bad = [1, 2, 3, 4].map((number) => ({ ...LEND, txnId: `b${number}`, amount: "1.005" }));
    const { dropId } = await methods.openDrop({
      files: filesOf({ "a.csv": csvOf([LEND, ...bad, { ...LEND, txnId: "" }]) }),
    });
    const { tables } = await methods.previewDrop({ dropId, choices: choose(0), today: TODAY });
    expect(tables[0]).toMatchObject({
      type: "readable",
      rejects: [
        { code: "BAD_AMOUNT", column: "amount", count: 4 },
        { code: "MISSING_TXN_ID", column: "txn_id", count: 1 },
      ],
    });
    expect(tables[0]?.type === "readable" && tables[0].rejects[0]?.examples).toHaveLength(3);
    expect(await methods.status({})).toMatchObject({ imports: 0, dataVersion: 0 });
    expect(await store.readDictionaries()).toMatchObject({ value: { lenders: [] } });
    await take(methods, dropId, choose(0));
    expect(await store.readDictionaries()).toMatchObject({ value: { lenders: ["u1"], products: ["", "P30"] } });
  });

  it("DR4 leaves nothing behind when a preview is cancelled", async () => {
    const store = createMemoryStore();
    const { methods } = await openEngine(store);
    const { dropId } = await methods.openDrop({ files: filesOf({ "a.csv": csvOf([LEND]) }) });
    const controller = new AbortController();
    const args = { dropId, choices: choose(0), today: TODAY };
    const preview = methods.previewDrop(args, controller.signal, () => controller.abort());
    await expect(preview).rejects.toMatchObject({ name: "AbortError" });
    expect(await store.readDictionaries()).toMatchObject({ value: { lenders: [] } });
    expect(await methods.status({})).toMatchObject({ imports: 0, dataVersion: 0 });
    expect(await take(methods, dropId, choose(0))).toMatchObject([{ type: "imported", record: { importId: 1 } }]);
  });

  it("DR5 remembers a reading by its header, under the file's name, and finds it again", async () => {
    const { methods } = await openEngine();
    const text = "a,b,c,d\nu1,2024-01-05,100.00,lend\n";
    const first = await methods.openDrop({ files: filesOf({ "export june.csv": text }) });
    const reading = { dataset: "transactions", columns: { user_id: 0, occurred_at: 1, amount: 2, type: 3 } } as const;
    const choices = [{ table: 0, reading, mode: null }];
    const { tables } = await methods.previewDrop({ dropId: first.dropId, choices, today: TODAY });
    expect(tables).toMatchObject([{ type: "readable", mode: "replace_days", counts: { accepted: 1 } }]);
    await take(methods, first.dropId, choices);
    const [mapping] = await methods.mappings({});
    expect(mapping).toMatchObject({ name: "export june", dataset: "transactions", reading, savedAtMs: 7 });
    const again = await methods.openDrop({ files: filesOf({ "july.csv": text.replace("100", "200") }) });
    expect(again.tables[0]?.mapping).toEqual(mapping);
    await methods.deleteMapping({ fingerprint: mapping!.fingerprint });
    expect(await methods.mappings({})).toEqual([]);
  });

  it("DR6 keeps a note of files that were refused, without their rows", async () => {
    const { methods } = await openEngine();
    const files = filesOf({ "bad.csv": "user_id,when\nu1,2024-01-05\n", "good.csv": csvOf([LEND]) });
    const { dropId } = await methods.openDrop({ files });
    const outcomes = await take(methods, dropId, choose(0, 1));
    expect(outcomes.map(({ type }) => type)).toEqual(["refused", "imported"]);
    expect(await methods.attempts({})).toMatchObject([
      { fileName: "bad.csv", sizeBytes: 27, atMs: 7, refusal: { code: "MISSING_COLUMN" } },
    ]);
  });

  it("DR7 tells a name that promises another kind", async () => {
    const { methods } = await openEngine();
    const zip = zipOf({ "a.csv": csvOf([LEND]) }, "a.csv");
    const { tables } = await methods.openDrop({
      files: [zip, ...filesOf({ "b.xlsx": csvOf([LEND]), "c.csv": csvOf([LEND]) })],
    });
    expect(tables.map(({ isMisnamed }) => isMisnamed)).toEqual([true, true, false]);
  });

  it("DR8 reports every outcome once it is durable", async () => {
    const { methods } = await openEngine();
    const files = filesOf({ "a.csv": csvOf([LEND]), "b.csv": "user_id,when\nu1,2024-01-05\n" });
    const seen: string[] = [];
    await methods.importFiles({ files, origin: "own", today: TODAY, nowMs: 0 }, undefined, ({ importStep }) => {
      if (importStep?.outcome) seen.push(`${importStep.fileIndex} ${importStep.outcome.type}`);
    });
    expect(seen).toEqual(["1 refused", "0 imported"]);
  });

  it("DR9 suggests the sheets that it knows, and takes them without being asked", async () => {
    const transactions = [
      ["txn_id", "user_id", "occurred_at", "type", "amount"],
      ["t1", "u1", "2024-01-05", "lend", 10.5],
    ];
    const notes = [["what we did"], ["on which day"]];
    const bytes = await writeXlsx({
      sheets: [
        { name: "Notes", rows: notes },
        { name: "Ledger", rows: transactions },
        { name: "Old", rows: transactions, hidden: true },
      ],
    });
    const { methods } = await openEngine();
    const book = new File([Uint8Array.from(bytes)], "book.xlsx");
    const { tables } = await methods.openDrop({ files: [book] });
    expect(tables.map(({ fileName, isSuggested, isMisnamed }) => [fileName, isSuggested, isMisnamed])).toEqual([
      ["book.xlsx › Notes", false, false],
      ["book.xlsx › Ledger", true, false],
      ["book.xlsx › Old", false, false],
    ]);
    const args = { origin: "own", today: TODAY, nowMs: 0 } as const;
    expect(await methods.importFiles({ ...args, files: [book] })).toMatchObject([
      { type: "imported", fileName: "book.xlsx › Ledger", record: { container: { kind: "xlsx", member: "Ledger" } } },
    ]);
    const noted = new File([Uint8Array.from(await writeXlsx({ sheets: [{ name: "Notes", rows: notes }] }))], "n.xlsx");
    expect(await methods.importFiles({ ...args, files: [noted] })).toMatchObject([{ type: "refused" }]);
  });

  it("MD1 makes the days of a file without ids what the file says, and nothing else", async () => {
    const { methods, drop, days } = await openEngine();
    const other = { ...LEND, at: "2024-01-06 10:00:00" };
    await drop({ "a.csv": csvWithoutIds([LEND, { ...LEND, lender: "u2" }, other]) });
    const [again] = await drop({ "b.csv": csvWithoutIds([LEND]) });
    expect(again).toMatchObject({ record: { mode: "replace_days", counts: { accepted: 0, duplicate: 1 } } });
    expect((await days()).total.flows.volume).toBe(20_000);
    if (again?.type === "imported") {
      await methods.deleteImports({ importIds: [again.record.importId], today: TODAY });
    }
    expect((await days()).total.flows.volume).toBe(30_000);
  });
});
