import fc from "fast-check";
import { expect, it } from "vitest";

import { epochDay } from "#src/domain/units.ts";
import type { CreditRules } from "#src/engine/protocol.ts";
import { openEngine } from "#test/support/engineHarness.ts";
import { differences } from "#test/vectors/vectors.ts";

import { ledgerUpTo, loansCsv, OPTIONAL_FIELDS, SNAPSHOT, someLoans } from "./loanFiles.ts";
import { profitOracle, type OracleAsk } from "./profitOracle.ts";

const someRules: fc.Arbitrary<CreditRules> = fc.record({
  rounding: fc.constantFrom("half_up", "half_even"),
  dayCount: fc.constantFrom("act_365", "act_360", "30_360"),
  capital: fc.constantFrom("schedule", "repayments"),
});

const someFields = fc.oneof(fc.constant(OPTIONAL_FIELDS), fc.subarray(OPTIONAL_FIELDS, { minLength: 1 }));

const somePeriod = fc
  .tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 900 }))
  .map(([a, b]) => ({ from: epochDay(SNAPSHOT - Math.max(a, b)), to: epochDay(SNAPSHOT - Math.min(a, b)) }));

const someAsk: fc.Arbitrary<Omit<OracleAsk, "fields" | "snapshotDay">> = fc.record({
  rules: someRules,
  disbursed: fc.option(somePeriod, { nil: null }),
  products: fc.constantFrom([], [], ["甲"], ["B", "C12"]),
  grain: fc.constantFrom("day", "week", "month"),
});

it(
  "PF1 PF2 PF3 PF4 PF6 PF7 PF8 the answer is what every group's loans come to one by one",
  { timeout: 60_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        someLoans,
        someFields,
        fc.array(someAsk, { minLength: 3, maxLength: 3 }),
        async (loans, fields, asks) => {
          const engine = await openEngine();
          await engine.drop({ "l.csv": ledgerUpTo(SNAPSHOT), "loans.csv": loansCsv(loans, fields) });
          for (const ask of asks) {
            const got = await engine.methods.profitability(ask);
            const oracle = profitOracle(loans, { ...ask, fields, snapshotDay: SNAPSHOT });
            const asVector = { id: "", fn: "", args: {}, expect: oracle, tol: { abs: 1e-7, rel: 1e-9 } };
            expect(differences(got, asVector)).toEqual([]);
          }
        },
      ),
      { numRuns: 120 },
    );
  },
);
