import { expect, test } from "vitest";

import { cutApart } from "#src/app/importing/sampleFiles.ts";

const list = [
  { name: "a.csv", sizeBytes: 3 },
  { name: "b.csv", sizeBytes: 4 },
];

test("the sample's files are cut from one answer, in the order of the list", async () => {
  const files = cutApart(new Blob(["abcdefg"]), list);
  expect(files.map(({ name }) => name)).toEqual(["a.csv", "b.csv"]);
  expect(await Promise.all(files.map((file) => file.text()))).toEqual(["abc", "defg"]);
});

test("an answer of another build is refused", () => {
  expect(() => cutApart(new Blob(["abcdef"]), list)).toThrow(/holds 6 bytes and lists 7/);
});
