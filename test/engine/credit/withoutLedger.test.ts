import fc from "fast-check";
import { expect, it } from "vitest";

import { DEFAULT_CREDIT_RULES } from "#src/domain/loans.ts";
import { epochDay } from "#src/domain/units.ts";
import { openEngine } from "#test/support/engineHarness.ts";

import { ledgerUpTo, loansCsv, someLoans } from "./loanFiles.ts";

const rules = DEFAULT_CREDIT_RULES;
const SCOPE = { disbursed: null, products: [] };
const SORT = { by: "profit", descending: true } as const;

/** What the screens of credit ask, less what their answers say of the ledger. */
async function answersTo(files: Readonly<Record<string, string>>) {
  const { methods, drop } = await openEngine();
  await drop(files);
  const { basis, gaps, ...profit } = await methods.profitability({ ...SCOPE, rules, grain: "month" });
  const { basis: ofVintages, gaps: gapsOfVintages, ...vintages } = await methods.vintages({ ...SCOPE, rules });
  const { total, rows } = await methods.loans({ where: SCOPE, rules, sort: SORT, offset: 0, limit: 50 });
  const schedule = await methods.loanSchedule({ loanId: "L0", rules });
  expect([ofVintages, gapsOfVintages]).toEqual([basis, gaps]);
  return { asOf: basis.asOf, gaps, told: { profit, vintages, total, rows, schedule } };
}

it("PF9 loans alone tell what they tell beside a ledger that ends no later", { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(someLoans, fc.integer({ min: 0, max: 400 }), async (loans, sooner) => {
      const last = epochDay(Math.max(...loans.map(({ disbursedOn }) => disbursedOn)));
      const file = { "loans.csv": loansCsv(loans) };
      const alone = await answersTo(file);
      const beside = await answersTo({ "l.csv": ledgerUpTo(epochDay(last - sooner)), ...file });
      expect([alone.asOf, beside.asOf]).toEqual([null, last - sooner]);
      expect(alone.told).toEqual(beside.told);
      expect(alone.told.profit.snapshotDay).toBe(last);
      expect([alone.gaps?.isDisbursal, beside.gaps?.isDisbursal]).toEqual([true, sooner > 0]);
      expect({ ...alone.gaps, isDisbursal: sooner > 0 }).toEqual(beside.gaps);
    }),
    { numRuns: 30 },
  );
});
