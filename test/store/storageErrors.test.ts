import { describe, expect, test } from "vitest";

import { refusalOf } from "#src/store/storageErrors.ts";

const QUOTA = new DOMException("no room", "QuotaExceededError");

function caused(name: string, parts: object): Error {
  return Object.assign(new Error(name), { name }, parts);
}

describe("what a failure of IndexedDB means", () => {
  test.each([
    ["a refused write", QUOTA],
    ["an abort at the end", caused("AbortError", { inner: QUOTA })],
    ["one row of many", caused("BulkError", { failures: [caused("AbortError", { inner: QUOTA })] })],
    ["a deeper cause", caused("OpenFailedError", { inner: new Error("open", { cause: QUOTA }) })],
    ["a full disk", caused("AbortError", { inner: new DOMException("Failed to write blobs (IOError)", "DataError") })],
    ["a full disk when opening", new DOMException("Encountered full disk while opening", "UnknownError")],
  ])("ST16 %s without room is STORAGE_FULL", (_, error) => {
    expect(refusalOf(error).code).toBe("STORAGE_FULL");
  });

  test.each([
    ["a closed database", caused("DatabaseClosedError", {})],
    ["a lost connection", new DOMException("Connection lost", "UnknownError")],
    ["a missing file", caused("BulkError", { failures: [new DOMException("missing file", "NotReadableError")] })],
  ])("ST17 %s is STORAGE_LOST", (_, error) => {
    expect(refusalOf(error).code).toBe("STORAGE_LOST");
  });

  test.each([
    ["a fault of ours", new TypeError("not a function")],
    ["a value that cannot be cloned", new DOMException("detached", "DataCloneError")],
    ["a cause that is its own cause", caused("Error", {})],
    ["no error at all", "text"],
  ])("ST17 %s is thrown on", (_, error) => {
    if (error instanceof Error) error.cause = error;
    expect(() => refusalOf(error)).toThrow(error instanceof Error ? error.message : error);
  });
});
