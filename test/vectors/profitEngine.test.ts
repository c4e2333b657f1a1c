import { beforeAll, describe, expect, it } from "vitest";

import { dayOf } from "#src/domain/calendar.ts";
import { DEFAULT_CREDIT_RULES } from "#src/domain/loans.ts";
import type { ProfitFigures } from "#src/engine/protocol.ts";
import { perYear } from "#src/metrics/loans/profitFigures.ts";
import { ledgerUpTo, loansCsv } from "#test/engine/credit/loanFiles.ts";
import { openEngine } from "#test/support/engineHarness.ts";

import { differences, vector } from "./vectors.ts";

/** The vectors are in ten thousands and not rounded: with a unit of 10⁹ fen, a fen is nothing. */
const UNIT = 1e9;

describe("the product of the worked example, in the engine", () => {
  let figures: ProfitFigures;

  beforeAll(async () => {
    const { args } = vector("PROFIT-SEED-capital");
    const part = (name: string): number => Number(args[name]) * UNIT;
    const principal = part("disbursed");
    const loan = {
      ...({ id: "T", product: "T", principal, method: "level", ratePpm: Number(args["rate_ppm"]) } as const),
      ...{ disbursedOn: dayOf(2022, 12, 15), periods: Number(args["n"]), interest: part("interest") },
      ...{ bad: part("bad"), marketing: part("marketing"), funding: part("funding"), repaid: principal - part("bad") },
    };
    const engine = await openEngine();
    await engine.drop({ "l.csv": ledgerUpTo(dayOf(2024, 3, 31)), "loans.csv": loansCsv([loan]) });
    const asked = { disbursed: null, products: [], rules: DEFAULT_CREDIT_RULES, grain: "month" } as const;
    figures = (await engine.methods.profitability(asked)).total;
  });

  it("PF1 PF2 PF3 PROFIT-SEED: profit and both yields as printed", () => {
    const { profit, perDisbursed, closing } = figures;
    const got = { profit: (profit ?? NaN) / UNIT, apr_basis: perDisbursed, irr_basis: closing.perYear };
    expect(differences(got, vector("PROFIT-SEED"))).toEqual([]);
  });

  it("PF1 PF2 PROFIT-SEED-exact: over a capital that is given", () => {
    const of = vector("PROFIT-SEED-exact");
    const capital = Number(of.args["avg_capital"]) * UNIT;
    const { profit, perDisbursed } = figures;
    const got = { profit: (profit ?? NaN) / UNIT, apr_basis: perDisbursed, irr_basis: perYear(profit, capital * 12) };
    expect(differences(got, of)).toEqual([]);
  });

  it("PF3 PROFIT-SEED-capital: over the capital of its schedule, by both conventions", () => {
    const { closing, opening, scheduledInterest } = figures;
    const of = vector("PROFIT-SEED-capital");
    // What is paid each month is held to it where schedules are.
    const { payment: _payment, ...expected } = of.expect as Record<string, number>;
    const got = {
      scheduled_interest: scheduledInterest / UNIT,
      mean_closing: closing.average / UNIT,
      mean_opening: opening.average / UNIT,
      irr_basis: closing.perYear,
      irr_basis_opening: opening.perYear,
    };
    expect(differences(got, { ...of, expect: expected })).toEqual([]);
  });

  it("PF5 PROFIT-SEED-cost-share: what each part is of cost", () => {
    const share = (part: number | null) => (part ?? NaN) / (figures.cost ?? NaN);
    const got = { bad: share(figures.bad), marketing: share(figures.marketing), funding: share(figures.funding) };
    expect(differences(got, vector("PROFIT-SEED-cost-share"))).toEqual([]);
  });

  it("PF8 REAL-IRR-ILLUSTRATION: receipts come evenly", () => {
    const { irr, contractRate } = figures;
    const monthly = (irr.rate ?? NaN) / 12;
    const got = {
      contract_nominal: contractRate,
      asset_monthly: monthly,
      asset_nominal: irr.rate,
      asset_effective: (1 + monthly) ** 12 - 1,
    };
    const of = vector("REAL-IRR-ILLUSTRATION");
    const {
      contract_effective: _effective,
      receipts_per_month: _receipts,
      ...expected
    } = of.expect as Record<string, number>;
    expect(differences(got, { ...of, expect: expected })).toEqual([]);
  });
});
