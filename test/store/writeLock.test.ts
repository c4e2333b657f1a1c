import { afterEach, describe, expect, test, vi } from "vitest";

import { withWriteLock } from "#src/store/writeLock.ts";

type LockRequest = (name: string, options: LockOptions, work: () => Promise<unknown>) => Promise<unknown>;

describe("the lock that writers take", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  test("ST22 work is done under the lock that all tabs share", async () => {
    const request = vi.fn<LockRequest>((_name, _options, work) => work());
    vi.stubGlobal("navigator", { locks: { request } });
    const { signal } = new AbortController();
    expect(await withWriteLock(async () => 7, signal)).toBe(7);
    expect(await withWriteLock(async () => 8)).toBe(8);
    expect(request.mock.calls.map(([name, options]) => [name, options])).toEqual([
      ["dipper-write", { signal }],
      ["dipper-write", {}],
    ]);
  });

  test("ST22 without locks the work is done all the same", async () => {
    vi.stubGlobal("navigator", undefined);
    expect(await withWriteLock(async () => 7)).toBe(7);
  });

  test("ST22 an aborted writer does not begin", async () => {
    const work = vi.fn<() => Promise<number>>(async () => 7);
    await expect(withWriteLock(work, AbortSignal.abort())).rejects.toThrow("aborted");
    expect(work).not.toHaveBeenCalled();
  });
});
