import fc from "fast-check";
import { expect, it } from "vitest";

import { DEFAULT_LEVERAGE_RULES } from "#src/domain/leverageRules.ts";
import { epochDay } from "#src/domain/units.ts";
import { backingOf } from "#src/metrics/leverage/backing.ts";
import { leverageOn } from "#src/metrics/leverage/leverage.ts";
import { lossLines } from "#src/metrics/leverage/losses.ts";

import { arbitraryFunds, arbitraryRules, fundOf } from "./arbitraryFunds.ts";

const DAY = epochDay(20_000);

it("LV9 insurance pays first, then guarantee, own funds, collateral, shareholders, and lenders bear the rest", () => {
  const funds = [
    fundOf("insurance", 10),
    fundOf("guarantee", 1),
    fundOf("net_assets", 30),
    fundOf("collateral", 25),
    fundOf("shareholder", 8, { relation: "controlling", mainBusiness: "yes" }),
  ];
  const lines = lossLines(leverageOn(DAY, 1000, backingOf(funds, DEFAULT_LEVERAGE_RULES)));
  expect(lines.map((line) => Object.values<number>({ ...line }))).toEqual([
    [30_000, 30, 10, 20, 0, 0, 0, 0],
    [50_000, 50, 10, 30, 10, 0, 0, 0],
    [100_000, 100, 10, 30, 30, 25, 5, 0],
    [150_000, 150, 10, 30, 30, 25, 8, 47],
  ]);
});

it("LV9 what is paid and borne is the loss, nobody pays above what they have, or before who comes first has paid", () => {
  fc.assert(
    fc.property(arbitraryFunds(1), arbitraryRules(), fc.integer({ min: -10, max: 1e13 }), (funds, rules, owed) => {
      const figures = leverageOn(DAY, owed, backingOf(funds, rules));
      for (const { lossPpm, loss, lenders, ...paid } of lossLines(figures)) {
        expect(loss).toBe(Math.round((Math.max(0, owed) * (lossPpm / 10_000)) / 100));
        const { insurance, guarantee, ownFunds, collateral, shareholders } = figures;
        const has = [insurance, guarantee, ownFunds, collateral, shareholders];
        const pays = [paid.insurance, paid.guarantee, paid.own, paid.collateral, paid.shareholders];
        expect(pays.reduce((sum, part) => sum + part, lenders)).toBe(loss);
        expect(lenders).toBe(Math.max(0, loss - figures.backing));
        for (const [place, part] of pays.entries()) {
          expect(part).toBeLessThanOrEqual(has[place]!);
          const isFirst = pays.slice(0, place).every((earlier, before) => earlier === has[before]);
          expect(part === 0 || isFirst).toBe(true);
        }
      }
    }),
    { numRuns: 500 },
  );
});
