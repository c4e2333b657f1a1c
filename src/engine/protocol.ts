import type { Grain } from "#src/domain/calendar.ts";
import type { RowRejection, StoreRefusalCode } from "#src/domain/codes.ts";
import type { DatasetName, TableColumnName } from "#src/domain/datasets.ts";
import type { EventType } from "#src/domain/eventTypes.ts";
import type {
  ColumnName,
  Container,
  ControlTotal,
  FileLayout,
  FileRefusal,
  ImportOrigin,
  ImportRecord,
  RefusedAttempt,
  RejectedRow,
  RowCounts,
  WarningCount,
} from "#src/domain/imports.ts";
import type { LenderState } from "#src/domain/lenderStates.ts";
import type { Period } from "#src/domain/period.ts";
import type { FileSketch, ImportMode, Reading, SavedMapping } from "#src/domain/reading.ts";
import type { Result } from "#src/domain/result.ts";
import type { Settings, Switches } from "#src/domain/switches.ts";
import type { EpochDay } from "#src/domain/units.ts";
import type { CohortMeasure } from "#src/metrics/cohorts.ts";
import type { GrowthRow } from "#src/metrics/growth.ts";

import type { AcquisitionMethods } from "./contracts/acquisition.ts";
import type { ActivationMethods } from "./contracts/activation.ts";
import type { RetentionMethods } from "./contracts/cohortModes.ts";
import type { CreditMethods } from "./contracts/credit.ts";
import type { LenderMethods } from "./contracts/lenders.ts";
import type { PlatformMethods } from "./contracts/platform.ts";
import type { ProjectionMethods } from "./contracts/projection.ts";
import type { TargetMethods } from "./contracts/targets.ts";

// Types alone: nothing is loaded.
/* oxlint-disable oxc/no-barrel-file */
export type * from "./contracts/acquisition.ts";
export type * from "./contracts/activation.ts";
export type * from "./contracts/cohortModes.ts";
export type * from "./contracts/credit.ts";
export type * from "./contracts/lenders.ts";
export type * from "./contracts/platform.ts";
export type * from "./contracts/projection.ts";
export type * from "./contracts/targets.ts";
/* oxlint-enable oxc/no-barrel-file */

/** Why the store could not answer; the screen words it from the code. */
export interface StoreRefusal {
  readonly code: StoreRefusalCode;
  /** English, for the report and for support. */
  readonly message: string;
  /** The import whose stored data is damaged, where it is one. */
  readonly importId?: number;
  readonly fileName?: string;
}

/** Rows that count: names as the files spell them, "" for rows that name none. An empty list is all. */
export interface Filter {
  readonly products: readonly string[];
  readonly channels: readonly string[];
  /** Id of a saved segment: only its lenders. One that is no longer saved keeps nobody. */
  readonly segment?: string;
}

/** What the period is set against (CP1, CP2). */
export type Comparison = "previous" | "last_year" | "none";

/** What a figure was made of; every panel prints it. */
export interface Basis {
  /** The last business day that entered; null while there is no data. */
  readonly asOf: EpochDay | null;
  readonly dataVersion: number;
  /** Ledger rows that the figure was computed from. */
  readonly sourceRows: number;
  /** Rows of all imports that were rejected. */
  readonly rejectedRows: number;
  readonly switches: Switches;
}

export interface EngineStatus {
  /** Raised by every change of the stored data or of the settings that shape summaries. */
  readonly dataVersion: number;
  readonly imports: number;
  /** Live rows, up to `asOf`. */
  readonly rows: number;
  readonly rejectedRows: number;
  /** Rows after `today`: kept, never used. */
  readonly futureRows: number;
  readonly lenders: number;
  readonly firstDay: EpochDay | null;
  readonly asOf: EpochDay | null;
  /** Until this day the split of new and returning is unreliable: history begins before the files do. */
  readonly warmUpUntil: EpochDay | null;
  /** Ascending by name; "" stands for rows that name none. */
  readonly products: readonly string[];
  readonly channels: readonly string[];
  readonly origins: { readonly own: number; readonly sample: number };
  readonly checksFailing: number;
  readonly settings: Settings;
  /** Accounts that the lenders dataset marks as internal; null without that dataset. */
  readonly internalLenders: number | null;
  /** Rows stored of each dataset beside the ledger, those that a later one stands over left out. */
  readonly tables: Readonly<Partial<Record<DatasetName, number>>>;
  /** Device time of the last verified backup; null when there was none. */
  readonly lastBackupMs: number | null;
}

/** One import of the queue, as it goes. */
export interface ImportStep {
  readonly fileIndex: number;
  readonly fileName: string;
  readonly step: "reading" | "storing" | "done";
  readonly rows: number;
  /** With "done" once it is final: an import is reported done when it is read, and again when it is durable. */
  readonly outcome?: ImportOutcome;
}

export interface Progress {
  /** In the unit of `total`: bytes for an import, rows for a computation. */
  readonly done: number;
  readonly total: number;
  readonly importStep?: ImportStep;
}

export interface ImportArgs {
  readonly files: readonly File[];
  readonly origin: ImportOrigin;
  /** Undefined: merge where the file has a txn_id, replace days where it has none. */
  readonly mode?: ImportMode;
  /** The device's day in the platform's zone. */
  readonly today: EpochDay;
  readonly nowMs: number;
}

/** One table of the files dropped: a file, a member of a zip, a sheet of a workbook. */
export interface DroppedTable {
  /** For showing: `june.zip › 2024-06-01.csv`. */
  readonly fileName: string;
  /** Place of its file among those dropped. */
  readonly fileIndex: number;
  readonly container: Container | null;
  /** Unpacked. */
  readonly sizeBytes: number;
  /** False for hidden and empty sheets, and for sheets without a header that we know beside others that have one. */
  readonly isSuggested: boolean;
  /** The name's ending says another kind than the content is. */
  readonly isMisnamed: boolean;
  /** Null when it cannot be read as text. */
  readonly sketch: FileSketch | null;
  readonly refusal: FileRefusal | null;
  /** What is remembered for its header. */
  readonly mapping: SavedMapping | null;
}

export interface Drop {
  readonly dropId: number;
  /** In file order; members of an archive in natural order of their names. */
  readonly tables: readonly DroppedTable[];
}

/** What becomes of one table of a drop. Tables without a choice are left out. */
export interface TableChoice {
  /** Place among the drop's tables. */
  readonly table: number;
  /** Null: as recognised. */
  readonly reading: Reading | null;
  /** Null: merge where the file has a txn_id, replace days where it has none. */
  readonly mode: ImportMode | null;
  /** What its reading is remembered as; absent: a name made of the dataset and the file's. */
  readonly mappingName?: string;
}

export interface RejectGroup {
  readonly code: RowRejection;
  readonly column: ColumnName | null;
  readonly count: number;
  /** The first three. */
  readonly examples: readonly RejectedRow[];
}

/** One day's change by an import, or by several: what it was and what it is after. Fen. */
export interface DayChange {
  readonly day: EpochDay;
  readonly rowsAdded: number;
  readonly rowsRemoved: number;
  readonly rowsChanged: number;
  readonly volume: { readonly before: number; readonly after: number };
  readonly exits: { readonly before: number; readonly after: number };
  /** At the day's end. */
  readonly outstanding: { readonly before: number; readonly after: number };
}

/**
 * What imports change in the figures under the switches in force; rows after `today` are in none. A row that moves to
 * another day is removed from the one and added to the other.
 */
export interface Restatement {
  /** Days with a row added, removed or changed, ascending. */
  readonly days: readonly DayChange[];
  readonly rowsAdded: number;
  readonly rowsRemoved: number;
  readonly rowsChanged: number;
  /** Rows that the imports bring and that are as they were. */
  readonly rowsSame: number;
  /** Of all days with data, changed or not, and outstanding at the last of them. */
  readonly volume: { readonly before: number; readonly after: number };
  readonly exits: { readonly before: number; readonly after: number };
  readonly outstanding: { readonly before: number; readonly after: number };
  /** Null while there is no data. */
  readonly lastDay: EpochDay | null;
}

/** A column that a file lacks, and that rows which it replaces have a value in: the value goes with the row. */
export interface LostValues {
  readonly column: TableColumnName;
  /** Rows in force before the file. */
  readonly rows: number;
}

/** What an import of a table would come to. */
export type TablePreview =
  | {
      readonly type: "readable";
      readonly table: number;
      readonly dataset: DatasetName;
      readonly mode: ImportMode;
      readonly layout: FileLayout;
      readonly counts: RowCounts;
      readonly firstDay: EpochDay | null;
      readonly lastDay: EpochDay | null;
      readonly rowsByType: readonly { readonly type: EventType; readonly rows: number; readonly amount: number }[];
      /** Most frequent first. */
      readonly rejects: readonly RejectGroup[];
      readonly warnings: readonly WarningCount[];
      readonly unknownTypes: readonly { readonly value: string; readonly count: number }[];
      readonly skippedLines: readonly { readonly line: number; readonly text: string }[];
      readonly controlTotals: readonly ControlTotal[];
      /** Days that are stored already. */
      readonly restatedDays: number;
      /** In the dataset's order; of the ledger none. */
      readonly lostValues: readonly LostValues[];
    }
  /** The same bytes are stored, or are an earlier table of this drop. */
  | { readonly type: "known"; readonly table: number; readonly importedAtMs: number | null }
  /** AMBIGUOUS_* and MISSING_COLUMN are questions that the reading can answer. */
  | { readonly type: "refused"; readonly table: number; readonly refusal: FileRefusal };

export interface DropPreview {
  /** In the order of the choices. */
  readonly tables: readonly TablePreview[];
  /** What all of them together change in the ledger. */
  readonly change: Restatement;
}

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

/** A backup that cannot be restored, or a store that cannot take it. */
export type RestoreRefusal = FileRefusal | StoreRefusal;

export interface BackupSummary {
  readonly madeAtMs: number;
  readonly imports: number;
  readonly rows: number;
  readonly isEncrypted: boolean;
}

/** What became of one file. Counts are all zero when the file was refused. */
export type ImportOutcome =
  | { readonly type: "imported"; readonly fileName: string; readonly record: ImportRecord }
  /** The same bytes are stored already. */
  | {
      readonly type: "known";
      readonly fileName: string;
      readonly sha256: string;
      readonly importId: number;
      readonly counts: RowCounts;
    }
  | { readonly type: "refused"; readonly fileName: string; readonly sha256: string; readonly refusal: FileRefusal }
  | { readonly type: "unstored"; readonly fileName: string; readonly refusal: StoreRefusal }
  | { readonly type: "cancelled"; readonly fileName: string };

/** Flows of a bucket in fen, or counts; every one adds up over buckets. */
export type FlowMeasure =
  | "volume"
  | "volumeNew"
  | "volumeReturning"
  | "exits"
  | "exitsScheduled"
  | "exitsEarly"
  | "exitsCompensated"
  /** Transfers out as exits; zero in the net view. */
  | "exitsTransferred"
  | "transfersIn"
  | "transfersOut"
  /** transfersIn − transfersOut in the net view, zero in the gross view, where both are flows. */
  | "transfersNet"
  | "writeOffs"
  | "openings"
  /** volume − exits */
  | "netInflow"
  | "interest"
  | "fees"
  | "subsidies"
  | "deposits"
  | "withdrawals"
  /** deposits − withdrawals */
  | "cashNetInflow"
  /** Σ amount · term / 365, fen; rows without a term are left out. */
  | "annualisedVolume"
  /** Rows that volume was made of. */
  | "lends"
  | "newLenders"
  /** Ledger rows of every type. */
  | "rows";

/** Stocks at the end of a bucket, fen. */
type StockMeasure = "outstanding";

export interface Bucket extends Period {
  /** False while the day, week or month is cut by the period or not over at `asOf`. */
  readonly complete: boolean;
}

/** One value a bucket; null where nothing was observed: before the first day of data. */
export type Points = Readonly<Record<FlowMeasure | StockMeasure, readonly (number | null)[]>>;

export interface PeriodTotals {
  readonly period: Period;
  readonly flows: Readonly<Record<FlowMeasure, number>>;
  /** Outstanding at the end of the day before the period. */
  readonly opening: number;
  readonly closing: number;
  /** volume ÷ lends; null without lends. */
  readonly averageLend: number | null;
}

export interface SeriesArgs {
  readonly period: Period;
  readonly grain: Grain;
  readonly filter: Filter;
  readonly comparison: Comparison;
}

/**
 * The balance and its flows over a period. Comparison bucket `i` is bucket `i` moved back (CP1, CP2).
 */
export interface SeriesResult {
  readonly basis: Basis;
  readonly buckets: readonly Bucket[];
  readonly points: Points;
  readonly total: PeriodTotals;
  readonly comparison: {
    readonly buckets: readonly Bucket[];
    readonly points: Points;
    /** Null when the comparison period begins before the data does: nothing to set against. */
    readonly total: PeriodTotals | null;
  } | null;
}

export interface LenderPoints {
  /** Lenders whose first lend lies in the bucket. */
  readonly newLenders: readonly (number | null)[];
  /** Distinct lenders with at least one lend in the bucket. */
  readonly lendingLenders: readonly (number | null)[];
  /** Lenders with a balance above zero at its end. */
  readonly lendersHolding: readonly (number | null)[];
  /** Fen; outstanding ÷ lenders holding, null when nobody holds. */
  readonly averageBalance: readonly (number | null)[];
  /** Fen; volume ÷ lends, null without lends. */
  readonly averageLend: readonly (number | null)[];
}

/** Counts of distinct lenders; never sums of shorter periods. */
export interface LenderSeriesResult {
  readonly basis: Basis;
  readonly buckets: readonly Bucket[];
  readonly points: LenderPoints;
  readonly comparison: { readonly buckets: readonly Bucket[]; readonly points: LenderPoints } | null;
}

export interface CohortArgs {
  readonly grain: "week" | "month";
  readonly measure: CohortMeasure;
  /** Per acquired lender or the cohort's total; ratios ignore it. */
  readonly per: "lender" | "total";
  readonly splitBy: "none" | "channel" | "product";
  readonly filter: Filter;
  /** Cohorts that enter no curve, by their first day; they keep their rows. */
  readonly hidden?: readonly number[];
}

export interface CohortCell {
  readonly age: number;
  /** The calendar week or month that the cell observes. */
  readonly period: Period;
  readonly value: number | null;
  /** What the value was divided from: lenders or fen. */
  readonly numerator: number;
  /** 95 %: Wilson for shares of lenders, by drawing lenders for monthly ratios of balance; null for all else. */
  readonly interval: { readonly low: number; readonly high: number } | null;
}

export interface CohortRow {
  /** First and last day of the period of first lending. */
  readonly cohort: Period;
  readonly size: number;
  /** Fewer than 20 lenders: shown grey. */
  readonly small: boolean;
  /** By age from 0; only periods that are over. */
  readonly cells: readonly CohortCell[];
}

/** The weighted curve at one age: Σ numerators ÷ Σ denominators over the cohorts observed at it. */
export interface CurvePoint {
  readonly age: number;
  readonly value: number | null;
  readonly cohorts: number;
  readonly lenders: number;
  /** Fewer than 3 cohorts: shown grey. */
  readonly thin: boolean;
  readonly interval: { readonly low: number; readonly high: number } | null;
}

export interface CohortGroup {
  /** Name of the first channel or product; null when not split. */
  readonly name: string | null;
  readonly lenders: number;
  readonly rows: readonly CohortRow[];
  readonly curve: readonly CurvePoint[];
}

export interface CohortResult {
  readonly basis: Basis;
  /** "ratio" prints as a percentage, "fen" as money, "fenYears" as money · years. */
  readonly unit: "ratio" | "fen" | "fenYears";
  /** Largest group first. */
  readonly groups: readonly CohortGroup[];
  /** Set when the measure needs something that is not there. */
  readonly missing: "spread" | null;
}

/** What one cohort came to in one period, before it is divided by anything. */
export interface CohortSums {
  readonly cohort: Period;
  readonly size: number;
  readonly cells: readonly {
    readonly age: number;
    /** Members with at least one lend. */
    readonly lenders: number;
    /** Members with a balance above zero at the end. */
    readonly holding: number;
    /** Fen. */
    readonly volume: number;
    /** Fen, at the end. */
    readonly balance: number;
    /** Fen·days. */
    readonly balanceDays: number;
  }[];
}

export interface GrowthResult {
  readonly basis: Basis;
  /** Complete months only, ascending. */
  readonly rows: readonly GrowthRow[];
}

export interface LenderStatesResult {
  readonly basis: Basis;
  /** In the order new, holding, at risk, resurrected, grace, lost, never lent. */
  readonly states: readonly { readonly state: LenderState; readonly lenders: number; readonly balance: number }[];
}

export interface Check {
  readonly id: string;
  readonly holds: boolean;
  /** What the two sides came to, fen or counts; null where the check has no sides. */
  readonly left: number | null;
  readonly right: number | null;
  /** How many days, lenders or rows break it. */
  readonly affected: number;
  /** The first few of them: days as YYYY-MM-DD, lenders by id. */
  readonly examples: readonly string[];
  /** English, for the report; null while the check holds. */
  readonly detail: string | null;
}

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

/** Rows after `asOf` are found only by a period that begins after it. */
export interface RowsWhere {
  readonly period?: Period;
  readonly types?: readonly EventType[];
  /** Keeps the rows of volume that are new, or returning, under the switches in force. */
  readonly newness?: "new" | "returning";
  readonly filter?: Filter;
  /** Lenders whose first lend lies in the period; with the split value that the screen shows. */
  readonly cohort?: Period;
  readonly firstChannel?: string;
  readonly firstProduct?: string;
  /** How they came and for which campaign, as the lenders dataset says. */
  readonly kind?: string;
  readonly campaign?: string;
  /** Lenders whom a cell of a retention table counts: active in one of its ages, the last one included. */
  readonly retained?: {
    readonly measure: "holding" | "relend";
    readonly clock: "calendar" | "rolling";
    readonly ages: { readonly from: number; readonly to: number };
  };
  readonly lenderState?: LenderState;
  /** Lenders that growth accounting puts in a class in a month. */
  readonly growth?: {
    readonly month: Period;
    readonly class: "new" | "resurrected" | "expansion" | "contraction" | "churned" | "transient";
  };
  readonly lender?: string;
  readonly importId?: number;
}

export type RowsColumn = "instant" | "lender" | "type" | "amount" | "product" | "channel" | "termDays";

export interface RowsArgs {
  readonly where: RowsWhere;
  readonly sort: { readonly by: RowsColumn; readonly descending: boolean };
  readonly offset: number;
  readonly limit: number;
}

export interface LedgerRow {
  readonly txnId: string | null;
  readonly lender: string;
  /** Seconds since 1970-01-01T00:00 on the platform's clock. */
  readonly instant: number;
  readonly type: EventType;
  readonly amount: number;
  readonly product: string;
  readonly channel: string;
  readonly termDays: number | null;
  readonly importId: number;
  /** Null for rows that are no volume. */
  readonly isNew: boolean | null;
}

export interface RowsPage {
  readonly basis: Basis;
  readonly total: number;
  readonly lenders: number;
  /** Σ amounts of all rows found, by type. */
  readonly amountByType: Readonly<Partial<Record<EventType, number>>>;
  readonly rows: readonly LedgerRow[];
}

export interface OpenArgs {
  readonly today: EpochDay;
  readonly asOf?: EpochDay;
}

export type OnProgress = (progress: Progress) => void;

/**
 * The whole contract between screens and data. A method takes one argument object and a signal;
 * aborting rejects with an AbortError. Every answer depends on its arguments and the stored data
 * alone: the page passes the day.
 */
export interface EngineMethods
  extends
    AcquisitionMethods,
    ActivationMethods,
    CreditMethods,
    LenderMethods,
    PlatformMethods,
    ProjectionMethods,
    RetentionMethods,
    TargetMethods {
  /**
   * Opens the store and its summaries; call once before anything else. Figures are as of the last
   * day with rows that is not after `today`, or as of `asOf` when it is given.
   */
  open(args: OpenArgs, signal?: AbortSignal, onProgress?: OnProgress): Promise<Result<EngineStatus, StoreRefusal>>;
  status(args: Record<never, never>, signal?: AbortSignal): Promise<EngineStatus>;
  /** Takes files in the order given, one outcome each, in that order. Aborting keeps what is already stored. */
  importFiles(args: ImportArgs, signal?: AbortSignal, onProgress?: OnProgress): Promise<readonly ImportOutcome[]>;
  /** Unpacks files and looks at the head of every table in them; nothing is stored. The drop stays until it is closed. */
  openDrop(args: { readonly files: readonly File[] }, signal?: AbortSignal, onProgress?: OnProgress): Promise<Drop>;
  /** The head of one table again, as a reading would have it. */
  sketchTable(
    args: { readonly dropId: number; readonly table: number; readonly reading: Reading },
    signal?: AbortSignal,
  ): Promise<Pick<DroppedTable, "sketch" | "refusal">>;
  /** Reads the chosen tables to their end and sets them against what is stored; nothing is stored. */
  previewDrop(
    args: { readonly dropId: number; readonly choices: readonly TableChoice[]; readonly today: EpochDay },
    signal?: AbortSignal,
    onProgress?: OnProgress,
  ): Promise<DropPreview>;
  /**
   * Takes the chosen tables of a drop in their order, one outcome each, remembers their readings by header, and closes
   * the drop. `fileIndex` of the progress is the place among the choices.
   */
  importDrop(
    args: {
      readonly dropId: number;
      readonly choices: readonly TableChoice[];
      readonly origin: ImportOrigin;
      readonly today: EpochDay;
      readonly nowMs: number;
    },
    signal?: AbortSignal,
    onProgress?: OnProgress,
  ): Promise<readonly ImportOutcome[]>;
  /** Notes what could not be read among the refused files, and forgets the drop. */
  closeDrop(args: { readonly dropId: number; readonly nowMs: number }): Promise<void>;
  /** What one import changed when it was made: against the imports before it. */
  restatement(args: { readonly importId: number }, signal?: AbortSignal, onProgress?: OnProgress): Promise<Restatement>;
  /** The rejected rows under their header, in the file's own delimiter, ready to be mended and dropped in again. */
  rejectedFile(args: { readonly importId: number }, signal?: AbortSignal): Promise<Blob>;
  /** Refused files, newest first. */
  attempts(args: Record<never, never>, signal?: AbortSignal): Promise<readonly RefusedAttempt[]>;
  mappings(args: Record<never, never>, signal?: AbortSignal): Promise<readonly SavedMapping[]>;
  saveMappings(args: { readonly mappings: readonly SavedMapping[] }): Promise<Result<void, StoreRefusal>>;
  deleteMapping(args: { readonly fingerprint: string }): Promise<Result<void, StoreRefusal>>;
  /** Ascending by id; only those with something to look at. */
  findings(args: Record<never, never>, signal?: AbortSignal, onProgress?: OnProgress): Promise<readonly Finding[]>;
  backup(
    args: { readonly passphrase: string | null; readonly nowMs: number },
    signal?: AbortSignal,
    onProgress?: OnProgress,
  ): Promise<Result<Blob, StoreRefusal>>;
  backupSummary(args: { readonly file: Blob }, signal?: AbortSignal): Promise<Result<BackupSummary, RestoreRefusal>>;
  /** Afterwards the store holds what the backup held and nothing else. */
  restore(
    args: { readonly file: Blob; readonly passphrase: string | null; readonly today: EpochDay },
    signal?: AbortSignal,
    onProgress?: OnProgress,
  ): Promise<Result<EngineStatus, RestoreRefusal>>;
  /** Drops stored rows that no figure is made of, where that is worth it; resolves to how many. */
  compact(args: Record<never, never>, signal?: AbortSignal): Promise<number>;
  /** Newest first. */
  imports(args: Record<never, never>, signal?: AbortSignal): Promise<readonly ImportRecord[]>;
  /** In file order. */
  rejectedRows(args: { readonly importId: number }, signal?: AbortSignal): Promise<readonly RejectedRow[]>;
  /** Afterwards every figure is as if these had never been imported. */
  deleteImports(
    args: { readonly importIds: readonly number[]; readonly today: EpochDay },
    signal?: AbortSignal,
  ): Promise<Result<EngineStatus, StoreRefusal>>;
  /** Removes the database; nothing is left but the page. */
  eraseEverything(
    args: { readonly today: EpochDay },
    signal?: AbortSignal,
  ): Promise<Result<EngineStatus, StoreRefusal>>;
  saveSettings(
    args: { readonly settings: Settings; readonly today: EpochDay },
    signal?: AbortSignal,
  ): Promise<Result<EngineStatus, StoreRefusal>>;
  series(args: SeriesArgs, signal?: AbortSignal, onProgress?: OnProgress): Promise<SeriesResult>;
  lenderSeries(args: SeriesArgs, signal?: AbortSignal, onProgress?: OnProgress): Promise<LenderSeriesResult>;
  cohorts(args: CohortArgs, signal?: AbortSignal, onProgress?: OnProgress): Promise<CohortResult>;
  /** The whole numbers that cohort measures are made of; ascending by cohort. */
  cohortSums(
    args: { readonly grain: "week" | "month"; readonly filter: Filter },
    signal?: AbortSignal,
    onProgress?: OnProgress,
  ): Promise<readonly CohortSums[]>;
  growth(args: { readonly filter: Filter }, signal?: AbortSignal, onProgress?: OnProgress): Promise<GrowthResult>;
  lenderStates(
    args: { readonly filter: Filter },
    signal?: AbortSignal,
    onProgress?: OnProgress,
  ): Promise<LenderStatesResult>;
  /** Ascending by id. */
  checks(args: Record<never, never>, signal?: AbortSignal): Promise<readonly Check[]>;
  coverage(args: Record<never, never>, signal?: AbortSignal): Promise<CoverageResult>;
  rows(args: RowsArgs, signal?: AbortSignal, onProgress?: OnProgress): Promise<RowsPage>;
}

export type EngineMethod = keyof EngineMethods;

/** Page to worker. */
export type EngineRequest =
  | { readonly type: "call"; readonly id: number; readonly method: EngineMethod; readonly args: unknown }
  | { readonly type: "cancel"; readonly id: number };

/** Worker to page. */
export type EngineReply =
  | { readonly type: "answer"; readonly id: number; readonly value: unknown }
  | { readonly type: "failure"; readonly id: number; readonly name: string; readonly message: string }
  | { readonly type: "progress"; readonly id: number; readonly progress: Progress }
  /** The stored data changed, here or in another tab. */
  | { readonly type: "dataChanged"; readonly dataVersion: number };
