import type { AcquisitionInput } from "#src/metrics/acquisition/acquisitionTable.ts";
import { cohortMargins } from "#src/metrics/acquisition/cohortMargins.ts";
import { figuresOf, type AcquisitionFigures } from "#src/metrics/acquisition/groupFigures.ts";
import { lenderTotals } from "#src/metrics/acquisition/lenderTotals.ts";
import { shareOf, type Share } from "#src/metrics/acquisition/share.ts";
import { AGE } from "#src/metrics/lenders/lenderBook.ts";

import { retainedByAge, type RetainedAge } from "./retainedByAge.ts";

/** The lenders of one side, and what was spent on them. */
export interface SideInput extends Omit<AcquisitionInput, "spend"> {
  /** By ledger code, 1 = on this side. */
  readonly kept: Uint8Array;
  /** Fen; null where it is not known, or not spent on just these lenders. */
  readonly spend: number | null;
}

export interface ComparedFigures extends Pick<
  AcquisitionFigures,
  "newLenders" | "firstVolume" | "volume" | "acquisitionCost" | "curve" | "observedValue" | "payback"
> {
  readonly held90: Share;
  /** Those who lent on a second day, whenever it was. */
  readonly secondLend: Share;
  readonly held: readonly RetainedAge[];
  readonly lentAgain: readonly RetainedAge[];
}

/** What one side of a comparison comes to: the figures of acquisition for just these lenders, and who stays by age. */
export function comparedFigures(side: SideInput): ComparedFigures {
  const { cube, months, spreadPpm, keepsSegment, spend } = side;
  const totals = lenderTotals("all", side).all;
  const groupOf = (segment: number): number | undefined => (keepsSegment(segment) ? 0 : undefined);
  const cohorts = spreadPpm === null ? null : (cohortMargins(cube, { months, spreadPpm, groupOf }).get(0) ?? []);
  const { newLenders, firstVolume, volume, acquisitionCost, curve, observedValue, payback } = figuresOf(
    { name: null, totals, people: null, spend, cohorts },
    { volume: totals.volume, everybody: [] },
  );
  const atNinety = totals.held[1]!;
  return {
    ...{ newLenders, firstVolume, volume, acquisitionCost, curve, observedValue, payback },
    held90: shareOf(atNinety.count, atNinety.of),
    secondLend: shareOf(totals.lentAgain, newLenders),
    held: retainedByAge(cube, { months, keepsSegment, measure: AGE.held }),
    lentAgain: retainedByAge(cube, { months, keepsSegment, measure: AGE.lent }),
  };
}
