import fc from "fast-check";
import { expect, it } from "vitest";

import { ascendingOrder } from "#src/engine/rowOrder.ts";

it("RW1 orders whole keys below 2^53 as a stable sort would", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.maxSafeNat())), (keys) => {
      const low = Uint32Array.from(keys, (key) => key % 2 ** 32);
      const high = Uint32Array.from(keys, (key) => Math.floor(key / 2 ** 32));
      const expected = keys.map((_, place) => place).toSorted((a, b) => keys[a]! - keys[b]! || a - b);
      expect([...ascendingOrder({ low, high })]).toEqual(expected);
    }),
  );
});
