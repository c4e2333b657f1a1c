import type { LedgerColumns, RowIdentity, TextColumn } from "#src/domain/columns.ts";
import type { Partition, PartitionKey } from "#src/domain/ledger.ts";

import { sealed, type Sealed } from "./checksum.ts";
import { exactBuffer } from "./exactCopy.ts";

/** A block says how it was written, so that a later version can read it without rewriting it. */
const FORMAT = 1;

interface BlockOf<Part extends string> extends PartitionKey {
  readonly part: Part;
  readonly format: typeof FORMAT;
  readonly rows: number;
}

/** What every scan reads: little-endian arrays, one a column. */
interface ColumnsBlock extends BlockOf<"columns"> {
  readonly instant: ArrayBuffer;
  readonly type: ArrayBuffer;
  readonly amount: ArrayBuffer;
  readonly lender: ArrayBuffer;
  readonly product: ArrayBuffer;
  readonly channel: ArrayBuffer;
  readonly termDays: ArrayBuffer;
  readonly annualRatePpm: ArrayBuffer | undefined;
  readonly interestDue: ArrayBuffer | undefined;
  readonly couponAmount: ArrayBuffer | undefined;
  readonly isAuto: ArrayBuffer | undefined;
}

/** What an import reads to find rows that are there already. */
interface HashesBlock extends BlockOf<"hashes"> {
  readonly hashLow: ArrayBuffer;
  readonly hashHigh: ArrayBuffer;
}

interface StoredText {
  readonly bytes: ArrayBuffer;
  readonly ends: ArrayBuffer;
}

/** What settles a match of hashes, and what the table of rows shows. */
interface TextsBlock extends BlockOf<"texts"> {
  readonly ids: StoredText | undefined;
  readonly lots: StoredText | undefined;
}

/** A partition as it is stored: in three blocks that are read apart. */
export interface StoredPartition {
  readonly columns: Sealed<ColumnsBlock>;
  readonly hashes: Sealed<HashesBlock>;
  readonly texts: Sealed<TextsBlock>;
}

export type BlockPart = keyof StoredPartition;
export type StoredBlock = StoredPartition[BlockPart];

export const BLOCKS_A_PARTITION = 3;

/** Shares the memory of arrays that cover their whole buffer: for storing, not for keeping. */
export function encodePartition(importId: number, { ordinal, columns, identity }: Partition): StoredPartition {
  const head = { importId, ordinal, format: FORMAT, rows: columns.rows } as const;
  return {
    columns: sealed<ColumnsBlock>({
      ...head,
      part: "columns",
      instant: exactBuffer(columns.instant),
      type: exactBuffer(columns.type),
      amount: exactBuffer(columns.amount),
      lender: exactBuffer(columns.lender),
      product: exactBuffer(columns.product),
      channel: exactBuffer(columns.channel),
      termDays: exactBuffer(columns.termDays),
      annualRatePpm: columns.annualRatePpm && exactBuffer(columns.annualRatePpm),
      interestDue: columns.interestDue && exactBuffer(columns.interestDue),
      couponAmount: columns.couponAmount && exactBuffer(columns.couponAmount),
      isAuto: columns.isAuto && exactBuffer(columns.isAuto),
    }),
    hashes: sealed<HashesBlock>({
      ...head,
      part: "hashes",
      hashLow: exactBuffer(identity.hashLow),
      hashHigh: exactBuffer(identity.hashHigh),
    }),
    texts: sealed<TextsBlock>({
      ...head,
      part: "texts",
      ids: encodeText(identity.ids),
      lots: encodeText(identity.lots),
    }),
  };
}

export function decodeColumns(block: ColumnsBlock): LedgerColumns {
  return {
    rows: block.rows,
    instant: new Uint32Array(block.instant),
    type: new Uint8Array(block.type),
    amount: new Float64Array(block.amount),
    lender: new Uint32Array(block.lender),
    product: new Uint16Array(block.product),
    channel: new Uint16Array(block.channel),
    termDays: new Uint16Array(block.termDays),
    ...(block.annualRatePpm && { annualRatePpm: new Int32Array(block.annualRatePpm) }),
    ...(block.interestDue && { interestDue: new Float64Array(block.interestDue) }),
    ...(block.couponAmount && { couponAmount: new Float64Array(block.couponAmount) }),
    ...(block.isAuto && { isAuto: new Uint8Array(block.isAuto) }),
  };
}

export function decodeHashes(block: HashesBlock): Pick<RowIdentity, "hashLow" | "hashHigh"> {
  return { hashLow: new Uint32Array(block.hashLow), hashHigh: new Uint32Array(block.hashHigh) };
}

export function decodeTexts(block: TextsBlock): Pick<RowIdentity, "ids" | "lots"> {
  return { ids: decodeText(block.ids), lots: decodeText(block.lots) };
}

function encodeText(text: TextColumn | undefined): StoredText | undefined {
  return text && { bytes: exactBuffer(text.bytes), ends: exactBuffer(text.ends) };
}

function decodeText(text: StoredText | undefined): TextColumn | undefined {
  return text && { bytes: new Uint8Array(text.bytes), ends: new Uint32Array(text.ends) };
}
