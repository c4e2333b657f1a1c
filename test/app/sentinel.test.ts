import { expect, test } from "vitest";

import { createSentinel, isLost } from "#src/app/start/sentinel.ts";

import { EMPTY_STATUS, statusWith } from "./fakeEngine.ts";

const sentinel = { dataVersion: 7, imports: 3, rows: 30, zone: "Asia/Shanghai" };

test("an empty store of a new beginning is lost", () => {
  expect(isLost(sentinel, { imports: 0, dataVersion: 0 })).toBe(true);
  expect(isLost(sentinel, { imports: 0, dataVersion: 7 })).toBe(true);
});

test("a store with imports, or emptied on purpose, is not", () => {
  expect(isLost(sentinel, { imports: 1, dataVersion: 7 })).toBe(false);
  expect(isLost(sentinel, { imports: 0, dataVersion: 8 })).toBe(false);
});

test("who never imported has lost nothing", () => {
  expect(isLost(undefined, EMPTY_STATUS)).toBe(false);
  expect(isLost({ ...sentinel, imports: 0 }, EMPTY_STATUS)).toBe(false);
});

test("what is no sentinel is none", () => {
  for (const text of [null, "", "{", "7", '{"imports":"3"}']) {
    expect(createSentinel({ getItem: () => text, setItem: () => {}, removeItem: () => {} }).read()).toBeUndefined();
  }
});

test("goes on without storage, and when it is full", () => {
  const full = () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  createSentinel({ getItem: () => null, setItem: full, removeItem: () => {} }).write(statusWith(1));
  const none = createSentinel(undefined);
  none.write(statusWith(1));
  expect(none.read()).toBeUndefined();
});

test("an emptied store leaves no trace", () => {
  const texts = new Map<string, string>();
  const keeper = createSentinel({
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => void texts.set(key, text),
    removeItem: (key) => void texts.delete(key),
  });
  keeper.write(statusWith(2));
  expect(keeper.read()?.imports).toBe(2);
  keeper.write({ ...EMPTY_STATUS, dataVersion: 3 });
  expect([...texts.keys()]).toEqual([]);
});
