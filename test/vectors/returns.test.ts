import { describe, expect, it } from "vitest";

import { parseIsoDay } from "#src/domain/calendar.ts";
import { datedFlows, valueAt } from "#src/metrics/loans/datedFlows.ts";
import { irr, xirr } from "#src/metrics/loans/returns.ts";

import { differences, vector, type Vector } from "./vectors.ts";

function flowsOf({ args }: Vector): readonly number[] {
  // Every vector of these has flows of numbers.
  return args["flows"] as readonly number[];
}

function daysOf({ args }: Vector): readonly number[] {
  return (args["dates"] as readonly string[]).map((text) => parseIsoDay(text) ?? NaN);
}

const ANSWERS: Readonly<Record<string, (of: Vector) => unknown>> = {
  irr: (of) => irr(flowsOf(of)).rate,
  xirr: (of) => xirr(flowsOf(of), daysOf(of)).rate,
  xnpv: (of) => valueAt(datedFlows(flowsOf(of), daysOf(of), 365), Math.log1p(Number(of.args["rate"]))),
  // A nominal rate is effective where money grows by its part each period: the return of lending a fen so.
  effect: ({ args }) => {
    const periods = Number(args["m"]);
    const monthly = irr([-1, 1 + Number(args["rate"]) / periods]).rate;
    return monthly === null ? null : (1 + monthly) ** periods - 1;
  },
};

describe("returns that others have published", () => {
  const pinned: readonly (readonly [rule: string, id: string])[] = [
    ["IR2", "XIRR-MS"],
    ["IR2", "XIRR-1Y"],
    ["IR3", "XIRR-NONE"],
    ["IR3", "IRR-MULTI"],
    ["IR2", "XNPV"],
    ["IR1", "IRR-MS5"],
    ["IR1", "EFFECT-18"],
  ];
  it.each(pinned)("%s %s", (_, id) => {
    const of = vector(id);
    expect(differences(ANSWERS[of.fn]!(of), of)).toEqual([]);
  });

  it("IR3 XIRR-NONE and IRR-MULTI say why", () => {
    expect(xirr(flowsOf(vector("XIRR-NONE")), daysOf(vector("XIRR-NONE")))).toMatchObject({ reason: "no_sign_change" });
    expect(irr(flowsOf(vector("IRR-MULTI")))).toMatchObject({ reason: "several" });
  });
});
