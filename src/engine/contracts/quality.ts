import type { EpochDay } from "#src/domain/units.ts";
import type { LedgerCheck } from "#src/metrics/checks.ts";

import type { OnProgress } from "#src/engine/protocol.ts";
import type { RowsWhere } from "./rows.ts";

/** Something in the data that its owner should look at; unlike a check it may be right as it is. */
export interface Finding {
  readonly id: string;
  /** "error" makes figures wrong, "warning" may. */
  readonly severity: "error" | "warning";
  /** Days, lenders, rows or files. */
  readonly count: number;
  readonly unit: "day" | "lender" | "row" | "file" | "pair";
  /** The first 50; what each is, what it comes to against what was expected, and where its rows are. */
  readonly items: readonly {
    readonly label: string;
    /** The file of a day or of a value, the lender that a lender looks like. */
    readonly beside?: string;
    readonly value: number | null;
    readonly expected: number | null;
    readonly measure: "fen" | "count" | null;
    readonly where: RowsWhere | null;
    readonly importId: number | null;
  }[];
}

/** One law of the ledger; its examples name lenders by id. */
export type Check = Omit<LedgerCheck, "lenders">;

export interface CoverageResult {
  /** Every calendar day from the first to the last, ascending; 0 rows is a missing day. */
  readonly days: readonly {
    readonly day: EpochDay;
    readonly rows: number;
    readonly volume: number;
    readonly exits: number;
    /** Of a partial day: the rows that such a day has ordinarily. */
    readonly expectedRows?: number;
  }[];
}

export interface QualityMethods {
  /** Ascending by id; only those with something to look at. */
  findings(args: Record<never, never>, signal?: AbortSignal, onProgress?: OnProgress): Promise<readonly Finding[]>;
  /** Ascending by id. */
  checks(args: Record<never, never>, signal?: AbortSignal): Promise<readonly Check[]>;
  coverage(args: Record<never, never>, signal?: AbortSignal): Promise<CoverageResult>;
}
