import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { DEFAULT_LEVERAGE_RULES, type LeverageRules } from "#src/domain/leverageRules.ts";
import { epochDay } from "#src/domain/units.ts";
import { backingOf, type Backing } from "#src/metrics/leverage/backing.ts";
import { bandRoom, type BandRoom } from "#src/metrics/leverage/bandRoom.ts";
import type { Fund } from "#src/metrics/leverage/fundsInForce.ts";
import { leverageOn } from "#src/metrics/leverage/leverage.ts";

import { arbitraryFunds, arbitraryRules, fundOf } from "./arbitraryFunds.ts";

const DAY = epochDay(20_000);

function roomOf(outstanding: number, funds: readonly Fund[], rules: Partial<LeverageRules> = {}): BandRoom | null {
  const backing = backingOf(funds, { ...DEFAULT_LEVERAGE_RULES, ...rules });
  return bandRoom(leverageOn(DAY, outstanding, backing), backing);
}

describe("room before the next band", () => {
  const own = fundOf("net_assets", 100);

  it("LV7 without a guarantee is what is missing to so many times backing", () => {
    expect(roomOf(300, [own])).toEqual({ band: "normal", at: 5, outstanding: 200, backing: 40 });
    expect(roomOf(701, [own])).toEqual({ band: "high", at: 10, outstanding: 299, backing: 29 });
    expect(roomOf(1000, [own])).toEqual({ band: "high", at: 10, outstanding: 0, backing: 0 });
    expect(roomOf(1001, [own])).toEqual({ band: "extreme", at: 50, outstanding: 3999, backing: 79 });
    expect(roomOf(5000, [own])).toBeNull();
    expect(roomOf(1000, [])).toBeNull();
    expect(roomOf(0, [own])).toEqual({ band: "normal", at: 5, outstanding: 500, backing: 100 });
  });

  it("LV7 grows as the guarantee grows along", () => {
    // 700 of own funds and 3 % of 10,000 carry 10,000 ten times.
    const funds = [fundOf("net_assets", 700), fundOf("guarantee", 1)];
    expect(roomOf(8000, funds)).toEqual({ band: "high", at: 10, outstanding: 2000, backing: 140 });
    // 50 · 3 % is more than all.
    expect(roomOf(11_000, funds)).toMatchObject({ band: "extreme", at: 50, outstanding: null });
  });

  it("LV7 grows no more once the guarantor's limit is reached", () => {
    const base = { guaranteeBase: "ten_times_net_assets" } as const;
    const funds = (netAssets: number) => [fundOf("net_assets", 700), fundOf("guarantee", netAssets)];
    expect(roomOf(8000, funds(1000), base)).toMatchObject({ at: 10, outstanding: 2000 });
    // No more than 9,000 is guaranteed, by 270.
    expect(roomOf(8000, funds(900), base)).toMatchObject({ at: 10, outstanding: 1700 });
    expect(roomOf(11_000, funds(900), base)).toMatchObject({ at: 50, outstanding: 50 * 970 - 11_000 });
  });

  /** Exactly: whether outstanding is no more than `at` times backing, in millionths of a fen. */
  function isWithin(outstanding: number, at: number, { backing, fixed }: { backing: Backing; fixed: number }): boolean {
    const { guaranteePpm, guaranteeUpTo } = backing;
    const guaranteed = BigInt(Math.min(outstanding, guaranteeUpTo)) * BigInt(guaranteePpm);
    return BigInt(outstanding) * 1_000_000n <= BigInt(at) * (BigInt(fixed) * 1_000_000n + guaranteed);
  }

  it("LV7 is the most, to the fen, that keeps leverage within, on random funds", () => {
    let seen = 0;
    fc.assert(
      fc.property(arbitraryFunds(1), arbitraryRules(), fc.nat(1e13), (funds, rules, owed) => {
        const backing = backingOf(funds, rules);
        const figures = leverageOn(DAY, owed, backing);
        const room = bandRoom(figures, backing);
        expect(room === null).toBe(figures.leverage === null || figures.leverage >= 50);
        if (room === null) return;
        seen++;
        const fixed = figures.backing - figures.guarantee;
        const within = (outstanding: number) => isWithin(outstanding, room.at, { backing, fixed });
        // Half a fen of the guarantee may stand between leverage as shown and the room.
        const isInRoom = within(owed + (room.outstanding ?? 1e14)) || room.outstanding === 0;
        const isBeyond = room.outstanding === null || !within(owed + room.outstanding + 1);
        expect([isInRoom, isBeyond]).toEqual([true, true]);
        const left = figures.backing - room.backing;
        expect(left * room.at).toBeGreaterThanOrEqual(owed);
        expect(left === 0 || (left - 1) * room.at < owed).toBe(true);
      }),
      { numRuns: 1000 },
    );
    expect(seen).toBeGreaterThan(50);
  });
});
