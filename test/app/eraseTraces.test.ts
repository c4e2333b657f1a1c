import { expect, test } from "vitest";

import { eraseTraces, type Traces } from "#src/app/start/eraseTraces.ts";

class MemoryStorage implements Storage {
  readonly #texts = new Map<string, string>();
  get length() {
    return this.#texts.size;
  }
  key(at: number) {
    return [...this.#texts.keys()][at] ?? null;
  }
  getItem(key: string) {
    return this.#texts.get(key) ?? null;
  }
  setItem(key: string, text: string) {
    this.#texts.set(key, text);
  }
  removeItem(key: string) {
    this.#texts.delete(key);
  }
  clear() {
    this.#texts.clear();
  }
}

function setUp(change: Partial<Traces> = {}) {
  const storage = new MemoryStorage();
  for (const key of ["dipper.ledger", "dipper.lang", "dipper.backupReminder", "of-another-page"]) {
    storage.setItem(key, "1");
  }
  const names = new Set(["precache", "runtime"]);
  const done: string[] = [];
  const worker = { unregister: () => Promise.resolve(done.push("worker") > 0) } as ServiceWorkerRegistration;
  const traces: Traces = {
    storage,
    caches: { keys: () => Promise.resolve([...names]), delete: (name) => Promise.resolve(names.delete(name)) },
    serviceWorkers: { getRegistrations: () => Promise.resolve([worker]) },
    forgetFolder: () => {
      done.push("folder");
      return Promise.resolve();
    },
    ...change,
  };
  return { traces, storage, names, done };
}

test("erases keys, caches, the service worker and the folder, and nothing of another page", async () => {
  const { traces, storage, names, done } = setUp();
  expect(await eraseTraces(traces)).toEqual([]);
  expect(storage.key(0)).toBe("of-another-page");
  expect(storage.length).toBe(1);
  expect(names.size).toBe(0);
  expect(done).toEqual(["folder", "worker"]);
});

test("tells what would not go", async () => {
  const { traces } = setUp({
    caches: { keys: () => Promise.resolve(["stuck"]), delete: () => Promise.resolve(false) },
  });
  expect(await eraseTraces(traces)).toEqual(["stuck"]);
});

test("a browser without any of it has nothing left", async () => {
  const { traces } = setUp({ storage: undefined, caches: undefined, serviceWorkers: undefined });
  expect(await eraseTraces(traces)).toEqual([]);
});
