import { expect, test } from "vitest";

import { accepted, refused } from "#src/domain/result.ts";
import type { EngineMethods, EngineStatus } from "#src/engine/protocol.ts";
import { createEngineStore } from "#src/app/start/engineStore.ts";
import { createSentinel } from "#src/app/start/sentinel.ts";

import { clientWith, EMPTY_STATUS, statusWith } from "./fakeEngine.ts";

const MS_A_DAY = 86_400_000;

function memoryStorage() {
  const texts = new Map<string, string>();
  return {
    getItem: (key: string) => texts.get(key) ?? null,
    setItem: (key: string, text: string) => void texts.set(key, text),
    removeItem: (key: string) => void texts.delete(key),
  };
}

function setUp(given: Partial<EngineMethods>, last?: EngineStatus) {
  const sentinel = createSentinel(memoryStorage());
  if (last) sentinel.write(last);
  const clock = { nowMs: 20_000 * MS_A_DAY };
  const client = clientWith(given);
  const store = createEngineStore({ client, sentinel, now: () => clock.nowMs });
  return { store, client, sentinel, clock };
}

test("opens, and is then ready with the status", async () => {
  const { store } = setUp({ open: async () => accepted(statusWith(3)) });
  expect(store.phase()).toEqual({ type: "opening", progress: undefined });
  await store.open();
  expect(store.phase()).toEqual({ type: "ready", status: statusWith(3) });
});

test("shows how far opening is", async () => {
  const progress = { done: 1, total: 4 };
  const seen: unknown[] = [];
  const { store } = setUp({
    open: async (_, __, onProgress) => {
      onProgress?.(progress);
      seen.push(store.phase());
      return accepted(statusWith(1));
    },
  });
  await store.open();
  expect(seen).toEqual([{ type: "opening", progress }]);
});

test("a store that cannot be opened is a refusal, and opening can be tried again", async () => {
  const answers = [refused({ code: "STORAGE_BLOCKED", message: "m" } as const), accepted(statusWith(1))];
  const { store } = setUp({ open: async () => answers.shift() ?? accepted(EMPTY_STATUS) });
  await store.open();
  expect(store.phase()).toEqual({ type: "refused", refusal: { code: "STORAGE_BLOCKED", message: "m" } });
  await store.open();
  expect(store.phase().type).toBe("ready");
});

test("a dead engine stays failed, whatever arrives later", async () => {
  const { store } = setUp({ open: async () => accepted(statusWith(1)) });
  store.fail(new Error("gone"));
  await store.open();
  expect(store.phase()).toEqual({ type: "failed", error: new Error("gone") });
});

test("a fault while opening fails", async () => {
  const { store } = setUp({});
  await store.open();
  expect(store.phase()).toMatchObject({ type: "failed", error: { message: "open was not expected" } });
});

test("asks for the status anew when the data changed, and keeps a sentinel of it", async () => {
  let status = statusWith(1);
  const { store, client, sentinel } = setUp({ open: async () => accepted(status), status: async () => status });
  await store.open();
  status = statusWith(2);
  const changed = new Promise<void>((resolve) => void store.subscribe(resolve));
  client.tell(2);
  await changed;
  expect(store.phase()).toEqual({ type: "ready", status });
  expect(sentinel.read()).toMatchObject({ imports: 2, rows: 20, dataVersion: 2 });
});

test("an older answer that arrives late is dropped", async () => {
  const { store } = setUp({ open: async () => accepted(statusWith(5)), status: async () => statusWith(4) });
  await store.open();
  await store.refresh();
  expect(store.phase()).toEqual({ type: "ready", status: statusWith(5) });
});

test("an empty store that held imports before is a loss, not a first run", async () => {
  const { store } = setUp({ open: async () => accepted(EMPTY_STATUS) }, statusWith(7));
  await store.open();
  expect(store.phase()).toMatchObject({ type: "refused", refusal: { code: "STORAGE_LOST" } });
  expect(store.lastKnown()).toMatchObject({ imports: 7, rows: 70 });
  await store.startFresh();
  expect(store.phase()).toEqual({ type: "ready", status: EMPTY_STATUS });
  expect(store.lastKnown()).toBeUndefined();
});

test("a store that was emptied on purpose in another tab is no loss", async () => {
  const emptied = { ...EMPTY_STATUS, dataVersion: 8 };
  const { store } = setUp({ open: async () => accepted(emptied) }, statusWith(7));
  await store.open();
  expect(store.phase()).toEqual({ type: "ready", status: emptied });
});

test("a loss while the page is open is worded by opening again", async () => {
  const answers = [accepted(statusWith(2)), refused({ code: "STORAGE_LOST", message: "m" } as const)];
  const erased = accepted({ ...EMPTY_STATUS, dataVersion: 3 });
  const { store } = setUp({
    open: async () => answers.shift() ?? accepted(EMPTY_STATUS),
    status: () => Promise.reject(new Error("StoreRefused")),
    eraseEverything: async () => erased,
  });
  await store.open();
  await store.refresh();
  expect(store.phase()).toMatchObject({ type: "refused", refusal: { code: "STORAGE_LOST" } });
  await store.startFresh();
  expect(store.phase()).toMatchObject({ type: "ready", status: { imports: 0 } });
});

test("today is the platform's day, and a new day opens anew", async () => {
  const days: number[] = [];
  const { store, clock } = setUp({
    open: async ({ today }) => {
      days.push(today);
      return accepted(statusWith(1));
    },
  });
  await store.open();
  await store.checkDay();
  // 16:00 in UTC is midnight in the default zone.
  clock.nowMs += 16 * 3_600_000;
  await store.checkDay();
  expect(days).toEqual([20_000, 20_001]);
  expect(store.today()).toBe(20_001);
});

test("the zone of the settings is right from the first opening on", async () => {
  const days: number[] = [];
  const status = statusWith(1, { settings: { ...EMPTY_STATUS.settings, zone: "America/New_York" } });
  const open: EngineMethods["open"] = async ({ today }) => {
    days.push(today);
    return accepted(status);
  };
  const first = setUp({ open });
  await first.store.open();
  await setUp({ open }, status).store.open();
  expect(days).toEqual([20_000, 19_999, 19_999]);
});

test("trying again keeps the refusal on the screen until the store opens", async () => {
  const blocked = refused({ code: "STORAGE_BLOCKED", message: "m" } as const);
  const answers = [blocked, blocked, accepted(statusWith(1))];
  const { store } = setUp({ open: async () => answers.shift() ?? blocked });
  await store.open();
  const seen: string[] = [];
  store.subscribe(() => seen.push(store.phase().type));
  await store.retry();
  await store.retry();
  expect(seen).toEqual(["refused", "ready"]);
});

test("a damaged import is taken away and the rest is there", async () => {
  const removed: unknown[] = [];
  const damaged = { code: "STORAGE_CORRUPT", message: "m", importId: 3, fileName: "day.csv" } as const;
  const { store } = setUp({
    open: async () => refused(damaged),
    deleteImports: async (args) => {
      removed.push(args);
      return accepted(statusWith(2));
    },
  });
  await store.open();
  await store.removeImport(3);
  expect(store.phase()).toEqual({ type: "ready", status: statusWith(2) });
  expect(removed).toEqual([{ importIds: [3], today: store.today() }]);
});

test("an engine that cannot take it away says so, and nothing is left unhandled", async () => {
  const { store } = setUp({ open: async () => refused({ code: "STORAGE_CORRUPT", message: "m" } as const) });
  await store.open();
  await store.removeImport(3);
  expect(store.phase()).toMatchObject({ type: "failed", error: { message: "deleteImports was not expected" } });
});

test("a restored backup ends the loss, and is what a later loss is measured by", async () => {
  const { store, sentinel } = setUp({ open: async () => accepted(EMPTY_STATUS) }, statusWith(5));
  await store.open();
  expect(store.phase()).toMatchObject({ type: "refused", refusal: { code: "STORAGE_LOST" } });
  store.adopt(statusWith(4));
  expect(store.phase()).toEqual({ type: "ready", status: statusWith(4) });
  expect(sentinel.read()?.imports).toBe(4);
});
