import { expect, it } from "vitest";

import { leverageSection } from "#src/app/report/leverageSection.ts";
import { profitabilitySection } from "#src/app/report/profitabilitySection.ts";
import { parseIsoDay } from "#src/domain/calendar.ts";
import { DEFAULT_CREDIT_RULES } from "#src/domain/loans.ts";
import { EVER, openEngine } from "#test/support/engineHarness.ts";

const LEDGER = [
  "txn_id,user_id,occurred_at,type,amount,product,term_days",
  "t1,u1,2024-07-01 10:00:00,lend,100000.00,P,30",
  "t2,u2,2024-07-05 10:00:00,lend,50000.00,P,90",
  "t3,u1,2024-07-31 10:00:00,exit,100000.00,P,30",
  "",
].join("\n");
const HEADER = "loan_id,product,disbursed_on,principal,annual_rate,periods,method,bad_principal";
const WEIRD = "W1,P,2024-07-01,50000,12%,12,weird,0";
const READABLE = "L1,P,2024-07-02,20000,12%,12,level,0";
const FUNDS = "as_of,kind,amount,relation\n2024-07-01,net_assets,90.00,own\n";

const rules = DEFAULT_CREDIT_RULES;
const { rounding, dayCount } = rules;

const loansOf = (...lines: readonly string[]) => ({ "loans.csv": [HEADER, ...lines, ""].join("\n") });

async function answersTo(files: Readonly<Record<string, string>>) {
  const { methods, drop } = await openEngine();
  await drop(files);
  const scope = { disbursed: null, products: [], rules };
  return {
    methods,
    profit: await methods.profitability({ ...scope, grain: "month" }),
    vintages: await methods.vintages(scope),
    matching: await methods.matching({
      ...{ period: EVER, grain: "month", rules: { rounding, dayCount }, lenderYieldPpm: 50_000 },
    }),
  };
}

it("LF1 every answer about loans tells which could not be read, and by which method", async () => {
  const { profit, vintages, matching } = await answersTo({ "l.csv": LEDGER, ...loansOf(WEIRD, READABLE) });
  const told = { unread: 1, unreadIds: ["W1"], unreadMethods: ["weird"], hasRepaid: false };
  for (const answer of [profit, vintages, matching]) {
    expect(answer).toMatchObject({ ...told, snapshotDay: parseIsoDay("2024-07-31") });
  }
  expect(matching).toMatchObject({ hasLoans: true, now: { lenders: 5_000_000, borrowers: 2_000_000 } });
});

it("LF1 MT1 without a loan that can be read nothing is known of borrowers, and no day is told", async () => {
  const { profit, vintages, matching, methods } = await answersTo({
    ...{ "l.csv": LEDGER, "f.csv": FUNDS },
    ...loansOf(WEIRD),
  });
  for (const answer of [profit, vintages, matching]) expect(answer).toMatchObject({ unread: 1, snapshotDay: null });
  expect(profit.missing).toEqual([]);
  expect(matching).toMatchObject({ hasLoans: false, points: [], now: null, idleCostPerDay: null });
  expect(matching).toMatchObject({ idleCostOfPeriod: null });
  expect(matching.ladder.reduce((sum, { lenders }) => sum + lenders, matching.overdue.lenders)).toBe(5_000_000);
  expect(await leverageSection(methods)).toMatchObject({ unread: 1, match: null, ladder: null });
});

it("LF1 RP1 the report on loans that cannot be read has no day and no missing column", async () => {
  const { methods } = await answersTo(loansOf(WEIRD, "W2,P,2024-07-01,1,12%,12,other,0"));
  expect(await profitabilitySection(methods)).toMatchObject({
    ...{ snapshotDay: null, missing: [], unread: 2, products: [] },
    total: { loans: 0, interest: null, profit: null },
  });
});

it("LF1 methods are named only where they ail every loan that cannot be read", async () => {
  const both = await answersTo(loansOf(WEIRD, "W2,P,2024-07-01,100,12%,1201,level,0"));
  expect(both.profit).toMatchObject({ unread: 2, unreadMethods: [] });
  const many = ["a", "b", "a", "c", "d"].map((method, place) => `W${place},P,2024-07-01,1,12%,12,${method},0`);
  const methods = await answersTo(loansOf(...many));
  expect(methods.profit).toMatchObject({ unread: 5, unreadIds: ["W0", "W1", "W2"], unreadMethods: ["a", "b", "c"] });
});
