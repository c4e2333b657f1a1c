import { beforeAll, describe, expect, it } from "vitest";

import { DEFAULT_HUNTER_RULES, type Segment } from "#src/domain/segments.ts";
import { DEFAULT_SETTINGS } from "#src/domain/switches.ts";
import { partsPerMillion } from "#src/domain/units.ts";
import type { AcquisitionGroup, AcquisitionResult, Filter } from "#src/engine/protocol.ts";
import { TODAY } from "#test/support/engineHarness.ts";

import { sampleEngine } from "./sampleEngine.ts";

const ALL: Filter = { products: [], channels: [] };

describe("the story of the sample", () => {
  let engine: Awaited<ReturnType<typeof sampleEngine>>;
  let byChannel: AcquisitionResult;

  beforeAll(async () => {
    engine = await sampleEngine();
    byChannel = await engine.methods.acquisition({ by: "channel", cohorts: null, filter: ALL });
  });

  const channel = (name: string): AcquisitionGroup => byChannel.groups.find((group) => group.name === name)!;

  it.each([
    ["referral", 3],
    ["wechat", 6],
    ["branch", 8],
  ])("AQ5 LT6 %s is paid back after about %d months", (name, months) => {
    expect(Math.abs(channel(name).payback!.months! - months)).toBeLessThan(0.6);
  });

  it("AQ5 LT6 search and appstore take over a year, and the feed does not pay back at all", () => {
    for (const name of ["search", "appstore"]) expect(channel(name).payback!.months).toBeGreaterThan(12);
    expect(channel("feed").payback).toEqual({ months: null, observedMonths: 14 });
    expect(channel("feed").observedValueToCost).toBeLessThan(0.3);
  });

  it("AQ1 AQ3 misses nothing: every channel with spend brought lenders, and the groups are the total", () => {
    expect(byChannel.missing).toEqual([]);
    expect(byChannel.unmatchedSpend).toBe(0);
    const sum = (of: (group: AcquisitionGroup) => number): number =>
      byChannel.groups.reduce((total, group) => total + of(group), 0);
    expect(sum(({ newLenders }) => newLenders)).toBe(byChannel.total.newLenders);
    expect(sum(({ volume }) => volume)).toBe(byChannel.total.volume);
    expect(sum(({ balance }) => balance)).toBe(byChannel.total.balance);
    expect(sum(({ spend }) => spend!)).toBe(byChannel.total.spend);
    expect(sum(({ funnel }) => funnel[0]!.share!.count)).toBe(byChannel.total.funnel[0]!.share!.count);
  });

  it("HN1 the June campaign of the feed brought hunters, four in five", async () => {
    const result = await engine.methods.hunters({
      by: "campaign",
      cohorts: null,
      filter: ALL,
      rules: DEFAULT_HUNTER_RULES,
    });
    const shares = result.groups.map(({ name, hunters }) => [name, Math.round(hunters.value! * 100)]);
    expect(shares).toEqual([
      ["", 8],
      ["FEED-JUN24", 81],
      ["AUTUMN-REFER", 2],
    ]);
    expect(result.shortestTermDays).toBe(7);
    const feed = result.groups.find(({ name }) => name === "FEED-JUN24")!;
    expect(feed.value.others! / feed.value.hunters!).toBeGreaterThan(10);
  });

  it("AQ4 a filter of channels answers as the group of that channel does, spend included", async () => {
    const { total } = await asked({ products: [], channels: ["wechat"] });
    expect(alone(total)).toEqual(alone(channel("wechat")));
  });

  it("AQ4 a filter of products answers as the group of that product does, without a spend of its own", async () => {
    const { total, unmatchedSpend } = await asked({ products: ["YX30"], channels: [] });
    const { groups } = await engine.methods.acquisition({ by: "product", cohorts: null, filter: ALL });
    const group = groups.find(({ name }) => name === "YX30")!;
    expect(alone(total)).toEqual(alone(group));
    expect([total.spend, total.acquisitionCost, total.payback, unmatchedSpend]).toEqual([null, null, null, null]);
    expect(total.funnel.slice(0, 2).map(({ share }) => share)).toEqual([null, null]);
  });

  it("AQ4 a saved segment answers from rows what its channel's cells say", async () => {
    const segment: Segment = { id: "s1", name: "Wechat", rules: { channels: ["wechat"] } };
    const settings = { ...DEFAULT_SETTINGS, spreadPpm: partsPerMillion(58_300), segments: [segment] };
    await engine.methods.saveSettings({ settings, today: TODAY });
    const { total } = await asked({ ...ALL, segment: "s1" });
    const costless = { spend: null, acquisitionCost: null, observedValueToCost: null, payback: null };
    expect(alone(total)).toEqual({ ...alone(channel("wechat")), ...costless });
  });

  async function asked(filter: Filter): Promise<AcquisitionResult> {
    return engine.methods.acquisition({ by: "month", cohorts: null, filter });
  }

  /** What does not depend on the other groups; values to the digits that sums in another order agree in. */
  function alone(group: AcquisitionGroup) {
    const { name: _, volumeShare: __, projectedValue: ___, valueToCost: ____, ...own } = group;
    const round = (_key: string, value: unknown): unknown =>
      typeof value === "number" ? Number(value.toPrecision(10)) : value;
    return JSON.parse(JSON.stringify(own, round)) as typeof own;
  }
});
