import { expect, it } from "vitest";

import { profitabilitySection } from "#src/app/report/profitabilitySection.ts";
import { dayOf } from "#src/domain/calendar.ts";
import { DEFAULT_CREDIT_RULES } from "#src/domain/loans.ts";
import { ledgerUpTo, loansCsv, type FileLoan } from "#test/engine/credit/loanFiles.ts";
import { openEngine } from "#test/support/engineHarness.ts";

const LOAN: FileLoan = {
  ...{ id: "a", product: "A", disbursedOn: dayOf(2023, 6, 15), principal: 120_000, ratePpm: 120_000, periods: 12 },
  ...{ method: "level", interest: 7000, bad: 2000, funding: 3000, marketing: 1000, repaid: 118_000 },
};

it("RP1 PF1 PF5 the report has the figures of the screen, by product and month of disbursal", async () => {
  const { methods, drop } = await openEngine();
  const young: FileLoan = { ...LOAN, id: "b", product: "B", disbursedOn: dayOf(2024, 8, 20), repaid: 0 };
  await drop({ "l.csv": ledgerUpTo(dayOf(2024, 8, 31)), "loans.csv": loansCsv([LOAN, young]) });
  const section = await profitabilitySection(methods);
  const shown = await methods.profitability({
    disbursed: null,
    products: [],
    rules: DEFAULT_CREDIT_RULES,
    grain: "month",
  });
  expect(section).toMatchObject({
    snapshotDay: "2024-08-31",
    rules: DEFAULT_CREDIT_RULES,
    missing: ["penalty", "fees"],
    unread: 0,
    total: { profit: 2000, perDisbursed: shown.total.perDisbursed, closing: shown.total.closing, irrReason: null },
  });
  expect(section?.products.map(({ product, months }) => [product, months.map(({ month }) => month)])).toEqual([
    ["A", ["2023-06"]],
    ["B", ["2024-08"]],
  ]);
  const [a, b] = section?.products ?? [];
  expect(a).toMatchObject({ costShares: { bad: 2 / 6, funding: 3 / 6, marketing: 1 / 6 } });
  expect(a?.irr).toBe(shown.products[0]?.irr.rate);
  expect(a?.months[0]).toMatchObject({ profit: 1000, xirr: a?.xirr });
  expect(b).toMatchObject({ irr: null, irrReason: "too_young", xirr: null, xirrReason: "too_young" });
});

it("RP1 PF7 a share of cost that is not known is null, and so is the section without loans", async () => {
  const { methods, drop } = await openEngine();
  await drop({ "l.csv": ledgerUpTo(dayOf(2024, 8, 31)) });
  expect(await profitabilitySection(methods)).toBeNull();
  await drop({ "loans.csv": loansCsv([LOAN], ["interest", "bad"]) });
  const section = await profitabilitySection(methods);
  expect(section?.total).toMatchObject({ profit: null, costShares: { bad: null, funding: null }, irr: null });
  expect(section?.total.irrReason).toBe("unknown");
});

it("RP1 PF7 PF9 the report tells what the file leaves open, and a product that lacks a column has no profit", async () => {
  const { methods, drop } = await openEngine();
  const lacking: FileLoan = { ...LOAN, id: "b", product: "B", bad: undefined };
  await drop({ "loans.csv": loansCsv([LOAN, lacking]) });
  const section = await profitabilitySection(methods);
  expect(section?.gaps).toEqual({
    ...{ loans: 2, blanks: [{ part: "bad", loans: 1, products: ["B"] }], beyond: 0, later: 0, isDisbursal: true },
  });
  const ofProduct = (name: string) => section?.products.find(({ product }) => product === name);
  expect(ofProduct("A")).toMatchObject({ profit: 1000, costShares: { bad: 2 / 6 } });
  expect(ofProduct("B")).toMatchObject({ profit: null, costShares: { bad: null }, irrReason: "unknown" });
});
