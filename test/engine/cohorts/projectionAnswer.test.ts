import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { DEFAULT_SETTINGS, type Settings } from "#src/domain/switches.ts";
import { epochDay, partsPerMillion } from "#src/domain/units.ts";
import type { Filter, ProjectionArgs } from "#src/engine/protocol.ts";
import { openEngine, TODAY } from "#test/support/engineHarness.ts";

const SAMPLE = readFileSync(new URL("../../vectors/sampleTransactions.csv", import.meta.url), "utf8");
const ALL: Filter = { products: [], channels: [] };
const VOLUME: ProjectionArgs = {
  measure: "volume",
  horizonMonths: 99,
  lastDiagonalsOnly: false,
  discountPpm: 0,
  filter: ALL,
};

async function sampleEngine(settings: Partial<Settings> = {}) {
  const { methods, drop } = await openEngine();
  await methods.saveSettings({ settings: { ...DEFAULT_SETTINGS, transfers: "gross", ...settings }, today: TODAY });
  await drop({ "sample.csv": SAMPLE });
  return methods;
}

describe("the projection of cohorts", () => {
  it("PJ1 has the same cohorts from the months' summary and, for a segment, from the rows", async () => {
    const segments = [{ id: "s", name: "App stores", rules: { channels: ["appstore"] } }];
    const methods = await sampleEngine({ segments, spreadPpm: partsPerMillion(68_500) });
    for (const measure of ["volume", "balanceYears", "margin"] as const) {
      const summary = await methods.cohortProjection({
        ...VOLUME,
        measure,
        filter: { products: [], channels: ["appstore"] },
      });
      const rows = await methods.cohortProjection({ ...VOLUME, measure, filter: { ...ALL, segment: "s" } });
      expect(summary.cohorts.length).toBeGreaterThan(6);
      expect(summary.cohorts.length).toBeLessThanOrEqual(14);
      expect(rows.cohorts.map(({ cohort, size }) => [cohort, size])).toEqual(
        summary.cohorts.map(({ cohort, size }) => [cohort, size]),
      );
      for (const [place, { observed, ultimate }] of summary.cohorts.entries()) {
        const other = rows.cohorts[place]!;
        for (const [age, total] of observed.entries()) expect(other.observed[age]).toBeCloseTo(total, 3);
        expect(Math.abs(other.ultimate - ultimate)).toBeLessThanOrEqual(1e-9 * ultimate);
      }
    }
  });

  it("DM1 takes products as those of the first lend: products part the lenders and their totals", async () => {
    const methods = await sampleEngine();
    const whole = await methods.cohortProjection(VOLUME);
    const products = [
      ...new Set(
        SAMPLE.split("\n")
          .slice(1, -1)
          .map((line) => line.split(",")[5]!),
      ),
    ];
    const parts = await Promise.all(
      products.map((product) => methods.cohortProjection({ ...VOLUME, filter: { products: [product], channels: [] } })),
    );
    for (const { cohort, size, observed } of whole.cohorts) {
      const same = parts.flatMap(({ cohorts }) => cohorts.filter((part) => part.cohort.from === cohort.from));
      expect(same.reduce((sum, part) => sum + part.size, 0)).toBe(size);
      for (const [age, total] of observed.entries())
        expect(same.reduce((sum, part) => sum + part.observed[age]!, 0)).toBeCloseTo(total, 3);
    }
  });

  it("LT4 PJ7 has the margin of the cohort table, and says that a spread is missing without one", async () => {
    const without = await (await sampleEngine()).cohortProjection({ ...VOLUME, measure: "margin" });
    expect(without).toMatchObject({ missing: "spread", cohorts: [], curve: [], factors: [], backtest: null });
    const methods = await sampleEngine({ spreadPpm: partsPerMillion(68_500) });
    const margin = await methods.cohortProjection({ ...VOLUME, measure: "margin" });
    const table = await methods.cohorts({
      grain: "month",
      measure: "lifetimeMargin",
      per: "total",
      splitBy: "none",
      filter: ALL,
    });
    const rows = table.groups[0]!.rows.filter(({ cells }) => cells.length > 0);
    expect(margin.cohorts.map(({ cohort }) => cohort)).toEqual(rows.map(({ cohort }) => cohort));
    for (const [place, { cells }] of rows.entries())
      for (const { age, value } of cells) expect(margin.cohorts[place]!.observed[age]).toBeCloseTo(value!, 3);
    expect(margin.cohorts.every(({ isIndicative }) => isIndicative)).toBe(true);
  });

  it("PJ1 names months of the calendar, and has nothing to say of an empty store", async () => {
    const { diagonals, cohorts } = await (await sampleEngine()).cohortProjection(VOLUME);
    expect(diagonals.at(-1)!.month.to).toBe(epochDay(20_147));
    expect(cohorts.at(-1)!.cohort).toEqual(diagonals.at(-1)!.month);
    const empty = await openEngine();
    expect(await empty.methods.cohortProjection(VOLUME)).toMatchObject({ cohorts: [], horizon: null, diagonals: [] });
    expect((await empty.methods.renewalFit({ filter: ALL })).groups).toEqual([]);
  });
});

describe("the renewal curves", () => {
  it("RN2 have one curve a term, and of some lenders only when asked", async () => {
    const methods = await sampleEngine();
    const { groups } = await methods.renewalFit({ filter: ALL });
    expect(groups.map(({ termDays }) => termDays)).toEqual([30, 90, 180, 360]);
    for (const { maturities, observed } of groups) {
      expect(observed.length).toBe(maturities.length + 1);
      for (const { lenders, renewed } of maturities) expect(renewed).toBeLessThanOrEqual(lenders);
    }
    const channels = [
      ...new Set(
        SAMPLE.split("\n")
          .slice(1, -1)
          .map((line) => line.split(",")[7]!),
      ),
    ];
    const first = await Promise.all(
      channels.map(async (channel) => {
        const part = await methods.renewalFit({ filter: { products: [], channels: [channel] } });
        return part.groups.find(({ termDays }) => termDays === 30)?.maturities[0]?.lenders ?? 0;
      }),
    );
    expect(first.reduce((sum, lenders) => sum + lenders, 0)).toBe(groups[0]!.maturities[0]!.lenders);
  });
});
