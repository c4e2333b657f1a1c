import type { AcquisitionGroup, EngineMethods, FunnelStep, Share } from "#src/engine/protocol.ts";

/**
 * What acquiring lenders came to, of all and by channel, as the screen has it; amounts are fen, quotients are not rounded.
 * Null without a row.
 */
export async function acquisitionSection(methods: EngineMethods) {
  const filter = { products: [], channels: [] };
  const result = await methods.acquisition({ by: "channel", cohorts: null, filter });
  if (result.basis.asOf === null) return null;
  const { missing, horizonMonths, spreadPpm, unmatchedSpend, timeToFirst, timeToSecond } = result;
  const { lenders, events, quantiles } = timeToSecond;
  return {
    ...{ missing, horizonMonths, spreadPpm, unmatchedSpend },
    total: figuresOf(result.total),
    channels: result.groups.map((group) => ({ channel: group.name, ...figuresOf(group) })),
    timeToFirst,
    timeToSecond: { lenders, events, ...quantiles },
  };
}

function figuresOf(group: AcquisitionGroup) {
  const { newLenders, firstVolume, volume, volumeShare, balance, topTenShare } = group;
  const { spend, newLenderSubsidies, acquisitionCost, lifetimeValue, observedValue, projectedValue } = group;
  const { valueToCost, observedValueToCost, payback } = group;
  const step = (name: FunnelStep["step"]): Share | null =>
    group.funnel.find((candidate) => candidate.step === name)?.share ?? null;
  return {
    registered: step("registered")?.count ?? null,
    registeredLent: step("firstLend")?.count ?? null,
    newLenders,
    secondLend: countsOf(step("secondLend")),
    held30: countsOf(step("held30")),
    held90: countsOf(step("held90")),
    held180: countsOf(step("held180")),
    ...{ firstVolume, volume, volumeShare, balance, topTenShare },
    ...{ spend, newLenderSubsidies, acquisitionCost, lifetimeValue, observedValue, projectedValue },
    ...{ valueToCost, observedValueToCost, payback },
  };
}

function countsOf(share: Share | null): { readonly count: number; readonly of: number } | null {
  return share && { count: share.count, of: share.of };
}
