import type { Grain } from "#src/domain/calendar.ts";
import type { FundKind, LeverageBand, LeverageRules } from "#src/domain/leverageRules.ts";
import type { DayCount, Rounding } from "#src/domain/loans.ts";
import type { Period } from "#src/domain/period.ts";
import type { EpochDay } from "#src/domain/units.ts";
import type { BandRoom } from "#src/metrics/leverage/bandRoom.ts";
import type { CountedFund } from "#src/metrics/leverage/countedFunds.ts";
import type { Fund } from "#src/metrics/leverage/fundsInForce.ts";
import type { LeverageFigures } from "#src/metrics/leverage/leverage.ts";
import type { LossLine } from "#src/metrics/leverage/losses.ts";

import type { Basis, LoansTold, OnProgress } from "#src/engine/protocol.ts";

export type { BandRoom, FundKind, LeverageBand, LeverageFigures, LeverageRules, LossLine };

export interface MatchingArgs {
  readonly period: Period;
  readonly grain: Grain;
  readonly rules: { readonly rounding: Rounding; readonly dayCount: DayCount };
  /** What lenders earn a year, ppm, entered by the reader; null takes it from the ledger. */
  readonly lenderYieldPpm: number | null;
}

/** At the end of a day. Fen. */
export interface MatchPoint {
  readonly bucket: Period;
  /** The last day of the bucket that has data. */
  readonly day: EpochDay;
  /** Lenders' outstanding. */
  readonly lenders: number;
  /** What borrowers owe: neither repaid nor bad. */
  readonly borrowers: number;
  /** lenders ÷ borrowers; null over zero. */
  readonly ratio: number | null;
  /** lenders − borrowers where that is positive, else 0. */
  readonly idle: number;
  /** lenders − borrowers below zero: lent out beyond what lenders gave, as a positive number. */
  readonly short: number;
}

/** Principal by remaining days; fen. */
export interface TermLine {
  /** The last remaining day of the line, of `TERM_BUCKETS`; null is beyond all of them. */
  readonly days: number | null;
  /** Lenders' open lots by their maturity. */
  readonly lenders: number;
  /** Borrowers' instalments by their due day. */
  readonly borrowers: number;
}

export interface MatchingResult extends LoansTold {
  readonly basis: Basis;
  /** False without a loan that can be read: borrowers' figures are then not known and points empty. */
  readonly hasLoans: boolean;
  readonly points: readonly MatchPoint[];
  /** At the as-of day, whatever the period. */
  readonly now: MatchPoint | null;
  /**
   * What lenders are paid a year, of one: entered, or interest rows of the last 365 days of data over the balances of
   * those days. Null when neither is there.
   */
  readonly lenderYield: { readonly rate: number; readonly from: "entered" | "ledger"; readonly days: number } | null;
  /** now.idle · lender yield ÷ 365, fen a day, rounded half up; null without a yield. */
  readonly idleCostPerDay: number | null;
  /** Idle money over the points' days times the yield: what it cost in the period; null without a yield. */
  readonly idleCostOfPeriod: number | null;
  /** From the shortest; all of outstanding and owed is in the lines, overdue and undated. */
  readonly ladder: readonly TermLine[];
  readonly overdue: { readonly lenders: number; readonly borrowers: number };
  /** Lenders' lots without a maturity; borrowers' are always dated. */
  readonly undated: number;
  /** Exits that found no lot, fen: lots come to outstanding plus these. */
  readonly orphans: number;
}

export interface LeverageArgs {
  readonly period: Period;
  readonly grain: Grain;
  readonly rules: LeverageRules;
}

/** One fund in force and what it counts for. */
export interface FundLine extends Fund, CountedFund {
  readonly note: string;
  /** The import that it is in force from. */
  readonly importId: number;
}

export interface LeveragePoint extends LeverageFigures {
  readonly bucket: Period;
}

export interface LeverageResult {
  readonly basis: Basis;
  /** False without a funds dataset: there is then nothing to say, and all else is empty. */
  readonly hasFunds: boolean;
  /** At the as-of day; null without data, or before the first fund. */
  readonly now: LeverageFigures | null;
  readonly room: BandRoom | null;
  /** Points before the first fund are left out. */
  readonly points: readonly LeveragePoint[];
  /** Losses of 3, 5, 10 and 15 %. */
  readonly losses: readonly LossLine[];
}

export interface PlatformMethods {
  matching(args: MatchingArgs, signal?: AbortSignal, onProgress?: OnProgress): Promise<MatchingResult>;
  leverage(args: LeverageArgs, signal?: AbortSignal, onProgress?: OnProgress): Promise<LeverageResult>;
  /** The funds in force on a day, and what each counts for. Of each kind the rows of its latest day hold. */
  funds(
    args: { readonly day: EpochDay; readonly rules: LeverageRules },
    signal?: AbortSignal,
  ): Promise<{ readonly basis: Basis; readonly funds: readonly FundLine[] }>;
}
