import { isDeepStrictEqual } from "node:util";

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { rowFromBytes, rowToBytes } from "#src/store/backupValues.ts";
import { gunzipBytes, gzipBytes } from "#src/store/gzipBytes.ts";

const bytes = fc.uint8Array({ maxLength: 40 });

const leaf = fc.oneof(
  fc.string({ unit: "binary" }),
  // Half a character, as a text cut at a length may end.
  fc.constant("甲\uD83D"),
  fc.double(),
  fc.integer(),
  fc.constantFrom(null, undefined, true, false, -0),
  bytes,
  bytes.map((held) => held.slice().buffer),
  bytes.map((held) => Float64Array.from(held, (byte) => byte / 7)),
  bytes.map((held) => Int32Array.from(held, (byte) => -byte)),
  bytes.map((held) => Uint32Array.from(held).subarray(0, held.length >> 1)),
  bytes.map((held) => Uint16Array.from(held)),
);

const key = fc.oneof(fc.constantFrom("$", "__proto__", "constructor", "", "at"), fc.string({ maxLength: 5 }));

const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { weight: 3, arbitrary: leaf },
    { weight: 1, arbitrary: fc.array(tie("value"), { maxLength: 4 }) },
    {
      weight: 2,
      arbitrary: fc.array(fc.tuple(key, tie("value")), { maxLength: 5 }).map((held) => Object.fromEntries(held)),
    },
  ),
}));

describe("rows as bytes", () => {
  test("ST27 every row comes back as it was", () => {
    fc.assert(
      fc.property(value, (row) => {
        expect(isDeepStrictEqual(rowFromBytes(rowToBytes(row)), row)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test("ST27 bytes that no row makes are an error, never another row or a hang", () => {
    const whole = rowToBytes({ a: new Uint8Array(20), b: "text", $: 1 });
    for (let length = 0; length < whole.length; length++) {
      expect(() => rowFromBytes(whole.slice(0, length))).toThrow(Error);
    }
    for (const json of [
      '{"$":"ArrayBuffer","at":0,"length":-1}',
      '{"$":"Uint32Array","at":0,"length":3}',
      '{"$":"else"}',
    ]) {
      const text = new TextEncoder().encode(json);
      const spoilt = new Uint8Array(4 + text.length + 8);
      spoilt[0] = text.length;
      spoilt.set(text, 4);
      expect(() => rowFromBytes(spoilt)).toThrow(Error);
    }
  });

  test("ST27 what cannot be stored is not backed up", () => {
    expect(() => rowToBytes({ when: 1n })).toThrow(TypeError);
    expect(() => rowToBytes({ view: new DataView(new ArrayBuffer(2)) })).toThrow(TypeError);
  });
});

describe("packed bytes", () => {
  test("ST28 they unpack to just as many bytes as were told", async () => {
    const packed = await gzipBytes(new Uint8Array(1_000_000));
    expect(packed.length).toBeLessThan(2000);
    expect((await gunzipBytes(packed, 1_000_000))?.length).toBe(1_000_000);
    // A bomb ends where it exceeds what it said.
    expect(await gunzipBytes(packed, 1000)).toBeUndefined();
    expect(await gunzipBytes(packed, 1_000_001)).toBeUndefined();
    expect(await gunzipBytes(packed.slice(0, -4), 1_000_000)).toBeUndefined();
    expect(await gunzipBytes(new Uint8Array(50), 50)).toBeUndefined();
  });
});
