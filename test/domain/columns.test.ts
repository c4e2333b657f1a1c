import fc from "fast-check";
import { expect, test } from "vitest";

import { codedTexts, packTexts, textAt, textsOf } from "#src/domain/columns.ts";

const ODD = ["", "甲", "😀👩‍👩‍👧", "\ufeffT1", "\ufeff", "a\u0000b", "é", "e\u0301"];

test("texts are kept as they are, with what is invisible in them", () => {
  const text = fc.oneof(fc.constantFrom(...ODD), fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }));
  const examples: [string[]][] = [[[]], [ODD], [ODD.toReversed()]];
  fc.assert(
    fc.property(fc.array(text), (texts) => {
      const column = packTexts(texts);
      expect(column.ends).toHaveLength(texts.length);
      expect(texts.map((_, row) => textAt(column, row))).toEqual(texts);
      expect(textsOf(column)).toEqual(texts);
    }),
    { examples },
  );
});

test("texts of few kinds are told apart, also where their hashes are the same", () => {
  // "Aa" and "BB" have one hash, and so have any of their pairs.
  const kind = fc.constantFrom(...ODD, "Aa", "BB", "AaBB", "BBAa", "AaAa", "A", "B");
  fc.assert(
    fc.property(fc.array(kind), (texts) => {
      const coded = codedTexts(packTexts(texts));
      expect([...coded.codes].map((code) => coded.texts[code])).toEqual(texts);
      expect(coded.texts).toEqual([...new Set(texts)]);
    }),
    { examples: [[["Aa", "BB", "Aa", "BB"]]] },
  );
});
