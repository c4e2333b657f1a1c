import type { Grain } from "#src/domain/calendar.ts";
import type { Period } from "#src/domain/period.ts";
import type { LeverageBand, LeverageFigures, LeveragePoint } from "#src/engine/protocol.ts";

import { BAND_SPANS } from "./figures.ts";

/** How funds differ from the point before. */
export interface FundsChange {
  /** Of all parts but the guarantee, which moves with outstanding; fen. */
  readonly amount: number;
  /** There is a guarantee where there was none, or none any more. */
  readonly isGuarantee: boolean;
}

/** A band as far as the chart reaches. */
interface BandArea {
  readonly band: LeverageBand;
  readonly from: number;
  readonly to: number;
}

export interface TrendModel {
  readonly grain: Grain;
  readonly points: readonly LeveragePoint[];
  readonly buckets: readonly Period[];
  /** By the place of the point. */
  readonly changes: ReadonlyMap<number, FundsChange>;
  /** Where the axis ends, and how far its ticks are apart. */
  readonly top: number;
  readonly step: number;
  /** From the lowest that is not low; none out of sight. */
  readonly bands: readonly BandArea[];
}

/** @param points  of an answer, ascending */
export function trendModel(points: readonly LeveragePoint[], grain: Grain): TrendModel {
  const most = Math.max(0, ...points.flatMap(({ leverage, withoutPartner }) => [leverage ?? 0, withoutPartner ?? 0]));
  const { top, step } = axisOf(most);
  return {
    grain,
    points,
    buckets: points.map(({ bucket }) => bucket),
    changes: changesOf(points),
    top,
    step,
    bands: BAND_SPANS.filter(({ band, from }) => band !== "low" && from < top).map(({ band, from, to }) => ({
      band,
      from,
      to: Math.min(to ?? top, top),
    })),
  };
}

const PARTS = ["insurance", "ownFunds", "collateral", "shareholders"] as const;

function changesOf(points: readonly LeverageFigures[]): ReadonlyMap<number, FundsChange> {
  const changes = new Map<number, FundsChange>();
  for (const [place, now] of points.entries()) {
    const before = points[place - 1];
    if (!before) continue;
    const isGuarantee = now.guarantee > 0 !== before.guarantee > 0 && now.outstanding > 0 && before.outstanding > 0;
    if (!isGuarantee && PARTS.every((part) => now[part] === before[part])) continue;
    changes.set(place, { amount: PARTS.reduce((sum, part) => sum + now[part] - before[part], 0), isGuarantee });
  }
  return changes;
}

const TICKS = 4;
/** Above the highest point. */
const HEADROOM = 1.05;

/** An axis from zero whose ticks are round. */
function axisOf(most: number): { readonly top: number; readonly step: number } {
  if (most === 0) return { top: 1, step: 0.25 };
  const least = (most * HEADROOM) / TICKS;
  const tenfold = 10 ** Math.floor(Math.log10(least));
  const step = ([1, 2, 2.5, 5].find((round) => round * tenfold >= least) ?? 10) * tenfold;
  return { step, top: Math.ceil((most * HEADROOM) / step) * step };
}
