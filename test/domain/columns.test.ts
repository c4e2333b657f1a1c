import fc from "fast-check";
import { expect, test } from "vitest";

import { packTexts, textAt, textsOf } from "#src/domain/columns.ts";

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
