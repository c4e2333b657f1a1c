import { readFileSync } from "node:fs";
import path from "node:path";

import { expect, test } from "vitest";

import { withResults } from "#scripts/bench/resultText.mjs";

const document = readFileSync(path.join(import.meta.dirname, "../../docs/BENCHMARKS.md"), "utf8");

test("results take the place of those before, and nothing else changes", () => {
  const first = withResults(document, "first");
  expect(first).toContain("\n\nfirst\n\n");
  expect(withResults(first, "second")).toBe(first.replace("\n\nfirst\n\n", "\n\nsecond\n\n"));
  expect(first.startsWith(document.slice(0, document.indexOf("## Results")))).toBe(true);
});

test("a document without a place for results is refused", () => {
  expect(() => withResults("# Benchmarks", "results")).toThrow("no place for results");
});
