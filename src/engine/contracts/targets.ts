import type { Period } from "#src/domain/period.ts";
import type { TargetMetric } from "#src/domain/targetMetrics.ts";
import type { EpochDay } from "#src/domain/units.ts";

import type { Basis, OnProgress } from "#src/engine/protocol.ts";

export type { TargetMetric };

/** A goal for a month and how far it is. Fen, or lenders. Figures are of the whole ledger, whatever is filtered. */
export interface TargetProgress {
  readonly month: Period;
  /** As the dataset has it when it is none of ours: then only the goal is known. */
  readonly metric: TargetMetric | null;
  readonly metricName: string;
  readonly owner: string;
  readonly unit: "fen" | "count";
  readonly target: number;
  /** So far in the month, or at its last day of data for outstanding; null before the month begins. */
  readonly actual: number | null;
  /** actual ÷ target; null over zero. */
  readonly share: number | null;
  readonly isOver: boolean;
  /**
   * What would be there by the last day of data if the month went as earlier ones did: target · median share that
   * complete months before had reached by that day of the month (flows), or the way from the month's opening to the
   * target in proportion (outstanding). Null without a complete month before (flows), before the month begins, and once
   * it is over.
   */
  readonly expectedByNow: number | null;
  /** "ahead" when actual ≥ expected; "met" or "missed" when the month is over. For exits less is better. */
  readonly pace: "ahead" | "behind" | "met" | "missed" | null;
  /** Months whose shape was used. */
  readonly shapeMonths: number;
  /** The import that it is in force from. */
  readonly importId: number;
}

export interface TargetsResult {
  readonly basis: Basis;
  /** Ascending by month, then metric. Empty without a targets dataset. */
  readonly targets: readonly TargetProgress[];
}

export interface Annotation {
  readonly day: EpochDay;
  readonly endDay: EpochDay | null;
  readonly text: string;
  readonly kind: string;
  /** The import that it is in force from. */
  readonly importId: number;
}

export interface TargetMethods {
  targets(args: Record<never, never>, signal?: AbortSignal, onProgress?: OnProgress): Promise<TargetsResult>;
  /** Ascending by day. */
  annotations(args: Record<never, never>, signal?: AbortSignal): Promise<readonly Annotation[]>;
}
