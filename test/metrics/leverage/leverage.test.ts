import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { DEFAULT_LEVERAGE_RULES, type LeverageRules } from "#src/domain/leverageRules.ts";
import { epochDay } from "#src/domain/units.ts";
import { backingOf } from "#src/metrics/leverage/backing.ts";
import type { Fund } from "#src/metrics/leverage/fundsInForce.ts";
import { leverageBand, leverageOn, type LeverageFigures } from "#src/metrics/leverage/leverage.ts";

import { arbitraryFunds, arbitraryRules, fundOf } from "./arbitraryFunds.ts";

const DAY = epochDay(20_000);
const RUNS = { numRuns: 500 };

function leverage(outstanding: number, funds: readonly Fund[], rules: LeverageRules): LeverageFigures {
  return leverageOn(DAY, outstanding, backingOf(funds, rules));
}

/** No backing is beyond any leverage. */
const beyond = ({ leverage: times }: LeverageFigures): number => times ?? Infinity;

describe("leverage", () => {
  it("LV1 is outstanding over partner, own and shareholders, with and without the partner", () => {
    const funds = [
      fundOf("guarantee", 1),
      fundOf("insurance", 20),
      fundOf("net_assets", 100),
      fundOf("collateral", 30),
      fundOf("shareholder", 200, { relation: "controlling" }),
    ];
    expect(leverage(1000, funds, DEFAULT_LEVERAGE_RULES)).toEqual({
      day: DAY,
      outstanding: 1000,
      guarantee: 30,
      insurance: 20,
      partner: 50,
      ownFunds: 100,
      ownFrom: "net_assets",
      collateral: 30,
      own: 130,
      shareholders: 100,
      backing: 280,
      leverage: 1000 / 280,
      withoutPartner: 1000 / 230,
      band: "low",
      absorbs: 0.28,
    });
  });

  it("LV7 bands begin at 5, above 10 and at 50", () => {
    expect([0, 4.99, 5, 10, 10.01, 49.99, 50, 1e9].map(leverageBand)).toEqual([
      "low",
      "low",
      "normal",
      "normal",
      "high",
      "high",
      "extreme",
      "extreme",
    ]);
  });

  it("LV8 without backing is no number, and nothing outstanding is absorbed by no share", () => {
    expect(leverage(1000, [], DEFAULT_LEVERAGE_RULES)).toMatchObject({
      ...{ backing: 0, leverage: null, withoutPartner: null, band: null, absorbs: 0 },
      ownFrom: "none",
    });
    expect(leverage(1000, [fundOf("guarantee", 1)], DEFAULT_LEVERAGE_RULES)).toMatchObject({
      leverage: 1000 / 30,
      withoutPartner: null,
    });
    expect(leverage(0, [fundOf("insurance", 5)], DEFAULT_LEVERAGE_RULES)).toMatchObject({
      ...{ leverage: 0, band: "low", absorbs: null },
    });
  });

  it("LV1 does not rise with a fund that is added, nor fall with what is outstanding but for half a fen", () => {
    const more = fc.record({ owed: fc.nat(1e12), added: fc.integer({ min: 1, max: 1e12 }) });
    fc.assert(
      fc.property(arbitraryFunds(1), arbitraryRules(), more, (funds, rules, { owed, added }) => {
        const now = leverage(owed, funds, rules);
        const others = [
          fundOf("insurance", added),
          fundOf("collateral", added),
          fundOf("shareholder", added, { relation: "controlling", mainBusiness: "yes" }),
          fundOf("guarantee", added),
        ];
        for (const fund of others)
          expect(beyond(leverage(owed, [...funds, fund], rules))).toBeLessThanOrEqual(beyond(now));
        // A first row of net assets may stand before more of another kind.
        const known = rules.own === "max3" ? funds : [...funds, fundOf("net_assets", 0)];
        expect(beyond(leverage(owed, [...known, fundOf("net_assets", added)], rules))).toBeLessThanOrEqual(
          beyond(leverage(owed, known, rules)),
        );
        // A fen at most is rounded on to the guarantee.
        const later = beyond(leverage(owed + added, funds, rules));
        expect(later).toBeGreaterThanOrEqual((owed / (now.backing + 1)) * (1 - 1e-12));
      }),
      RUNS,
    );
  });

  it("LV2 LV3 LV5 does not rise with a rule that counts more", () => {
    fc.assert(
      fc.property(arbitraryFunds(1), arbitraryRules(), fc.nat(1e12), (drawn, rules, owed) => {
        // A shareholder below zero weighs more, too, when it counts for more.
        const funds = drawn.filter(({ kind, amount }) => kind !== "shareholder" || amount >= 0);
        const by = (changed: Partial<LeverageRules>): number => beyond(leverage(owed, funds, { ...rules, ...changed }));
        expect(by({ countsRelated: true })).toBeLessThanOrEqual(by({ countsRelated: false }));
        expect(by({ own: "max3" })).toBeLessThanOrEqual(by({ own: "priority" }));
        expect(by({ guaranteeBase: "outstanding" })).toBeLessThanOrEqual(by({ guaranteeBase: "ten_times_net_assets" }));
        const { insuredPpm, mainBusinessPpm, subsidiaryPpm, financialPpm, haircutPpm } = DEFAULT_LEVERAGE_RULES;
        expect(by({ insuredPpm, haircutPpm })).toBeLessThanOrEqual(by({}));
        expect(by({ mainBusinessPpm })).toBeLessThanOrEqual(by({}));
        expect(by({ subsidiaryPpm: mainBusinessPpm, financialPpm: mainBusinessPpm })).toBeLessThanOrEqual(
          by({ subsidiaryPpm, financialPpm }),
        );
        const { leverage: times, withoutPartner } = leverage(owed, funds, rules);
        expect(times ?? Infinity).toBeLessThanOrEqual(withoutPartner ?? Infinity);
      }),
      RUNS,
    );
  });
});
