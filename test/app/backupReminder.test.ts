import { expect, test } from "vitest";

import { isBackupDue, readPutAway, writePutAway } from "#src/app/start/backupReminder.ts";

const DAY_MS = 86_400_000;
const NOW = 100 * DAY_MS;

const own = (daysAgo: number) => ({ origin: "own", importedAtMs: NOW - daysAgo * DAY_MS }) as const;
const facts = { imports: [own(10)], lastBackupMs: null, nowMs: NOW, putAwayMs: null };

test("own imports without a backup for more than a week are due", () => {
  expect(isBackupDue(facts)).toBe(true);
  expect(isBackupDue({ ...facts, imports: [own(7)] })).toBe(false);
});

test("a backup older than a week is due only when something came after it", () => {
  const lastBackupMs = NOW - 8 * DAY_MS;
  expect(isBackupDue({ ...facts, imports: [own(10)], lastBackupMs })).toBe(false);
  expect(isBackupDue({ ...facts, imports: [own(10), own(1)], lastBackupMs })).toBe(true);
  expect(isBackupDue({ ...facts, imports: [own(1)], lastBackupMs: NOW - 6 * DAY_MS })).toBe(false);
});

test("the sample needs none", () => {
  expect(isBackupDue({ ...facts, imports: [{ origin: "sample", importedAtMs: 0 }] })).toBe(false);
});

test("a reminder that was put away comes back after a week", () => {
  expect(isBackupDue({ ...facts, putAwayMs: NOW - 6 * DAY_MS })).toBe(false);
  expect(isBackupDue({ ...facts, putAwayMs: NOW - 7 * DAY_MS })).toBe(true);
});

test("when it was put away is remembered, where there is room", () => {
  const texts = new Map<string, string>();
  writePutAway({ setItem: (key, text) => void texts.set(key, text) }, 12);
  expect(readPutAway({ getItem: (key) => texts.get(key) ?? null })).toBe(12);
  expect(readPutAway({ getItem: () => "never" })).toBeNull();
  expect(readPutAway(undefined)).toBeNull();
  writePutAway(
    {
      setItem: () => {
        throw new DOMException("", "QuotaExceededError");
      },
    },
    12,
  );
});
