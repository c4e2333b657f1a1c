import { TYPE } from "#src/domain/eventTypes.ts";

import { COHORT } from "./cohortCube.ts";
import { KIND, type LenderProfiles } from "./lenderProfiles.ts";
import type { PendingRows } from "./pendingRows.ts";
import type { Sweep } from "./sweep.ts";

/** Lenders whose rows stand elsewhere now; null when one of them had lent. */
export function movedLenders(before: LenderProfiles, now: LenderProfiles): Set<number> | null {
  const moved = new Set<number>();
  for (let lender = 0; lender < before.kind.length; lender++) {
    const kind = before.kind[lender];
    if (kind === KIND.absent) continue;
    if (kind === now.kind[lender] && before.channel[lender] === now.channel[lender]) continue;
    if (kind !== KIND.neverLent) return null;
    moved.add(lender);
  }
  return moved;
}

/** Where lenders stood. */
export interface Standing {
  readonly profiles: LenderProfiles;
  /** By lender, as in `CohortCubeBuilder.segmentOf`. */
  readonly months: Uint32Array;
  readonly weeks: Uint32Array;
}

/** Takes rows out of the cells they stood in and puts them where the sweep has their lenders now. */
export function moveRows(sweep: Sweep, rows: PendingRows, before: Standing): void {
  const { cube, monthCohorts, weekCohorts } = sweep;
  rows.lender.forEach((lender, row) => {
    const [day, product, type, amount] = [rows.day[row]!, rows.product[row]!, rows.type[row]!, rows.amount[row]!];
    const channels = { from: before.profiles.channel[lender]!, to: sweep.profiles.channel[lender]! };
    if (channels.from !== channels.to) cube.moveLate({ day, product, channels, type, amount });
    if (type !== TYPE.fee && type !== TYPE.subsidy) return;
    const measure = type === TYPE.fee ? COHORT.fees : COHORT.newLenderSubsidies;
    const flow = { day, measure, amount };
    monthCohorts.moveLate({ ...flow, from: before.months[lender]!, to: monthCohorts.segmentOf[lender]! });
    weekCohorts.moveLate({ ...flow, from: before.weeks[lender]!, to: weekCohorts.segmentOf[lender]! });
  });
}
