import { describe, expect, it } from "vitest";

import { epochDay } from "#src/domain/units.ts";
import { fillInstalments, InstalmentBuffer } from "#src/metrics/loans/instalments.ts";
import { irr } from "#src/metrics/loans/returns.ts";

import { differences, vector, type Vector } from "./vectors.ts";

/** Vectors are not rounded: a ten thousand is so many fen that a fen is nothing. */
const PARTS = 1e11;

function scheduleOf({ args }: Vector) {
  const buffer = new InstalmentBuffer();
  const terms = { principal: Number(args["disbursed"]) * PARTS, ratePpm: Number(args["rate_ppm"]) };
  fillInstalments(
    { ...terms, periods: Number(args["n"]), method: "level", disbursedOn: epochDay(20_000) },
    { rounding: "half_up", dayCount: "act_365" },
    buffer,
  );
  const part = (values: Float64Array): number[] => [...values.subarray(0, buffer.count)].map((value) => value / PARTS);
  return { lent: buffer.lent / PARTS, interest: part(buffer.interest), balance: part(buffer.balance), buffer };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

describe("the product of the worked example", () => {
  it("AM1 PROFIT-SEED-capital: its payment, interest and capital in use by schedule", () => {
    const of = vector("PROFIT-SEED-capital");
    const { lent, interest, balance, buffer } = scheduleOf(of);
    const periods = balance.length;
    const got = {
      payment: (buffer.principal[0]! + buffer.interest[0]!) / PARTS,
      scheduled_interest: sum(interest),
      mean_closing: sum(balance) / periods,
      mean_opening: (lent + sum(balance.slice(0, -1))) / periods,
    };
    // The vector's answer is a record; what it says of profit is not a schedule's.
    const { irr_basis: _closing, irr_basis_opening: _opening, ...expected } = of.expect as Record<string, number>;
    expect(differences(got, { ...of, expect: expected })).toEqual([]);
  });

  it("AM1 PROFIT-SEED-balances: what is owed after each instalment", () => {
    const of = vector("PROFIT-SEED-balances");
    const { lent, balance } = scheduleOf(of);
    expect(differences([lent, ...balance], of)).toEqual([]);
  });

  it("IR1 REAL-IRR-ILLUSTRATION: out with marketing at first, in evenly over twelve months", () => {
    const of = vector("REAL-IRR-ILLUSTRATION");
    const [rate, contract] = [
      irr([-18_800 - 410, ...Array.from({ length: 12 }, () => (18_280 + 1600) / 12)]).rate ?? NaN,
      irr([-18_800, ...Array.from({ length: 11 }, () => 282), 18_800 + 282]).rate ?? NaN,
    ];
    const got = {
      contract_nominal: 12 * contract,
      contract_effective: (1 + contract) ** 12 - 1,
      receipts_per_month: (18_280 + 1600) / 12,
      asset_monthly: rate,
      asset_nominal: 12 * rate,
      asset_effective: (1 + rate) ** 12 - 1,
    };
    expect(differences(got, of)).toEqual([]);
  });
});
