import fc from "fast-check";
import { expect, it } from "vitest";

import { balancesWhere, holdersOf } from "#src/engine/lenders/holders.ts";

it("are those with a balance above zero, smallest first, however large", () => {
  const balance = fc.oneof(
    fc.constant(0),
    fc.integer({ min: -500, max: 500 }),
    fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  );
  fc.assert(
    fc.property(fc.array(balance, { maxLength: 60 }), (balances) => {
      const holders = holdersOf(Float64Array.from(balances));
      const expected = balances.filter((held) => held > 0).toSorted((a, b) => a - b);
      expect([...holders.balance]).toEqual(expected);
      expect(Array.from(holders.lender, (code) => balances[code])).toEqual(expected);
      const even = balances.filter((held, code) => held > 0 && code % 2 === 0).toSorted((a, b) => a - b);
      expect([...balancesWhere(holders, (code) => code % 2 === 0)]).toEqual(even);
    }),
  );
});
