import fc from "fast-check";
import { expect, it } from "vitest";

import { monthEnd, monthStart } from "#src/domain/calendar.ts";
import { DEFAULT_SETTINGS } from "#src/domain/switches.ts";
import { partsPerMillion } from "#src/domain/units.ts";
import type { AcquisitionGroup } from "#src/engine/protocol.ts";
import { openEngine, TODAY } from "#test/support/engineHarness.ts";

import { AcquisitionOracle, type OracleArgs } from "./acquisitionOracle.ts";
import { arbitraryPlatform, filesOfPlatform } from "./toldPlatform.ts";

const NOBODY_LEFT_OUT = { products: [], channels: [] };
const JANUARY_2024 = 2024 * 12;

const args: fc.Arbitrary<OracleArgs> = fc.record({
  by: fc.constantFrom("channel", "kind", "campaign", "product", "month"),
  newRule: fc.constantFrom("first_instant", "first_day"),
  transfers: fc.constantFrom("net", "gross"),
  spreadPpm: fc.constantFrom(0, 58_300, -20_000),
  months: fc.option(
    fc.tuple(fc.nat(3), fc.nat(3)).map(([from, more]) => [JANUARY_2024 + from, JANUARY_2024 + from + more] as const),
  ),
});

it("AQ1 AQ2 AQ3 AQ4 AQ5 gives what rows, people and bills come to when each is asked one by one", async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryPlatform(), args, async (told, asked) => {
      const { methods, drop } = await openEngine();
      const { newRule, transfers } = asked;
      const settings = { ...DEFAULT_SETTINGS, newRule, transfers, spreadPpm: partsPerMillion(asked.spreadPpm) };
      await methods.saveSettings({ settings, today: TODAY });
      await drop(filesOfPlatform(told));
      const result = await methods.acquisition({
        by: asked.by,
        cohorts: asked.months && { from: monthStart(asked.months[0]), to: monthEnd(asked.months[1]) },
        filter: NOBODY_LEFT_OUT,
      });
      const got = {
        total: toldOf(result.total),
        groups: Object.fromEntries(result.groups.map((group) => [group.name ?? "total", toldOf(group)])),
        unmatchedSpend: result.unmatchedSpend,
        trend: result.trend.map(({ newLenders, acquisitionCost, payback }) => ({
          ...{ newLenders, acquisitionCost, payback },
        })),
      };
      const expected = new AcquisitionOracle(told, asked).figures();
      expect(settled(got, expected)).toEqual(expected);
      expect(result.missing).toEqual([
        ...(told.people.length === 0 ? ["lenders"] : []),
        ...(told.spend.length === 0 ? ["spend"] : []),
      ]);
    }),
    { numRuns: 150 },
  );
}, 60_000);

/** A group in the oracle's words. */
function toldOf(group: AcquisitionGroup) {
  const { funnel, curve, name: _name, held90: _held90, topTenShare: _topTenShare, ...figures } = group;
  const [registered, firstLend, secondLend, ...held] = funnel.map(({ share }) => share);
  const counts = (share: { readonly count: number; readonly of: number } | null | undefined) =>
    share && { count: share.count, of: share.of };
  return {
    ...figures,
    curve: curve.points.map(({ value }) => value),
    registered: registered?.count ?? null,
    firstLend: firstLend?.count ?? null,
    secondLend: counts(secondLend),
    held: held.map(counts),
  };
}

/** What was got, with what was expected in place of every number that agrees with it: sums of quotients are not exact in any order. */
function settled(got: unknown, expected: unknown): unknown {
  if (typeof got === "number" && typeof expected === "number")
    return Math.abs(got - expected) <= 1e-9 * Math.max(1, Math.abs(expected)) ? expected : got;
  if (Array.isArray(got)) return got.map((one, index) => settled(one, partOf(expected, index)));
  if (typeof got !== "object" || got === null) return got;
  return Object.fromEntries(Object.entries(got).map(([name, one]) => [name, settled(one, partOf(expected, name))]));
}

function partOf(whole: unknown, key: string | number): unknown {
  return typeof whole === "object" && whole !== null ? Reflect.get(whole, key) : undefined;
}
