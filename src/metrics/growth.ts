import { monthEnd, monthStart } from "#src/domain/calendar.ts";
import type { Period } from "#src/domain/period.ts";

import { GROWTH, GROWTH_WIDTH, type GrowthCube } from "./growthCube.ts";
import { ratio } from "./ratio.ts";

/** Growth accounting of one complete month: fen, and lenders. */
export interface GrowthRow {
  readonly month: Period;
  readonly open: number;
  readonly new: number;
  readonly resurrected: number;
  readonly expansion: number;
  readonly contraction: number;
  readonly churned: number;
  readonly close: number;
  readonly lenders: {
    readonly open: number;
    readonly new: number;
    readonly resurrected: number;
    readonly churned: number;
    readonly retained: number;
    readonly close: number;
    readonly transient: number;
  };
  readonly quickRatio: number | null;
  readonly lenderQuickRatio: number | null;
  readonly grossBalanceRetention: number | null;
  readonly netBalanceRetention: number | null;
}

/** How balances grew, month by month (GA1 to GA6). Complete months only, ascending. */
export function growthRows(cube: GrowthCube, args: { readonly keepChannel: Uint8Array | undefined }): GrowthRow[] {
  const months = Math.max(0, cube.lastMonth - cube.firstMonth + 1);
  const sums = Array.from({ length: months }, () => new Float64Array(GROWTH_WIDTH));
  for (let cell = 0; cell < cube.cells; cell++) {
    if (args.keepChannel !== undefined && args.keepChannel[cube.channel[cell]!] !== 1) continue;
    const sum = sums[cube.month[cell]! - cube.firstMonth]!;
    for (let measure = 0; measure < GROWTH_WIDTH; measure++)
      sum[measure]! += cube.values[cell * GROWTH_WIDTH + measure]!;
  }
  return sums.map((sum, place) => growthRow(cube.firstMonth + place, sum));
}

function growthRow(month: number, sum: Float64Array): GrowthRow {
  const at = (measure: number): number => sum[measure]!;
  const open = at(GROWTH.open);
  const gained = at(GROWTH.new) + at(GROWTH.resurrected);
  const lost = at(GROWTH.contraction) + at(GROWTH.churned);
  return {
    month: { from: monthStart(month), to: monthEnd(month) },
    open,
    new: at(GROWTH.new),
    resurrected: at(GROWTH.resurrected),
    expansion: at(GROWTH.expansion),
    contraction: at(GROWTH.contraction),
    churned: at(GROWTH.churned),
    close: at(GROWTH.close),
    lenders: {
      open: at(GROWTH.lendersOpen),
      new: at(GROWTH.lendersNew),
      resurrected: at(GROWTH.lendersResurrected),
      churned: at(GROWTH.lendersChurned),
      retained: at(GROWTH.lendersRetained),
      close: at(GROWTH.lendersClose),
      transient: at(GROWTH.lendersTransient),
    },
    quickRatio: ratio(gained + at(GROWTH.expansion), lost),
    lenderQuickRatio: ratio(at(GROWTH.lendersNew) + at(GROWTH.lendersResurrected), at(GROWTH.lendersChurned)),
    grossBalanceRetention: ratio(open - lost, open),
    netBalanceRetention: ratio(open - lost + at(GROWTH.expansion), open),
  };
}
