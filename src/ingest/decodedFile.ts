import type { LedgerColumns, RowIdentity } from "#src/domain/columns.ts";
import type { DatasetName, TableName } from "#src/domain/datasets.ts";
import type {
  Container,
  ControlTotal,
  FileLayout,
  FileRefusal,
  RejectedRow,
  WarningCount,
} from "#src/domain/imports.ts";
import type { TableData } from "#src/domain/tables.ts";
import type { FileSketch, Reading } from "#src/domain/reading.ts";

/**
 * Up to `BLOCK_ROWS` accepted rows of a file, in file order. Codes of lenders, products and
 * channels are the file's own; each block brings the names it is the first to use, so that the
 * engine can turn them into the dictionaries' codes while the file is still being read.
 */
export interface DecodedBlock {
  /** Names first seen in this block; they continue the file's codes (lenders from 0, the others from 1). */
  readonly newLenders: readonly string[];
  /** Code 0 is none and is never sent. */
  readonly newProducts: readonly string[];
  readonly newChannels: readonly string[];
  readonly columns: LedgerColumns;
  readonly identity: RowIdentity;
  /** Physical line where each row begins. */
  readonly lines: Uint32Array;
}

/** What a file came to, beside its blocks. */
export interface DecodedFile {
  readonly layout: FileLayout;
  /** Rows below the header, whatever became of them. */
  readonly read: number;
  /** Rows delivered in blocks. */
  readonly rows: number;
  readonly rejected: number;
  readonly ignored: number;
  /** The first 100,000. */
  readonly rejects: readonly RejectedRow[];
  /** NO_TERM and what else one row alone can tell. */
  readonly warnings: readonly WarningCount[];
  readonly unknownTypes: readonly { readonly value: string; readonly count: number }[];
  readonly skippedLines: readonly { readonly line: number; readonly text: string }[];
  readonly controlTotals: readonly ControlTotal[];
}

/** A file of a dataset beside the ledger; its rows are few enough to come in one piece. */
export interface DecodedTable {
  readonly dataset: TableName;
  readonly layout: FileLayout;
  readonly read: number;
  readonly data: TableData;
  /** Physical line where each row begins. */
  readonly lines: Uint32Array;
  readonly rejected: number;
  readonly ignored: number;
  readonly rejects: readonly RejectedRow[];
  readonly warnings: readonly WarningCount[];
  readonly skippedLines: readonly { readonly line: number; readonly text: string }[];
}

export type DecodeOutcome =
  | { readonly type: "decoded"; readonly sha256: string; readonly file: DecodedFile }
  | { readonly type: "decodedTable"; readonly sha256: string; readonly table: DecodedTable }
  | { readonly type: "refused"; readonly sha256: string; readonly refusal: FileRefusal };

export interface DecodeOptions {
  /** Zone for stamps that carry an offset. */
  readonly zone: string;
  /** What somebody settled about the file; recognised where it is silent. */
  readonly reading?: Reading;
  /** What the file holds, as its sketch says. */
  readonly dataset?: DatasetName;
  readonly signal?: AbortSignal;
  /** The decoder waits for it before it goes on. A refused file may have delivered blocks: drop them. */
  readonly onBlock: (block: DecodedBlock) => void | Promise<void>;
  readonly onProgress?: (bytesDone: number) => void;
}

/** Reads a table to its end: in place, or through a worker. Aborting rejects with AbortError. */
export type DecodeFile = (file: Blob, options: DecodeOptions) => Promise<DecodeOutcome>;

/** One table as text: a file itself, what a gzip file holds, a member of a zip, or a sheet of a workbook. */
export interface UnpackedTable {
  /** For showing: `june.zip › 2024-06-01.csv`. */
  readonly fileName: string;
  readonly container: Container | undefined;
  /** The bytes of the text; a sheet comes as UTF-8 with commas, row n of the sheet on line n. */
  readonly content: Blob;
  /** False for a sheet that is hidden, or that is empty. */
  readonly isSuggested: boolean;
}

/** A part of a file that cannot be read, with the name to show. */
export interface UnpackRefusal {
  readonly fileName: string;
  readonly refusal: FileRefusal;
}

/** What a file holds: any number of tables, and what could not be unpacked, in file order. */
export interface Unpacked {
  readonly tables: readonly (UnpackedTable | UnpackRefusal)[];
}

export interface UnpackOptions {
  readonly signal?: AbortSignal;
  /** Bytes of the container that are behind. */
  readonly onProgress?: (bytesDone: number) => void;
}

/** Takes a file out of what it is packed in, by its content; a file of text is its own only table. */
export type UnpackFile = (file: File, options: UnpackOptions) => Promise<Unpacked>;

export interface SketchOptions {
  readonly reading?: Reading;
  readonly signal?: AbortSignal;
}

/** Looks at the first lines of a table; a refusal when it is no text at all. */
export type SketchFile = (table: Blob, options: SketchOptions) => Promise<FileSketch | FileRefusal>;

/** All that the engine asks of files. */
export interface FileReading {
  readonly unpack: UnpackFile;
  readonly sketch: SketchFile;
  readonly decode: DecodeFile;
}

/** Rows of a full block: 4 to 8 MB of columns. */
export const BLOCK_ROWS = 131_072;
