import type { LedgerColumns, RowIdentity } from "./columns.ts";
import type { EpochDay } from "./units.ts";

/** Names one immutable block of rows: the import that wrote it and its place in that import. */
export interface PartitionKey {
  readonly importId: number;
  readonly ordinal: number;
}

/** One immutable block of rows, as written by one import. */
export interface Partition {
  readonly ordinal: number;
  readonly columns: LedgerColumns;
  readonly identity: RowIdentity;
}

/** What is known of a stored partition before any of its blocks is read. */
export interface PartitionInfo extends PartitionKey {
  readonly rows: number;
  readonly firstDay: EpochDay;
  readonly lastDay: EpochDay;
  readonly hasIds: boolean;
}

/** Rows of one partition that a later row of the same identity stands over (ID3). */
export interface Supersession extends PartitionKey {
  /** Row numbers, ascending. */
  readonly rows: Uint32Array;
}

/**
 * Rows of one partition that figures are made of: every row but those marked dead.
 */
export interface LedgerPart {
  readonly columns: LedgerColumns;
  /** 1 where a later import holds the same row; undefined when no row is dead. */
  readonly dead: Uint8Array | undefined;
}

/** Names behind the codes of columns. Code 0 of products and channels is the empty name: none. */
export interface Dictionaries {
  readonly lenders: readonly string[];
  readonly products: readonly string[];
  readonly channels: readonly string[];
}
