import type { Period } from "#src/domain/period.ts";

import type { Basis, Filter, OnProgress } from "#src/engine/protocol.ts";
import type { Share } from "./acquisition.ts";

/** When a lender counts as retained at an age. */
export type RetentionMode =
  /** In that age itself. */
  | "on"
  /** In that age or any later one that is observed. */
  | "on_or_after"
  /** In any age of a bracket. */
  | "brackets";

export interface RetentionArgs {
  readonly measure: "holding" | "relend";
  readonly clock: "calendar" | "rolling";
  readonly mode: RetentionMode;
  /** First ages of the brackets, ascending, from 0; each runs to before the next, the last to the oldest age. */
  readonly brackets: readonly number[];
  readonly mean: "weighted" | "simple";
  readonly splitBy: "none" | "channel" | "kind" | "campaign" | "product";
  /** Months of first lending that are left out, by their first day: hidden cohorts enter no mean. */
  readonly hidden: readonly number[];
  readonly filter: Filter;
}

interface RetentionRow {
  readonly cohort: Period;
  readonly size: number;
  readonly isSmall: boolean;
  readonly isHidden: boolean;
  /** By age, or by bracket; a bracket only when all its ages are observed. */
  readonly cells: readonly Share[];
}

interface RetentionGroup {
  /** Null when not split. */
  readonly name: string | null;
  readonly lenders: number;
  readonly rows: readonly RetentionRow[];
  /** Mean over the cohorts observed at the age and with a lender; a simple mean has no interval. */
  readonly curve: readonly {
    readonly value: number | null;
    readonly interval: { readonly low: number; readonly high: number } | null;
    readonly cohorts: number;
    readonly lenders: number;
    readonly isThin: boolean;
  }[];
}

export interface RetentionResult {
  readonly basis: Basis;
  /** First and last age of every column. */
  readonly columns: readonly { readonly from: number; readonly to: number }[];
  readonly groups: readonly RetentionGroup[];
  /** Retention at one age as a trend by cohort is read from `rows`. */
}

export interface RetentionMethods {
  retention(args: RetentionArgs, signal?: AbortSignal, onProgress?: OnProgress): Promise<RetentionResult>;
}
