import { expect, test } from "vitest";

import { createIntentKeeper, type ImportIntent } from "#src/app/importing/importIntent.ts";
import { createImportRunner, type ImportNotice } from "#src/app/importing/importRunner.ts";
import type { Sample } from "#src/app/importing/sampleFiles.ts";
import { epochDay, partsPerMillion } from "#src/domain/units.ts";
import type { EngineMethods } from "#src/engine/protocol.ts";
import type { EngineStore } from "#src/view/engine.tsx";

import { memoryEngine, methodsWith } from "./fakeEngine.ts";

const NAMES = ["2024-01-02.csv", "2024-01-03.csv", "2024-01-04.csv"];

const sample: Sample = {
  list: async () => NAMES.map((name) => ({ name, sizeBytes: 10 })),
  fetch: async (list, { signal, onBytes }) => {
    await Promise.resolve();
    signal.throwIfAborted();
    onBytes(30);
    return list.map(({ name }) => fileOf(name));
  },
};

function fileOf(name: string): File {
  return new File(["bytes"], name);
}

function setUp(change: Partial<EngineMethods> = {}) {
  const engine = memoryEngine();
  const guards: boolean[] = [];
  let ownStored = 0;
  const idle: (() => void)[] = [];
  const notes: (ImportIntent | "ended")[] = [];
  const store: EngineStore = {
    methods: methodsWith({ ...engine.given, ...change }),
    subscribe: () => () => {},
    phase: () => ({ type: "ready", status: engine.status() }),
    today: () => epochDay(20_000),
    refresh: async () => {},
  };
  const runner = createImportRunner({
    engine: store,
    sample,
    now: () => 0,
    guardLeaving: (on) => guards.push(on),
    onOwnStored: () => ownStored++,
    intents: {
      begin(intent) {
        notes.push(intent);
        return () => notes.push("ended");
      },
      unfinished: async () => undefined,
    },
    later: (work) => idle.push(work),
  });
  const notices: ImportNotice[] = [];
  runner.onNotice((notice) => notices.push(notice));
  const until = (type: ImportNotice["type"]) =>
    new Promise<ImportNotice>((resolve) => {
      const found = notices.find((notice) => notice.type === type);
      if (found) return resolve(found);
      runner.onNotice((notice) => notice.type === type && resolve(notice));
    });
  /** Waits for the review of the next drop, and imports all of it. */
  const importAll = async (): Promise<void> => {
    await expect.poll(() => runner.review()?.drop).toBeDefined();
    runner.importReviewed(runner.review()!.drop!.tables.map((_, table) => ({ table, reading: null, mode: null })));
  };
  return { runner, engine, guards, notices, notes, idle, until, importAll, ownStored: () => ownStored };
}

const stored = (engine: ReturnType<typeof memoryEngine>) =>
  engine.records.map(({ origin, fileName }) => `${origin} ${fileName}`);

test("own files are reviewed, then imported without a question when there is no sample", async () => {
  const { runner, engine, until, guards, ownStored, importAll, notes } = setUp();
  runner.importFiles([fileOf("a.csv")]);
  expect(runner.review()).toMatchObject({ files: 1, drop: undefined });
  await importAll();
  await until("finished");
  expect(runner.review()).toBeUndefined();
  expect(runner.question()).toBeUndefined();
  expect(stored(engine)).toEqual(["own a.csv"]);
  expect(runner.job()).toMatchObject({ state: "finished", outcomes: [{ type: "imported" }] });
  expect(ownStored()).toBe(1);
  await expect.poll(() => guards).toEqual([true, false]);
  expect(notes).toEqual([{ fileName: "a.csv", files: 1 }, "ended"]);
});

test("a review that is closed stores nothing and lets the drop go", async () => {
  const { runner, engine, notes } = setUp();
  runner.importFiles([fileOf("a.csv")]);
  await expect.poll(() => runner.review()?.drop).toBeDefined();
  runner.closeReview();
  await expect.poll(() => engine.drops.size).toBe(0);
  expect(runner.review()).toBeUndefined();
  expect(stored(engine)).toEqual([]);
  expect(notes).toEqual([]);
});

test("reading that is cancelled ends without a review or a word", async () => {
  const { runner, notices } = setUp({
    openDrop: (_, signal) =>
      new Promise((_resolve, reject) => signal?.addEventListener("abort", () => reject(signal.reason as Error))),
  });
  runner.importFiles([fileOf("a.csv")]);
  expect(runner.review()).toBeDefined();
  runner.closeReview();
  await expect.poll(() => runner.review()).toBeUndefined();
  expect(notices).toEqual([]);
});

test("only what the reader chose is imported, as they read it", async () => {
  const asked: unknown[] = [];
  const memory = memoryEngine();
  const { runner, until } = setUp({
    openDrop: (args) => memory.given.openDrop!(args),
    importDrop: (args, ...rest) => {
      asked.push(args.choices);
      return memory.given.importDrop!(args, ...rest);
    },
  });
  runner.importFiles([fileOf("a.csv"), fileOf("b.csv")]);
  await expect.poll(() => runner.review()?.drop).toBeDefined();
  const choices = [{ table: 1, reading: { dateOrder: "day" }, mode: "merge" }] as const;
  runner.importReviewed(choices);
  await until("finished");
  expect(asked).toEqual([choices]);
  expect(runner.job()?.files.map(({ name }) => name)).toEqual(["b.csv"]);
});

test("a file's outcome is told while the others are still under way", async () => {
  const memory = memoryEngine();
  let finish = (): void => {};
  const rest = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const { runner, importAll, until } = setUp({
    openDrop: (args) => memory.given.openDrop!(args),
    importDrop: async (args, signal, onProgress) => {
      const outcomes = await memory.given.importDrop!(args, signal, onProgress);
      await rest;
      return outcomes;
    },
  });
  runner.importFiles([fileOf("a.csv"), fileOf("b.csv")]);
  await importAll();
  await expect.poll(() => runner.job()?.outcomes.length).toBe(2);
  expect(runner.job()?.state).toBe("importing");
  finish();
  await until("finished");
});

test("a cancelled import says which files are stored and which were not taken", async () => {
  const memory = memoryEngine();
  const { runner, importAll, until } = setUp({
    openDrop: (args) => memory.given.openDrop!(args),
    importDrop: async (args, signal, onProgress) => {
      await memory.given.importDrop!({ ...args, choices: args.choices.slice(0, 1) }, signal, onProgress);
      return new Promise((_resolve, reject) => signal?.addEventListener("abort", () => reject(signal.reason as Error)));
    },
  });
  runner.importFiles([fileOf("a.csv"), fileOf("b.csv")]);
  await importAll();
  await expect.poll(() => runner.job()?.outcomes.length).toBe(1);
  runner.cancel();
  await until("finished");
  expect(runner.job()?.outcomes.map(({ type }) => type)).toEqual(["imported", "cancelled"]);
});

test("an import can be undone, and what is left over is tidied up in an idle moment", async () => {
  let compacted = 0;
  const { runner, engine, until, importAll, idle } = setUp({ compact: async () => compacted++ });
  runner.importFiles([fileOf("a.csv")]);
  await importAll();
  await until("finished");
  expect(compacted).toBe(0);
  await expect.poll(() => idle.length).toBe(1);
  for (const work of idle) work();
  expect(compacted).toBe(1);
  runner.undo([1]);
  expect(await until("undone")).toMatchObject({ imports: 1 });
  expect(stored(engine)).toEqual([]);
});

function smallMemory(): Pick<Storage, "getItem" | "setItem" | "removeItem"> {
  const texts = new Map<string, string>();
  return {
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => void texts.set(key, text),
    removeItem: (key) => void texts.delete(key),
  };
}

test("an import that was cut off is told by the next page, once", async () => {
  const storage = smallMemory();
  createIntentKeeper(storage, undefined).begin({ fileName: "a.csv", files: 31 });
  const next = createIntentKeeper(storage, undefined);
  expect(await next.unfinished()).toEqual({ fileName: "a.csv", files: 31 });
  expect(await next.unfinished()).toBeUndefined();
});

test("an import that ended leaves no note, and a note that is none is passed over", async () => {
  const storage = smallMemory();
  createIntentKeeper(storage, undefined).begin({ fileName: "a.csv", files: 1 })();
  expect(await createIntentKeeper(storage, undefined).unfinished()).toBeUndefined();
  storage.setItem("dipper.importing", "{broken");
  expect(await createIntentKeeper(storage, undefined).unfinished()).toBeUndefined();
});

test("a sample that was cut off is told by the next page, also while its files were on their way", async () => {
  const { runner, notes, until } = setUp();
  runner.loadSample();
  expect(notes).toEqual([{ fileName: "", files: 0, origin: "sample" }]);
  await until("finished");
  await expect.poll(() => notes.at(-1)).toBe("ended");
  const storage = smallMemory();
  createIntentKeeper(storage, undefined).begin({ fileName: "", files: 0, origin: "sample" });
  expect(await createIntentKeeper(storage, undefined).unfinished()).toMatchObject({ origin: "sample" });
});

test("the sample is imported in the order of its list, whatever order it arrives in", async () => {
  const { runner, engine, until, ownStored } = setUp();
  runner.loadSample();
  await until("finished");
  expect(stored(engine)).toEqual(NAMES.map((name) => `sample ${name}`));
  expect(ownStored()).toBe(0);
});

test("the sample brings its spread and takes it along; a spread of one's own is left alone", async () => {
  const { runner, engine, until, notices } = setUp();
  const spread = () => engine.status().settings.spreadPpm;
  runner.loadSample();
  await until("finished");
  expect(spread()).toBe(58_300);
  runner.removeSample();
  await until("sampleRemoved");
  expect(spread()).toBeNull();

  notices.length = 0;
  const own = { ...engine.status().settings, spreadPpm: partsPerMillion(40_000) };
  await engine.given.saveSettings?.({ settings: own, today: epochDay(20_000) });
  runner.loadSample();
  await until("finished");
  runner.removeSample();
  await until("sampleRemoved");
  expect(spread()).toBe(40_000);
});

test("what is entered by hand is imported without a review, and can be undone", async () => {
  const { runner, engine, until, notices } = setUp();
  runner.importMade([fileOf("targets by hand.csv")]);
  expect(runner.review()).toBeUndefined();
  expect(await until("finished")).toMatchObject({ job: { origin: "own" } });
  expect(stored(engine)).toEqual(["own targets by hand.csv"]);
  notices.length = 0;
  runner.undo([1]);
  await until("undone");
  expect(stored(engine)).toEqual([]);
});

test("what is entered beside nothing but the sample goes with it", async () => {
  const { runner, engine, until, notices } = setUp();
  runner.loadSample();
  await until("finished");
  notices.length = 0;
  runner.importMade([fileOf("notes by hand.csv")]);
  await until("finished");
  expect(stored(engine)).toContain("sample notes by hand.csv");
  runner.removeSample();
  await until("sampleRemoved");
  expect(stored(engine)).toEqual([]);
});

async function withSample() {
  const parts = setUp();
  parts.runner.loadSample();
  await parts.until("finished");
  parts.notices.length = 0;
  return parts;
}

test("own files wait for an answer while the sample is loaded", async () => {
  const { runner, engine } = await withSample();
  runner.importFiles([fileOf("a.csv")]);
  expect(runner.question()?.map(({ name }) => name)).toEqual(["a.csv"]);
  expect(stored(engine)).toHaveLength(3);
});

test("answered with remove, the sample goes before the files come", async () => {
  const { runner, engine, until, importAll } = await withSample();
  runner.importFiles([fileOf("a.csv")]);
  runner.answer("remove");
  await importAll();
  await until("finished");
  expect(runner.question()).toBeUndefined();
  expect(stored(engine)).toEqual(["own a.csv"]);
});

test("answered with keep, both are there", async () => {
  const { runner, engine, until, importAll } = await withSample();
  runner.importFiles([fileOf("a.csv")]);
  runner.answer("keep");
  await importAll();
  await until("finished");
  expect(stored(engine)).toEqual([...NAMES.map((name) => `sample ${name}`), "own a.csv"]);
});

test("answered with cancel, nothing changes", async () => {
  const { runner, engine } = await withSample();
  runner.importFiles([fileOf("a.csv")]);
  runner.answer("cancel");
  await Promise.resolve();
  expect(runner.question()).toBeUndefined();
  expect(stored(engine)).toHaveLength(3);
});

test("own files dropped while the sample is on its way are asked about, too", async () => {
  const { runner, engine, until, importAll } = setUp();
  runner.loadSample();
  runner.importFiles([fileOf("a.csv")]);
  expect(runner.question()).toHaveLength(1);
  runner.answer("remove");
  await importAll();
  await until("finished");
  expect(stored(engine)).toEqual(["own a.csv"]);
});

test("the sample is never loaded over own data", async () => {
  const { runner, engine, until, importAll } = setUp();
  runner.importFiles([fileOf("a.csv")]);
  await importAll();
  await until("finished");
  runner.loadSample();
  expect(runner.job()?.origin).toBe("own");
  expect(stored(engine)).toEqual(["own a.csv"]);
});

test("files dropped during a review are reviewed after it, and the reader is told so", async () => {
  const { runner, engine, notices, importAll } = setUp();
  runner.importFiles([fileOf("a.csv")]);
  runner.importFiles([fileOf("b.csv")]);
  expect(notices).toEqual([{ type: "waiting", files: 1 }]);
  await importAll();
  await expect.poll(() => runner.review()?.drop?.tables[0]?.fileName).toBe("b.csv");
  await importAll();
  await expect.poll(() => notices.filter(({ type }) => type === "finished").length).toBe(2);
  expect(stored(engine)).toEqual(["own a.csv", "own b.csv"]);
});

test("a fault of the engine ends the job and is told", async () => {
  const { runner, until, importAll } = setUp({ importDrop: () => Promise.reject(new Error("broken")) });
  runner.importFiles([fileOf("a.csv")]);
  await importAll();
  expect(await until("failed")).toMatchObject({ origin: "own", error: { message: "broken" } });
  expect(runner.job()).toMatchObject({ state: "failed" });
  runner.dismiss();
  expect(runner.job()).toBeUndefined();
});
