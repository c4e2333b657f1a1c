import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { EVENT_TYPES } from "#src/domain/eventTypes.ts";
import type { TransfersView } from "#src/domain/switches.ts";
import { epochDay } from "#src/domain/units.ts";
import type { LenderRows } from "#src/metrics/lenders/lenderRows.ts";
import { renewalChains, type RenewalChain } from "#src/metrics/projection/renewalChains.ts";
import { renewalCurve } from "#src/metrics/projection/renewalCohort.ts";
import {
  fitRenewals,
  renewalLogLikelihood,
  renewalSurvival,
  stepsOf,
} from "#src/metrics/projection/shiftedBetaGeometric.ts";
import { arbitraryRows, BASE, SPAN } from "#test/support/arbitraryLedger.ts";
import { dayNamed, rowOn, type Row } from "#test/support/ledgerRows.ts";

const dayOf = (row: Row): number => Math.floor(row.instant / 86_400);

/** One lender's rows by instant. */
function columnsOf(rows: readonly Row[]): LenderRows {
  return {
    from: 0,
    to: rows.length,
    day: Int32Array.from(rows, dayOf),
    instant: Uint32Array.from(rows, (row) => row.instant),
    type: Uint8Array.from(rows, (row) => EVENT_TYPES.indexOf(row.type)),
    amount: Float64Array.from(rows, (row) => row.amount),
    product: Uint16Array.from(rows, (row) => row.product),
    termDays: Uint16Array.from(rows, (row) => row.termDays),
    couponAmount: new Float64Array(rows.length).fill(-1),
  };
}

/** The rule read aloud, every window searched from all rows. */
function dumbChains(rows: readonly Row[], asOf: number, transfers: TransfersView): RenewalChain[] {
  const volume = rows.filter(({ type }) => type === "lend" || (type === "transfer_in" && transfers === "gross"));
  const terms = new Set(
    rows.filter(({ type, termDays }) => type === "lend" && termDays > 0).map((row) => row.termDays),
  );
  return [...terms].map((termDays) => {
    let link = rows.find((row) => row.type === "lend" && row.termDays === termDays)!;
    let renewals = 0;
    while (renewals < 12) {
      const maturity = dayOf(link) + link.termDays;
      if (link.termDays === 0 || maturity + 7 > asOf) return { termDays, renewals, hasStopped: false };
      const inside = volume.filter((row) => {
        const day = dayOf(row);
        return day > dayOf(link) && day >= maturity - 1 && day <= maturity + 7;
      });
      const next =
        inside.find((row) => row.termDays === termDays) ?? inside.find((row) => row.termDays > 0) ?? inside[0];
      if (next === undefined) return { termDays, renewals, hasStopped: true };
      link = next;
      renewals++;
    }
    return { termDays, renewals, hasStopped: false };
  });
}

const AS_OF = dayNamed("2024-12-31");

function chainsOf(rows: readonly Row[], transfers: TransfersView = "net"): RenewalChain[] {
  return renewalChains(columnsOf(rows), { asOf: AS_OF, transfers });
}

const lend = (at: string, termDays: number): Row => rowOn(at, "lend", 100, { termDays });

describe("chains of renewals", () => {
  it("RN1 counts volume from the day before a maturity to seven days after", () => {
    const after = (at: string) => chainsOf([lend("2024-01-01", 30), lend(at, 30)])[0]!.renewals;
    // The maturity is 31 January.
    expect(["2024-01-29", "2024-01-30", "2024-02-07", "2024-02-08"].map(after)).toEqual([0, 1, 1, 0]);
  });

  it("RN1 goes on from the renewing row's own term, its own kind first", () => {
    const [chain] = chainsOf([
      lend("2024-01-01", 30),
      lend("2024-01-31", 90),
      lend("2024-02-01", 30),
      lend("2024-03-02", 7),
    ]);
    expect(chain).toEqual({ termDays: 30, renewals: 2, hasStopped: true });
    const [switched] = chainsOf([lend("2024-01-01", 30), lend("2024-01-31", 180), lend("2024-07-29", 30)]);
    expect(switched!.renewals).toBe(2);
  });

  it("RN1 leaves a chain open while its window is, and when a maturity is not known", () => {
    expect(chainsOf([lend("2024-11-25", 30)])[0]).toMatchObject({ renewals: 0, hasStopped: false });
    expect(chainsOf([lend("2024-11-24", 30)])[0]).toMatchObject({ renewals: 0, hasStopped: true });
    expect(chainsOf([lend("2024-01-01", 30), lend("2024-01-31", 0)])[0]).toMatchObject({
      renewals: 1,
      hasStopped: false,
    });
  });

  it("RN1 never lets a row renew itself, and counts transfers in as the view does", () => {
    expect(chainsOf([lend("2024-01-01", 1)])[0]!.renewals).toBe(0);
    const bought = [lend("2024-01-01", 30), rowOn("2024-02-01", "transfer_in", 100, { termDays: 12 })];
    expect(chainsOf(bought)).toMatchObject([{ termDays: 30, renewals: 0 }]);
    expect(chainsOf(bought, "gross")).toMatchObject([{ termDays: 30, renewals: 1 }]);
  });

  it("RN1 equals the rule read aloud on any ledger", () => {
    const view = fc.constantFrom<TransfersView>("net", "gross");
    fc.assert(
      fc.property(arbitraryRows(), view, fc.nat(SPAN + 20), (rows, transfers, upTo) => {
        const asOf = epochDay(BASE + upTo);
        const own = rows
          .map((row) => ({ ...row, lender: 0 }))
          .filter((row) => dayOf(row) <= asOf)
          .toSorted((a, b) => a.instant - b.instant);
        expect(renewalChains(columnsOf(own), { asOf, transfers })).toEqual(dumbChains(own, asOf, transfers));
      }),
      { numRuns: 500 },
    );
  });
});

/** Chains of one term: `counts[n]` lenders who renewed n times and then stopped, or are not further yet. */
function chains(counts: readonly number[], hasStopped = true): RenewalChain[] {
  return counts.flatMap((count, renewals) =>
    Array.from({ length: count }, () => ({ termDays: 30, renewals, hasStopped })),
  );
}

describe("a renewal curve", () => {
  it("RN2 counts everybody as far as he is, as long as a hundred come to a maturity", () => {
    const stopped = chains([60, 40, 30, 20]);
    const underWay = chains([100, 30, 10, 0, 90], false);
    const { maturities, observed } = renewalCurve([...stopped, ...underWay]);
    expect(maturities).toEqual([
      { lenders: 280, renewed: 220 },
      { lenders: 190, renewed: 150 },
      { lenders: 140, renewed: 110 },
      { lenders: 110, renewed: 90 },
    ]);
    expect(observed).toEqual([
      1,
      220 / 280,
      (220 / 280) * (150 / 190),
      (220 / 280) * (150 / 190) * (110 / 140),
      observed[4],
    ]);
    expect(observed[4]).toBeCloseTo((220 / 280) * (150 / 190) * (110 / 140) * (90 / 110), 12);
  });

  it("RN3 fits what it counted, and refuses what it cannot", () => {
    const { fit, survival, maturities, refusal } = renewalCurve([
      ...chains([200, 120, 80, 60, 40, 30, 20]),
      ...chains([0, 0, 0, 0, 0, 0, 0, 200], false),
    ]);
    expect(refusal).toBeNull();
    expect(survival.length).toBe(2 * maturities.length + 1);
    expect(fit).toEqual(fitRenewals(maturities));
    expect(renewalCurve([])).toEqual({ maturities: [], observed: [1], fit: null, survival: [], refusal: "too_few" });
    expect(renewalCurve(chains([90, 9]))).toMatchObject({
      maturities: [{ lenders: 99, renewed: 9 }],
      refusal: "too_few",
    });
    expect(renewalCurve(chains([90, 90, 80]))).toMatchObject({
      fit: null,
      observed: { length: 3 },
      refusal: "too_short",
    });
    const alike = [...chains([400, 200, 100]), ...chains([0, 0, 0, 100], false)];
    expect(renewalCurve(alike).refusal).toBe("degenerate");
  });
});

describe("the fit of renewals", () => {
  it("RN3 finds shapes again from the shares that they make", () => {
    const shape = fc.double({ min: 0.05, max: 60, noNaN: true });
    fc.assert(
      fc.property(shape, shape, fc.integer({ min: 4, max: 12 }), (alpha, beta, occasions) => {
        const alive = renewalSurvival({ alpha, beta }, occasions).map((share) => share * 1e6);
        fc.pre(alive.at(-1)! > 1 && alive[1]! > 1);
        const fit = fitRenewals(stepsOf(alive))!;
        expect(Math.abs(fit.alpha - alpha)).toBeLessThanOrEqual(2e-4 * alpha);
        expect(Math.abs(fit.beta - beta)).toBeLessThanOrEqual(2e-4 * beta);
      }),
    );
  });

  it("RN3 is higher than anything near it, and has the likelihood of the shares themselves", () => {
    const alive = [1000, 631, 468, 382, 326, 289, 262, 241];
    const fit = fitRenewals(stepsOf(alive))!;
    // The regular customers of Fader and Hardie (2007).
    expect([fit.alpha, fit.beta].map((value) => Number(value.toFixed(3)))).toEqual([0.704, 1.182]);
    const survival = renewalSurvival(fit, 7);
    let likelihood = alive[7]! * Math.log(survival[7]!);
    for (let t = 1; t <= 7; t++) likelihood += (alive[t - 1]! - alive[t]!) * Math.log(survival[t - 1]! - survival[t]!);
    expect(fit.logLikelihood).toBeCloseTo(likelihood, 5);
    for (const [a, b] of [
      [0.01, 0],
      [-0.01, 0],
      [0, 0.01],
      [0, -0.01],
      [0.01, 0.01],
    ] as const)
      expect(renewalLogLikelihood(stepsOf(alive), { alpha: fit.alpha + a, beta: fit.beta + b })).toBeLessThan(
        fit.logLikelihood,
      );
  });

  it("RN3 has no shapes for counts that do not tell them", () => {
    for (const alive of [[], [100], [100, 100, 100], [100, 0, 0], [1000, 500, 250, 125], [1000, 900, 700, 300]])
      expect(fitRenewals(stepsOf(alive))).toBeNull();
  });
});
