import type { LedgerColumns, RowIdentity } from "#src/domain/columns.ts";
import type { FileLayout, FileRefusal, RejectedRow, WarningCount } from "#src/domain/imports.ts";

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
}

export type DecodeOutcome =
  | { readonly type: "decoded"; readonly sha256: string; readonly file: DecodedFile }
  | { readonly type: "refused"; readonly sha256: string; readonly refusal: FileRefusal };

export interface DecodeOptions {
  /** Zone for stamps that carry an offset. */
  readonly zone: string;
  readonly signal?: AbortSignal;
  /** The decoder waits for it before it goes on. A refused file may have delivered blocks: drop them. */
  readonly onBlock: (block: DecodedBlock) => void | Promise<void>;
  readonly onProgress?: (bytesDone: number) => void;
}

/** How the engine reads a file: in place, or through a worker. Aborting rejects with AbortError. */
export type DecodeFile = (file: Blob, options: DecodeOptions) => Promise<DecodeOutcome>;

/** Rows of a full block: 4 to 8 MB of columns. */
export const BLOCK_ROWS = 131_072;
