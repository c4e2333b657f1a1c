import { expect, test } from "vitest";

import { droppedFiles, inNaturalOrder } from "#src/ui/droppedFiles.ts";

function fileEntry(name: string): unknown {
  return { name, isFile: true, isDirectory: false, file: (done: (file: File) => void) => done(new File(["x"], name)) };
}

/** Hands out two entries at a time, as browsers hand out a hundred. */
function folderEntry(name: string, inside: readonly unknown[]): unknown {
  const createReader = () => {
    let at = 0;
    return {
      readEntries: (done: (entries: readonly unknown[]) => void) => {
        at += 2;
        done(inside.slice(at - 2, at));
      },
    };
  };
  return { name, isFile: false, isDirectory: true, createReader };
}

function transferOf(entries: readonly unknown[]): DataTransfer {
  const items = entries.map((entry) => ({ kind: "file", webkitGetAsEntry: () => entry, getAsFile: () => null }));
  // A transfer cannot be made by hand.
  return { items: [...items, { kind: "string" }] } as unknown as DataTransfer;
}

test("folders are walked to the end, hidden files are left, and names are in the order people count", async () => {
  const exports = folderEntry("exports", [
    fileEntry("day10.csv"),
    fileEntry("day2.csv"),
    fileEntry(".DS_Store"),
    folderEntry("older", [fileEntry("day1.csv")]),
    fileEntry("day3.csv"),
  ]);
  const files = await droppedFiles(transferOf([exports, fileEntry("day0.csv")]));
  expect(files.map((file) => file.name)).toEqual(["day0.csv", "day1.csv", "day2.csv", "day3.csv", "day10.csv"]);
});

test("a name is read before what adds to it, so that a corrected file wins", () => {
  const names = ["d-restated.csv", "d (1).csv", "d.restated.csv", "d.csv", "d (2).csv", "c.csv"];
  const ordered = inNaturalOrder(names.map((name) => new File([""], name))).map(({ name }) => name);
  expect(ordered.slice(0, 2)).toEqual(["c.csv", "d.csv"]);
  expect(ordered.indexOf("d (1).csv")).toBeLessThan(ordered.indexOf("d (2).csv"));
});

test("natural order knows folders by their paths", () => {
  const files = ["b/2.csv", "a/10.csv", "a/9.csv"].map((path) => {
    const file = new File([""], path.split("/")[1]!);
    Object.defineProperty(file, "webkitRelativePath", { value: path });
    return file;
  });
  expect(inNaturalOrder(files).map((file) => file.name)).toEqual(["9.csv", "10.csv", "2.csv"]);
});
