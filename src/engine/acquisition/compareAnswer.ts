import { comparedFigures } from "#src/metrics/comparison/comparedFigures.ts";
import { quickRatioOf } from "#src/metrics/comparison/quickRatio.ts";
import { shareDifference } from "#src/metrics/comparison/shareDifference.ts";

import type { Analysis } from "#src/engine/analysis.ts";
import { basisOf } from "#src/engine/codes.ts";
import type { CompareArgs, ComparedSide, CompareDifference, CompareResult } from "#src/engine/protocol.ts";
import { acquisitionSources } from "./acquisitionSources.ts";
import { newOnes, sideInput } from "./comparedSides.ts";
import { lastMonths } from "./lastMonths.ts";

/**
 * Lenders side by side: what they cost and bring, who of them stays, and how sure the differences are.
 *
 * The quick ratio is of all lenders of a side, those of before history included, as growth accounting is; once months
 * of first lending are asked for it is of the lenders of those months.
 */
export async function compareAnswer(analysis: Analysis, args: CompareArgs): Promise<CompareResult> {
  const { input, missing } = await acquisitionSources(analysis, args);
  const months = await lastMonths(analysis.held);
  const compared: Compared[] = [];
  // One after the other: a segment may have to go through all rows.
  for (const side of args.sides) {
    const lenders = await sideInput(analysis, input, side);
    const fresh = newOnes(lenders);
    const isDated = args.cohorts !== null || side.type === "month";
    const quickRatio = quickRatioOf(months, isDated ? fresh : lenders.kept);
    compared.push({ fresh, figures: { side, ...comparedFigures(lenders), quickRatio } });
  }
  return {
    basis: basisOf(analysis.held, rowsOf(compared, input.book.facts.rows)),
    missing,
    sides: compared.map(({ figures }) => figures),
    differences: differencesOf(compared),
  };
}

interface Compared {
  readonly figures: ComparedSide;
  /** New lenders of the months asked for: 1 by ledger code. */
  readonly fresh: Uint8Array;
}

/** Every pair of sides, in both measures. */
function differencesOf(sides: readonly Compared[]): CompareDifference[] {
  const differences: CompareDifference[] = [];
  for (const [a, first] of sides.entries())
    for (const [b, second] of sides.entries()) {
      if (b <= a) continue;
      const shared = sharedLenders(first.fresh, second.fresh);
      for (const measure of ["held90", "secondLend"] as const) {
        const difference = shareDifference(first.figures[measure], second.figures[measure]);
        differences.push({ a, b, measure, shared, ...difference });
      }
    }
  return differences;
}

function sharedLenders(first: Uint8Array, second: Uint8Array): number {
  let shared = 0;
  for (let lender = 0; lender < first.length; lender++) shared += first[lender]! & second[lender]!;
  return shared;
}

/** Ledger rows of the new lenders of any side. */
function rowsOf(sides: readonly Compared[], rowsByLender: Uint32Array): number {
  const isOnAny = new Uint8Array(rowsByLender.length);
  for (const { fresh } of sides)
    for (let lender = 0; lender < fresh.length; lender++) isOnAny[lender]! |= fresh[lender]!;
  let rows = 0;
  for (let lender = 0; lender < isOnAny.length; lender++) rows += isOnAny[lender]! * rowsByLender[lender]!;
  return rows;
}
