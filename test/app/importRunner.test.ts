import { expect, test } from "vitest";

import { createImportRunner, type ImportNotice } from "#src/app/importing/importRunner.ts";
import type { Sample } from "#src/app/importing/sampleFiles.ts";
import { epochDay } from "#src/domain/units.ts";
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
  });
  const notices: ImportNotice[] = [];
  runner.onNotice((notice) => notices.push(notice));
  const until = (type: ImportNotice["type"]) =>
    new Promise<ImportNotice>((resolve) => {
      const found = notices.find((notice) => notice.type === type);
      if (found) return resolve(found);
      runner.onNotice((notice) => notice.type === type && resolve(notice));
    });
  return { runner, engine, guards, notices, until, ownStored: () => ownStored };
}

const stored = (engine: ReturnType<typeof memoryEngine>) =>
  engine.records.map(({ origin, fileName }) => `${origin} ${fileName}`);

test("own files are imported without a question when there is no sample", async () => {
  const { runner, engine, until, guards, ownStored } = setUp();
  runner.importFiles([fileOf("a.csv")]);
  await until("finished");
  expect(runner.question()).toBeUndefined();
  expect(stored(engine)).toEqual(["own a.csv"]);
  expect(runner.job()).toMatchObject({ state: "finished", outcomes: [{ type: "imported" }] });
  expect(ownStored()).toBe(1);
  await Promise.resolve();
  expect(guards).toEqual([true, false]);
});

test("the sample is imported in the order of its list, whatever order it arrives in", async () => {
  const { runner, engine, until, ownStored } = setUp();
  runner.loadSample();
  await until("finished");
  expect(stored(engine)).toEqual(NAMES.map((name) => `sample ${name}`));
  expect(ownStored()).toBe(0);
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
  const { runner, engine, until } = await withSample();
  runner.importFiles([fileOf("a.csv")]);
  runner.answer("remove");
  await until("finished");
  expect(runner.question()).toBeUndefined();
  expect(stored(engine)).toEqual(["own a.csv"]);
});

test("answered with keep, both are there", async () => {
  const { runner, engine, until } = await withSample();
  runner.importFiles([fileOf("a.csv")]);
  runner.answer("keep");
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
  const { runner, engine, until } = setUp();
  runner.loadSample();
  runner.importFiles([fileOf("a.csv")]);
  expect(runner.question()).toHaveLength(1);
  runner.answer("remove");
  await until("finished");
  expect(stored(engine)).toEqual(["own a.csv"]);
});

test("the sample is never loaded over own data", async () => {
  const { runner, engine, until } = setUp();
  runner.importFiles([fileOf("a.csv")]);
  await until("finished");
  runner.loadSample();
  expect(runner.job()?.origin).toBe("own");
  expect(stored(engine)).toEqual(["own a.csv"]);
});

test("files dropped during an import follow it", async () => {
  const { runner, engine, notices } = setUp();
  runner.importFiles([fileOf("a.csv")]);
  runner.importFiles([fileOf("b.csv")]);
  await expect.poll(() => notices.filter(({ type }) => type === "finished").length).toBe(2);
  expect(stored(engine)).toEqual(["own a.csv", "own b.csv"]);
});

test("a fault of the engine ends the job and is told", async () => {
  const { runner, until } = setUp({ importFiles: () => Promise.reject(new Error("broken")) });
  runner.importFiles([fileOf("a.csv")]);
  expect(await until("failed")).toMatchObject({ origin: "own", error: { message: "broken" } });
  expect(runner.job()).toMatchObject({ state: "failed" });
  runner.dismiss();
  expect(runner.job()).toBeUndefined();
});
