import { readFileSync } from "node:fs";

import { beforeAll, expect, it } from "vitest";

import { dayOf } from "#src/domain/calendar.ts";
import { DEFAULT_CREDIT_RULES } from "#src/domain/loans.ts";
import type { ProductProfit, ProfitabilityResult } from "#src/engine/protocol.ts";
import { openEngine } from "#test/support/engineHarness.ts";

import { ledgerUpTo } from "./loanFiles.ts";

let result: ProfitabilityResult;

beforeAll(async () => {
  const engine = await openEngine();
  const loans = readFileSync(new URL("../../../sample-data/loans.csv", import.meta.url), "utf8");
  // The sample's ledger ends on that day.
  await engine.drop({ "l.csv": ledgerUpTo(dayOf(2025, 3, 31)), "loans.csv": loans });
  result = await engine.methods.profitability({
    ...{ disbursed: null, products: [], rules: DEFAULT_CREDIT_RULES, grain: "month" },
  });
});

const named = (name: string): ProductProfit | undefined => result.products.find(({ product }) => product === name);
const story = (): readonly ProductProfit[] => result.products.filter(({ product }) => product !== "TEACH12");

it("PF1 PF2 PF3 the sample has the worked example as one product-month", () => {
  const example = named("TEACH12");
  expect(example?.months).toHaveLength(1);
  expect(example).toMatchObject({ loans: 1, disbursed: 18_800_000_000, profit: 200_000_000, finished: 1 });
  expect(example?.perDisbursed).toBeCloseTo(0.0106, 4);
  expect(example?.closing.perYear).toBeCloseTo(0.0225, 4);
  expect(example?.opening.perYear).toBeCloseTo(0.0191, 4);
});

it("PF1 PF8 in the sample CL12 loses money, and it alone", () => {
  expect(
    story()
      .filter(({ profit }) => (profit ?? 0) < 0)
      .map(({ product }) => product),
  ).toEqual(["CL12"]);
  const loser = named("CL12");
  // Marketing is the most of its cost, bad principal comes next, and without any of that it would still earn nothing.
  const costs = [loser?.marketing, loser?.bad, loser?.funding];
  expect(costs).toEqual(costs.toSorted((x, y) => (y ?? 0) - (x ?? 0)));
  expect(loser?.breakEvenBad).toBeLessThan(0);
  expect(loser?.irr.rate).toBeLessThan(0);
});

it("PF2 PF6 PF8 in the sample CAR24 earns most, in money, of what was lent and as a return", () => {
  const best = (of: (product: ProductProfit) => number | null) =>
    story().toSorted((a, b) => (of(b) ?? 0) - (of(a) ?? 0))[0]?.product;
  expect(best(({ profit }) => profit)).toBe("CAR24");
  expect(best(({ perDisbursed }) => perDisbursed)).toBe("CAR24");
  expect(best(({ irr }) => irr.rate)).toBe("CAR24");
  expect(best(({ xirr }) => xirr.rate)).toBe("CAR24");
  expect(named("CAR24")?.breakEvenBad).toBeGreaterThan(named("CAR24")?.bad ?? 0);
});

it("PF1 product-months add up to products, and products to all", () => {
  const sum = (items: readonly { readonly profit: number | null }[]) =>
    items.reduce((total, { profit }) => total + (profit ?? NaN), 0);
  for (const product of result.products) expect(sum(product.months)).toBe(product.profit);
  expect(sum(result.products)).toBe(result.total.profit);
  const overTime = result.overTime.flatMap(({ profit }) => profit.map((one) => ({ profit: one ?? 0 })));
  expect(sum(overTime)).toBe(result.total.profit);
});
