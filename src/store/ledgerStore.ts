import type { StoreRefusalCode } from "#src/domain/codes.ts";
import type { LedgerColumns, RowIdentity } from "#src/domain/columns.ts";
import type { FileRefusal, ImportRecord, RefusedAttempt, RejectedRow } from "#src/domain/imports.ts";
import type { Dictionaries, Partition, PartitionInfo, PartitionKey, Supersession } from "#src/domain/ledger.ts";
import type { SavedMapping } from "#src/domain/reading.ts";
import type { Result } from "#src/domain/result.ts";
import type { Settings } from "#src/domain/switches.ts";
import type { StoredTable, TableData } from "#src/domain/tables.ts";

export interface StoreRefusal {
  readonly code: StoreRefusalCode;
  /** English: what happened and what to do. */
  readonly message: string;
  /** The import whose stored data is damaged, where it is one. */
  readonly importId?: number;
  readonly fileName?: string;
}

/** What the store holds, small enough to read at once. */
export interface StoreState {
  /** Raised by one in every transaction that changes the ledger. */
  readonly dataVersion: number;
  /** The number the next import takes; never used twice, nor one that another tab stages under. */
  readonly nextImportId: number;
  /** Ascending by importId. */
  readonly imports: readonly ImportRecord[];
  /** Ascending by importId, then ordinal. */
  readonly partitions: readonly PartitionInfo[];
  readonly settings: Settings;
  /** Device time of the last backup that was verified; null when there was none. */
  readonly lastBackupMs: number | null;
}

/** Rows of a partition that one import stands over. */
export interface SupersessionBy extends Supersession {
  readonly byImport: number;
}

/** A backup's content is not what its maker wrote, or cannot be opened. */
export type BackupRefusal = FileRefusal | StoreRefusal;

export interface BackupOptions {
  /** Undefined writes it unencrypted. */
  readonly passphrase: string | undefined;
  /** Stamped into the file and remembered as the last backup; told by the page. */
  readonly nowMs: number;
  readonly signal?: AbortSignal | undefined;
  /** Bytes done of about `total`. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** What a backup says of itself before any of its parts is read. */
export interface BackupSummary {
  readonly madeAtMs: number;
  readonly imports: number;
  readonly rows: number;
  readonly isEncrypted: boolean;
}

/** What compaction makes of one import: its blocks without the rows that others stand over. */
export interface CompactedImport {
  readonly record: ImportRecord;
  readonly partitions: readonly Partition[];
  readonly partitionInfos: readonly PartitionInfo[];
}

/** One import, ready to be written whole. */
export interface ImportDraft {
  readonly record: ImportRecord;
  /** Empty when they were staged. */
  readonly partitions: readonly Partition[];
  /** Index of all its partitions, staged or not. */
  readonly partitionInfos: readonly PartitionInfo[];
  /** Rows of earlier imports, or of its own, that rows of this import stand over. */
  readonly supersessions: readonly Supersession[];
  readonly rejects: readonly RejectedRow[];
  /** Rows of a dataset beside the ledger; such an import has no partitions. */
  readonly table?: TableData;
}

/**
 * Names that the dictionaries gain; they are appended and keep their codes for ever. Never the empty
 * name: products and channels have it as code 0 from the start.
 */
export type DictionaryGrowth = Dictionaries;

/**
 * What a metric keeps so that it need not read rows again: any structured-cloneable value whose
 * bulk is in typed arrays. It counts only while both versions match.
 */
export interface Summary {
  readonly name: string;
  /** Version of the code that made it. */
  readonly metricVersion: number;
  readonly value: unknown;
}

export interface Commit {
  /** What the caller believes the store's dataVersion to be; a mismatch writes nothing. */
  readonly dataVersion: number;
  readonly imports: readonly ImportDraft[];
  readonly growth: DictionaryGrowth;
  /** Written with the dataVersion that this commit makes. Summaries of other names stay, and become stale. */
  readonly summaries: readonly Summary[];
}

export type CommitOutcome =
  | { readonly type: "committed"; readonly dataVersion: number }
  /** Another tab was quicker: re-read the state and decide again. Nothing was written. */
  | { readonly type: "outdated" }
  /** An import with the same content hash is there already. Nothing was written. */
  | { readonly type: "known"; readonly sha256: string };

/**
 * Where the ledger is kept. The browser's is IndexedDB; the report's is memory. All or nothing: a
 * method that changes something either resolves after it is durable, or leaves no trace.
 */
export interface LedgerStore {
  /** Opens, removes what an unfinished import staged, and reads the state. */
  open(): Promise<Result<StoreState, StoreRefusal>>;
  /** The same object until something of it changes, so asking often is cheap. */
  readState(): Promise<Result<StoreState, StoreRefusal>>;
  /** Writes blocks of a large import ahead of its commit; they are invisible until then. */
  stage(importId: number, partitions: readonly Partition[]): Promise<Result<void, StoreRefusal>>;
  unstage(importId: number): Promise<void>;
  commit(commit: Commit): Promise<Result<CommitOutcome, StoreRefusal>>;
  /** Removes imports with their partitions, supersessions and rejects, in one transaction. */
  deleteImports(importIds: readonly number[], dataVersion: number): Promise<Result<CommitOutcome, StoreRefusal>>;
  readColumns(key: PartitionKey): Promise<Result<LedgerColumns, StoreRefusal>>;
  readHashes(key: PartitionKey): Promise<Result<Pick<RowIdentity, "hashLow" | "hashHigh">, StoreRefusal>>;
  readTexts(key: PartitionKey): Promise<Result<Pick<RowIdentity, "ids" | "lots">, StoreRefusal>>;
  readDictionaries(): Promise<Result<Dictionaries, StoreRefusal>>;
  /** Of all imports that are there, ascending by `byImport`. */
  readSupersessions(): Promise<Result<readonly SupersessionBy[], StoreRefusal>>;
  /** Every import's rows of a dataset beside the ledger, ascending by importId. */
  readTables(dataset: StoredTable["dataset"]): Promise<Result<readonly StoredTable[], StoreRefusal>>;
  /** @throws when they are damaged */
  readRejects(importId: number): Promise<readonly RejectedRow[]>;
  /** Undefined when absent, damaged, of another metric version or of another dataVersion. */
  readSummary(name: string, metricVersion: number, dataVersion: number): Promise<unknown>;
  /** Writes summaries for a dataVersion that must still be the store's; resolves to false when it is not. */
  writeSummaries(dataVersion: number, summaries: readonly Summary[]): Promise<boolean>;
  saveSettings(settings: Settings): Promise<Result<void, StoreRefusal>>;
  /** By name. */
  readMappings(): Promise<Result<readonly SavedMapping[], StoreRefusal>>;
  /** A mapping of the same fingerprint is replaced. */
  saveMappings(mappings: readonly SavedMapping[]): Promise<Result<void, StoreRefusal>>;
  deleteMapping(fingerprint: string): Promise<Result<void, StoreRefusal>>;
  /** The last 200 refused files, newest first. */
  readAttempts(): Promise<Result<readonly RefusedAttempt[], StoreRefusal>>;
  addAttempts(attempts: readonly RefusedAttempt[]): Promise<Result<void, StoreRefusal>>;
  /**
   * Rewrites imports without rows that no figure is made of, and forgets who stood over them, in one
   * transaction; raises the dataVersion, and keeps the summaries, since no figure changes.
   */
  compact(
    compacted: readonly CompactedImport[],
    gone: readonly { readonly byImport: number; readonly importId: number; readonly ordinal: number }[],
    dataVersion: number,
  ): Promise<Result<CommitOutcome, StoreRefusal>>;
  /** One file of everything, read back and compared before this resolves. */
  backup(options: BackupOptions): Promise<Result<Blob, StoreRefusal>>;
  readBackupSummary(file: Blob): Promise<Result<BackupSummary, BackupRefusal>>;
  /**
   * Puts a backup in the place of all that is stored: staged beside it, checked to its last byte, then flipped in one
   * transaction into a new generation. Whatever fails before leaves the store untouched.
   */
  restore(
    file: Blob,
    options: Pick<BackupOptions, "passphrase" | "signal" | "onProgress">,
  ): Promise<Result<StoreState, BackupRefusal>>;
  /** Deletes the database itself; the next one counts its dataVersion on from this one's. */
  erase(): Promise<Result<void, StoreRefusal>>;
  /** Calls back after every commit, deletion or erasure, in this tab or another; returns how to stop. */
  watch(onChange: (dataVersion: number) => void): () => void;
  close(): void;
}
