import type { StoreRefusalCode } from "#src/domain/codes.ts";
import type { DatasetName } from "#src/domain/datasets.ts";
import type { FileRefusal } from "#src/domain/imports.ts";
import type { Result } from "#src/domain/result.ts";
import type { Settings, Switches } from "#src/domain/switches.ts";
import type { EpochDay } from "#src/domain/units.ts";

import type { AcquisitionMethods } from "./contracts/acquisition.ts";
import type { ActivationMethods } from "./contracts/activation.ts";
import type { RetentionMethods } from "./contracts/cohortModes.ts";
import type { CohortMethods } from "./contracts/cohorts.ts";
import type { CreditMethods } from "./contracts/credit.ts";
import type { ImportMethods, ImportStep } from "./contracts/imports.ts";
import type { LenderMethods } from "./contracts/lenders.ts";
import type { LotMethods } from "./contracts/openLots.ts";
import type { PlatformMethods } from "./contracts/platform.ts";
import type { ProjectionMethods } from "./contracts/projection.ts";
import type { QualityMethods } from "./contracts/quality.ts";
import type { RowMethods } from "./contracts/rows.ts";
import type { SeriesMethods } from "./contracts/series.ts";
import type { TargetMethods } from "./contracts/targets.ts";

// Types alone: nothing is loaded.
/* oxlint-disable oxc/no-barrel-file */
export type * from "./contracts/acquisition.ts";
export type * from "./contracts/activation.ts";
export type * from "./contracts/cohortModes.ts";
export type * from "./contracts/cohorts.ts";
export type * from "./contracts/credit.ts";
export type * from "./contracts/imports.ts";
export type * from "./contracts/lenders.ts";
export type * from "./contracts/openLots.ts";
export type * from "./contracts/platform.ts";
export type * from "./contracts/projection.ts";
export type * from "./contracts/quality.ts";
export type * from "./contracts/rows.ts";
export type * from "./contracts/series.ts";
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

export interface Progress {
  /** In the unit of `total`: bytes for an import, rows for a computation. */
  readonly done: number;
  readonly total: number;
  readonly importStep?: ImportStep;
}

/** A backup that cannot be restored, or a store that cannot take it. */
export type RestoreRefusal = FileRefusal | StoreRefusal;

export interface BackupSummary {
  readonly madeAtMs: number;
  readonly imports: number;
  readonly rows: number;
  readonly isEncrypted: boolean;
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
    CohortMethods,
    CreditMethods,
    ImportMethods,
    LenderMethods,
    LotMethods,
    PlatformMethods,
    ProjectionMethods,
    QualityMethods,
    RetentionMethods,
    RowMethods,
    SeriesMethods,
    TargetMethods {
  /**
   * Opens the store and its summaries; call once before anything else. Figures are as of the last
   * day with rows that is not after `today`, or as of `asOf` when it is given.
   */
  open(args: OpenArgs, signal?: AbortSignal, onProgress?: OnProgress): Promise<Result<EngineStatus, StoreRefusal>>;
  status(args: Record<never, never>, signal?: AbortSignal): Promise<EngineStatus>;
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
  /** Removes the database; nothing is left but the page. */
  eraseEverything(
    args: { readonly today: EpochDay },
    signal?: AbortSignal,
  ): Promise<Result<EngineStatus, StoreRefusal>>;
  saveSettings(
    args: { readonly settings: Settings; readonly today: EpochDay },
    signal?: AbortSignal,
  ): Promise<Result<EngineStatus, StoreRefusal>>;
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
