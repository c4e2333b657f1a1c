import type { RowRejection } from "#src/domain/codes.ts";
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
import type { FileSketch, ImportMode, Reading, SavedMapping } from "#src/domain/reading.ts";
import type { Result } from "#src/domain/result.ts";
import type { EpochDay } from "#src/domain/units.ts";

import type { EngineStatus, OnProgress, StoreRefusal } from "#src/engine/protocol.ts";

/** One import of the queue, as it goes. */
export interface ImportStep {
  readonly fileIndex: number;
  readonly fileName: string;
  readonly step: "reading" | "storing" | "done";
  readonly rows: number;
  /** With "done" once it is final: an import is reported done when it is read, and again when it is durable. */
  readonly outcome?: ImportOutcome;
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

export interface ImportMethods {
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
  /** Newest first. */
  imports(args: Record<never, never>, signal?: AbortSignal): Promise<readonly ImportRecord[]>;
  /** In file order. */
  rejectedRows(args: { readonly importId: number }, signal?: AbortSignal): Promise<readonly RejectedRow[]>;
  /** Afterwards every figure is as if these had never been imported. */
  deleteImports(
    args: { readonly importIds: readonly number[]; readonly today: EpochDay },
    signal?: AbortSignal,
  ): Promise<Result<EngineStatus, StoreRefusal>>;
}
