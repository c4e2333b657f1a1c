import fc from "fast-check";
import { expect, test } from "vitest";

import { firstInOrder } from "#src/engine/lenders/firstInOrder.ts";
import { nameOrder } from "#src/engine/lenders/nameOrder.ts";
import { createNameSearch } from "#src/engine/lenders/nameSearch.ts";

/** Ids that share beginnings, differ late, hold other scripts, or end where others go on. */
const name = fc.oneof(
  fc.nat(99_999).map((number) => `lender-${String(number).padStart(6, "0")}`),
  fc.nat(30).map((number) => `lender-000000${number}`),
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.constantFrom("", "A", "a", "aa", "ÿa", "中a", "中b", "ÿ", "İd", "a\u0000", "a\u0000b"),
);
const names = fc.oneof(fc.uniqueArray(name, { maxLength: 40 }), fc.array(name, { maxLength: 40 }));

test("names are in the order of their code units, equal ones as they came", () => {
  fc.assert(
    fc.property(names, (some) => {
      const expected = some
        .map((text, place) => ({ text, place }))
        .toSorted((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : a.place - b.place))
        .map(({ place }) => place);
      expect(Array.from(nameOrder(some))).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});

test("a search marks every name that holds the text, whatever the case, and no other", () => {
  const wanted = fc.oneof(
    fc.constantFrom("LENDER", "00", "a", "ÿ", "中", "i"),
    fc.string({ minLength: 1, maxLength: 2 }),
  );
  fc.assert(
    fc.property(names, wanted, (some, text) => {
      const expected = some.map((one) =>
        !text.includes("\u0000") && one.toLowerCase().includes(text.toLowerCase()) ? 1 : 0,
      );
      expect(Array.from(createNameSearch(some)(text))).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});

test("the first entries in order are those of all entries in order", () => {
  const key = fc.oneof(fc.constantFrom(0, 1, 2, Infinity, -7), fc.integer());
  fc.assert(
    fc.property(fc.array(key, { maxLength: 60 }), fc.nat(70), fc.nat(), (values, count, turn) => {
      const keys = Float64Array.from(values);
      const ranks = Uint32Array.from(values, (_, entry) => (entry + turn) % values.length);
      const entries = Uint32Array.from(values.keys()).filter((entry) => entry % 5 !== 3);
      const all = Array.from(entries).toSorted((a, b) =>
        keys[a] === keys[b] ? ranks[a]! - ranks[b]! : keys[a]! < keys[b]! ? -1 : 1,
      );
      expect(Array.from(firstInOrder(entries, count, { keys, ranks }))).toEqual(all.slice(0, count));
    }),
    { numRuns: 500 },
  );
});
