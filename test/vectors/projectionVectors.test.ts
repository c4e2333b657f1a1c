import { describe, expect, it } from "vitest";

import { carriedOn } from "#src/metrics/projection/carriedOn.ts";
import { oldestAge } from "#src/metrics/projection/cohortTotals.ts";
import { linkRatios } from "#src/metrics/projection/linkRatios.ts";
import { logNormalInterval } from "#src/metrics/projection/logNormalInterval.ts";
import { fitRenewals, renewalSurvival, stepsOf } from "#src/metrics/projection/shiftedBetaGeometric.ts";
import { triangleOf } from "#test/metrics/projection/triangles.ts";

import { differences, vector, VECTORS, type Vector } from "./vectors.ts";

/** The vector's interval is of 95 %. */
const Z_95 = 1.959963984540054;

function ladder({ args }: Vector) {
  const cohorts = triangleOf(VECTORS.data[String(args["tri"])] as (number | null)[][]);
  const ratios = linkRatios(cohorts);
  const { cohorts: carried, totalVariance } = carriedOn(cohorts, { ratios, gains: null, horizon: oldestAge(cohorts) });
  const ends = cohorts.map(({ totals }, place) => carried[place]!.at(-1) ?? { total: totals.at(-1)!, variance: 0 });
  return { ratios, ends, totalVariance };
}

const alive = ({ args }: Vector): number[] => VECTORS.data[String(args["alive"])] as number[];

const ANSWERS: Readonly<Record<string, (of: Vector) => unknown>> = {
  "mack.f": (of) => ladder(of).ratios.map(({ factor }) => factor),
  "mack.ultimate": (of) => ladder(of).ends.map(({ total }) => total),
  "mack.se": (of) => ladder(of).ends.map(({ variance }) => Math.sqrt(variance!)),
  "mack.total_se": (of) => Math.sqrt(ladder(of).totalVariance!),
  "mack.lognormal": ({ args }) => {
    const [latest, reserve, standardError] = [Number(args["latest"]), Number(args["reserve"]), Number(args["se"])];
    const interval = logNormalInterval({ latest, ultimate: latest + reserve, standardError, z: Z_95 });
    return [interval!.low, interval!.high];
  },
  "sbg.fit": (of) => {
    const fit = fitRenewals(stepsOf(alive(of)))!;
    return [fit.alpha, fit.beta];
  },
  "sbg.fit_ll": (of) => fitRenewals(stepsOf(alive(of)))!.logLikelihood,
  "sbg.survival": ({ args }) => {
    const [alpha, beta] = args["p"] as [number, number];
    return (args["t"] as number[]).map((t) => renewalSurvival({ alpha, beta }, t)[t]);
  },
};

describe("the vectors that pin projections", () => {
  const pinned: readonly (readonly [rule: string, id: string])[] = [
    ["PJ1", "SAMPLE-MACK-f"],
    ["PJ2", "SAMPLE-MACK-ultimate"],
    ["PJ2", "SAMPLE-MACK-se"],
    ["PJ2", "SAMPLE-MACK-total-se"],
    ["PJ4", "MACK-LOGNORMAL"],
    ["RN3", "SBG-HIGHEND"],
    ["RN3", "SBG-HIGHEND-LL"],
    ["RN3", "SBG-SURVIVAL"],
  ];
  it.each(pinned)("%s %s", (_, id) => {
    const of = vector(id);
    expect(differences(ANSWERS[of.fn]!(of), of)).toEqual([]);
  });
});
