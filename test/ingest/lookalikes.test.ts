import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { bytesOf } from "#src/ingest/text/bytes.ts";
import { lookalikes, packedLookalikes } from "#src/ingest/identity/lookalikes.ts";

import { decodeText, table } from "./decodeText.ts";

describe("names that a reader takes for one another", () => {
  test.each([
    ["case", ["u1", "U1"]],
    ["leading zeros", ["123", "000123"]],
    ["full width", ["A1", "Ａ１"]],
    ["Cyrillic", ["A1", "А1"]],
    ["Greek", ["OX9", "ΟΧ9"]],
    ["a blank of no width", ["ab", "a\u200bb"]],
  ])("%s", (_, names) => {
    expect(lookalikes(["x", ...names, "y"])).toEqual([names]);
  });

  test("are not those that merely resemble", () => {
    expect(lookalikes(["u1", "u2", "u10", "1u", "0", "", "甲", "乙", "a b", "ab"])).toEqual([]);
  });

  test("come in one group, however many", () => {
    expect(lookalikes(["u1", "v", "U1", "V", "Ｕ1"])).toEqual([
      ["u1", "U1", "Ｕ1"],
      ["v", "V"],
    ]);
  });

  test("and the same is found in their bytes", () => {
    const name = fc.stringMatching(/^[aAаАbBВ0１1é甲 ]{1,3}$/u);
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 40 }), (names) => {
        const texts = names.map(bytesOf);
        const bounds = new Uint32Array(names.length + 1);
        for (const [at, text] of texts.entries()) bounds[at + 1] = bounds[at]! + text.length;
        const keys = new Uint8Array(texts.flatMap((text) => [...text]));
        const groups = packedLookalikes({ keys, bounds, count: names.length });
        const sorted = (lists: readonly (readonly string[])[]) => lists.map((list) => list.join("|")).toSorted();
        expect(sorted(groups.map((group) => group.map((at) => names[at]!)))).toEqual(sorted(lookalikes(names)));
      }),
    );
  });
});

test("a file warns of them, and of ids that lost what nobody sees", async () => {
  const { file, rows } = await decodeText(
    table(
      "T1,u1,2024-01-05,exit,5,,,",
      "T2,U1,2024-01-05,exit,5,,,",
      "T3\u200b,u2,2024-01-05,exit,5,,,",
      "T4,\u00a0u3,2024-01-05,exit,5,,,",
      "T5, u4\t,2024-01-05,exit,5,,,",
    ),
  );
  expect(rows.map(({ id, lender }) => [id, lender])).toEqual([
    ["T1", "u1"],
    ["T2", "U1"],
    ["T3", "u2"],
    ["T4", "u3"],
    ["T5", "u4"],
  ]);
  expect(file?.warnings).toEqual([
    {
      code: "LOOKALIKE_ID",
      count: 3,
      examples: [
        { line: 4, value: "T3" },
        { line: 5, value: "u3" },
        { line: 3, value: "U1 / u1" },
      ],
    },
  ]);
});
