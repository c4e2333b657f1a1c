import { describe, expect, it } from "vitest";

import { LOAN_METHODS, type LoanMethod, type Rounding } from "#src/domain/loans.ts";
import { epochDay } from "#src/domain/units.ts";
import { bulletInterest, fillInstalments, InstalmentBuffer } from "#src/metrics/loans/instalments.ts";

import { differences, vector, type Vector } from "./vectors.ts";

interface Asked {
  readonly principal: number;
  readonly ratePpm: number;
  readonly periods: number;
  readonly rounding?: Rounding;
}

function scheduleOf(method: LoanMethod, { rounding = "half_up", ...terms }: Asked) {
  const buffer = new InstalmentBuffer();
  fillInstalments({ ...terms, method, disbursedOn: epochDay(20_000) }, { rounding, dayCount: "act_365" }, buffer);
  return Array.from({ length: buffer.count }, (_, row) => {
    const [principal, interest] = [buffer.principal[row]!, buffer.interest[row]!];
    return { principal, interest, payment: principal + interest, balance: buffer.balance[row]! };
  });
}

function askedBy({ args }: Vector): Asked {
  const perYear = Number(args["per_year"] ?? 12);
  return {
    principal: Number(args["P"]),
    // Schedules are monthly: instalments two months apart are those of twice the rate.
    ratePpm: Number(args["rate_ppm"]) * (12 / perYear),
    periods: Number(args["n"]),
    // Vectors spell it as we do.
    rounding: (args["mode"] ?? "half_up") as Rounding,
  };
}

/** Vectors without rounding: the schedule of so many times the money, in which a fen is nothing. */
function inTinyParts(method: LoanMethod, asked: Asked) {
  const times = 10 ** Math.floor(Math.log10(2e15 / asked.principal));
  return scheduleOf(method, { ...asked, principal: asked.principal * times }).map(({ interest, payment }) => ({
    interest: interest / times,
    payment: payment / times,
  }));
}

function interestOf(rows: readonly { readonly interest: number }[]): number {
  return rows.reduce((sum, { interest }) => sum + interest, 0);
}

const ANSWERS: Readonly<Record<string, (of: Vector) => unknown>> = {
  "amort.level": (of) => scheduleOf("level", askedBy(of)),
  "amort.interest_only": (of) => scheduleOf("interest_only", askedBy(of)),
  "amort.equal_principal_summary": (of) => {
    const rows = scheduleOf("equal_principal", askedBy(of));
    const last = rows.at(-1)!;
    return {
      first: rows[0]!.payment,
      last: last.payment,
      last_principal: last.principal,
      total_interest: interestOf(rows),
    };
  },
  "amort.bullet": ({ args }) => {
    const [principal, ratePpm] = [Number(args["P"]), Number(args["rate_ppm"])];
    const over = { days: Number(args["days"]), basis: Number(args["basis"]) };
    const interest = bulletInterest({ principal, ratePpm }, over, "half_up");
    return [{ principal, interest, payment: principal + interest, balance: 0 }];
  },
  "amort.level_first": (of) => {
    const rows = scheduleOf("level", askedBy(of));
    return {
      payment: rows[0]!.payment,
      interest1: rows[0]!.interest,
      balance_sum_excl_last: rows.slice(0, -1).reduce((sum, { balance }) => sum + balance, 0),
    };
  },
  "amort.pmt_exact": (of) => inTinyParts("level", askedBy(of))[0]!.payment,
  "amort.total_interest_exact": (of) => interestOf(inTinyParts("level", askedBy(of))),
  "amort.cum_interest_exact": (of) =>
    interestOf(inTinyParts("level", askedBy(of)).slice(Number(of.args["from"]) - 1, Number(of.args["to"]))),
  "amort.equal_principal_interest_exact": (of) =>
    inTinyParts("equal_principal", askedBy(of))[Number(of.args["k"]) - 1]!.interest,
};

describe("schedules that others have published", () => {
  const pinned: readonly (readonly [rule: string, id: string])[] = [
    ["AM1 AM5", "AMORT-FIN-C3154"],
    ["AM1 AM5", "AMORT-FIN-C3157"],
    ["AM3", "AMORT-FIN-BL01"],
    ["AM1", "AMORT-PMT"],
    ["AM1", "AMORT-PMT-seed"],
    ["AM1", "AMORT-CUMIPMT-seed"],
    ["AM1", "AMORT-CUMIPMT"],
    ["AM2", "AMORT-ISPMT"],
    ["AM2", "AMORT-EP-120000"],
    ["AM2", "AMORT-EP-residue"],
    ["AM1", "AMORT-LEVEL-0"],
    ["AM1", "AMORT-LEVEL-1"],
    ["AM4", "AMORT-BULLET-365"],
    ["AM4", "AMORT-BULLET-360"],
    ["AM1", "AMORT-SEED-FEN"],
  ];
  it.each(pinned)("%s %s", (_, id) => {
    const of = vector(id);
    expect(differences(ANSWERS[of.fn]!(of), of)).toEqual([]);
  });

  it("AM1 AM5 AMORT-FIN-C3154 the other rounding gives the same", () => {
    const of = vector("AMORT-FIN-C3154");
    expect(differences(scheduleOf("level", { ...askedBy(of), rounding: "half_up" }), of)).toEqual([]);
  });

  it.each(LOAN_METHODS.filter((method) => method !== "bullet"))("AM5 AMORT-TIE in the interest of %s", (method) => {
    const of = vector("AMORT-TIE");
    // A hundredth a month.
    const asked = { principal: Number(of.args["num"]), ratePpm: 12_000_000 / Number(of.args["den"]), periods: 3 };
    const first = (rounding: Rounding) => scheduleOf(method, { ...asked, rounding })[0]!.interest;
    expect(differences({ half_up: first("half_up"), half_even: first("half_even") }, of)).toEqual([]);
  });
});
