import type { LenderState } from "./lenderStates.ts";
import type { EpochDay } from "./units.ts";

/** From and to, both included; null is open. */
export interface Range {
  readonly from: number | null;
  readonly to: number | null;
}

/**
 * Which lenders belong to a segment: those that every rule keeps. A rule that is absent keeps all; of the names in a
 * list any one will do, "" stands for none. Rules are live: who fits is found anew with every import.
 */
export interface SegmentRules {
  readonly states?: readonly LenderState[];
  readonly channels?: readonly string[];
  readonly kinds?: readonly string[];
  readonly campaigns?: readonly string[];
  /** Product of the first lend. */
  readonly products?: readonly string[];
  /** Day of the first lend. */
  readonly firstLend?: { readonly from: EpochDay | null; readonly to: EpochDay | null };
  readonly registered?: { readonly from: EpochDay | null; readonly to: EpochDay | null };
  readonly lastLend?: { readonly from: EpochDay | null; readonly to: EpochDay | null };
  /** Fen. */
  readonly balance?: Range;
  readonly volume?: Range;
  readonly firstVolume?: Range;
  /** Distinct lend days. */
  readonly occasions?: Range;
  readonly isHunter?: boolean;
  readonly isInternal?: boolean;
}

/** Rules under a name, kept by the reader. */
export interface Segment {
  readonly id: string;
  readonly name: string;
  readonly rules: SegmentRules;
}

/**
 * Whether rules use what is known only today, such as a balance: lenders whom they keep were chosen by how things turned
 * out. A range that is open at both ends asks for nothing.
 */
export function looksBack({ states, lastLend, balance, volume, occasions, isHunter }: SegmentRules): boolean {
  const ranges = [lastLend, balance, volume, occasions];
  const isBounded = ranges.some((range) => range !== undefined && (range.from !== null || range.to !== null));
  return isBounded || states !== undefined || isHunter !== undefined;
}

/** Which signs make a bonus hunter: every one that is asked for has to be there. */
export interface HunterRules {
  /** The first lend was for the shortest term on offer. */
  readonly shortestTerm: boolean;
  /** The first lend came with a coupon, or a subsidy was paid for it. */
  readonly coupon: boolean;
  /** The first lend was just the amount that the coupon asks for. */
  readonly atThreshold: boolean;
  /** Fen. */
  readonly thresholdFen: number;
  /** The money was withdrawn soon after the first maturity. */
  readonly cashOut: boolean;
  readonly cashOutDays: number;
  readonly noSecondLend: boolean;
}

export const DEFAULT_HUNTER_RULES: HunterRules = {
  shortestTerm: true,
  coupon: true,
  atThreshold: true,
  thresholdFen: 1_000_000,
  cashOut: true,
  cashOutDays: 3,
  noSecondLend: true,
};
