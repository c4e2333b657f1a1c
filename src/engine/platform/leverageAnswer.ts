import type { EpochDay } from "#src/domain/units.ts";
import { backingByDay } from "#src/metrics/leverage/backing.ts";
import { bandRoom } from "#src/metrics/leverage/bandRoom.ts";
import { leverageOn, type LeverageFigures } from "#src/metrics/leverage/leverage.ts";
import { lossLines } from "#src/metrics/leverage/losses.ts";

import type { Analysis } from "#src/engine/analysis.ts";
import { basisOf } from "#src/engine/codes.ts";
import { observedBuckets } from "#src/engine/periods.ts";
import type { LeverageArgs, LeveragePoint, LeverageResult } from "#src/engine/protocol.ts";

import { fundRows } from "./fundRows.ts";
import { outstandingOn } from "./outstandingOn.ts";

/** Leverage of the whole ledger at the end of each bucket, and what it means at the as-of day (LV1 to LV9). */
export async function leverageAnswer({ held }: Analysis, args: LeverageArgs): Promise<LeverageResult> {
  const { book } = held.kept;
  const funds = await fundRows(held);
  const basis = basisOf(held, book.rows);
  const hasFunds = funds.length > 0;
  const nothing: LeverageResult = { basis, hasFunds, now: null, room: null, points: [], losses: [] };
  if (!hasFunds || book.firstDay === null) return nothing;

  const { weekStart } = held.state.settings;
  const observed = { firstDay: book.firstDay, asOf: book.asOf, weekStart };
  const buckets = observedBuckets(args.period, args.grain, observed);
  const outstanding = outstandingOn(held, [...buckets.map(({ to }) => to), book.asOf]);
  const backingOn = backingByDay(funds, args.rules);
  const figuresOn = (day: EpochDay, place: number): LeverageFigures | null => {
    const backing = backingOn(day);
    return backing && leverageOn(day, outstanding[place]!, backing);
  };

  const points = buckets.flatMap(({ from, to }, place): LeveragePoint[] => {
    const figures = figuresOn(to, place);
    return figures ? [{ bucket: { from, to }, ...figures }] : [];
  });
  const now = figuresOn(book.asOf, buckets.length);
  const backing = backingOn(book.asOf);
  if (!now || !backing) return { ...nothing, points };
  return { ...nothing, now, room: bandRoom(now, backing), points, losses: lossLines(now) };
}
