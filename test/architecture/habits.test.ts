import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import { expect, test } from "vitest";

const source = path.resolve(import.meta.dirname, "../../src");
const files = readdirSync(source, { recursive: true, encoding: "utf8" }).map((file) => file.replaceAll("\\", "/"));
const code = files
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file, lines: readFileSync(path.join(source, file), "utf8").split("\n") }));

/** `file:line text` of the lines that match. */
function linesLike(pattern: RegExp): string[] {
  return code.flatMap(({ file, lines }) =>
    lines.flatMap((line, at) => (pattern.test(line) ? [`src/${file}:${at + 1} ${line.trim()}`] : [])),
  );
}

test("a file is named for what is in it", () => {
  expect(files.filter((file) => /(^|\/)index\.tsx?$/.test(file))).toEqual([]);
  expect(files.filter((file) => /(^|\/)(utils?|helpers?|common|shared|lib)(\/|\.|$)/.test(file))).toEqual([]);
});

test("a chart's formatter is a function: a string would be raw HTML in a tooltip", () => {
  expect(linesLike(/\bformatter:\s*["'`]/)).toEqual([]);
});

test("colours are variables of the theme", () => {
  expect(linesLike(/["'`]#[0-9a-f]{3,8}\b["'`]|\b(rgba?|hsla?|oklch)\(\s*\d/i)).toEqual([]);
});

test("a value is asserted to be there only where a typed array is read in range", () => {
  expect(linesLike(/[\w)]!(?=[.,;)\]}[]|\s[-+*/<>=&|?:]|$)/)).toEqual([]);
});
