import type { DatasetName, TableName } from "#src/domain/datasets.ts";
import type { Container, FileLayout, ImportOrigin, ImportRecord } from "#src/domain/imports.ts";
import type { PartitionInfo, Supersession } from "#src/domain/ledger.ts";
import type { ImportMode, Reading } from "#src/domain/reading.ts";
import type { StoredTable } from "#src/domain/tables.ts";
import type { EpochDay } from "#src/domain/units.ts";
import type { DecodedFile, DecodeFile } from "#src/ingest/decodedFile.ts";
import { findDuplicates, type Duplicates } from "#src/ingest/identity/duplicates.ts";
import type { ImportDraft, LedgerStore } from "#src/store/ledgerStore.ts";

import { CodeMap } from "./codeMap.ts";
import { importRecord } from "./importRecord.ts";
import { dictionarySizes, type Ledger, type LedgerAddition } from "./ledger.ts";
import type { ImportOutcome, LostValues } from "./protocol.ts";
import { REJECTED_HEADERS } from "./rejectedFile.ts";
import { rowsOnDays, unitedRows } from "./replacedDays.ts";
import { valueOf } from "./storeFault.ts";
import { takenBlock, type Keeping, type TakenBlock } from "./takenBlock.ts";
import { takeTable } from "./takeTable.ts";

/** Files above this are written block by block while they are still being read. */
const STAGED_ABOVE_BYTES = 32 * 1024 * 1024;

/** One table that waits to be taken. */
export interface QueuedTable {
  /** For showing: `june.zip › 2024-06-01.csv`. */
  readonly fileName: string;
  readonly container: Container | undefined;
  readonly content: Blob;
  readonly reading: Reading | undefined;
  /** Undefined: merge where the file has a txn_id, replace days where it has none. */
  readonly mode: ImportMode | undefined;
  /** As its sketch says. */
  readonly dataset: DatasetName | undefined;
}

/** What every table of a queue has in common. */
export interface QueueStamp {
  readonly origin: ImportOrigin;
  /** The device's day in the platform's zone. */
  readonly today: EpochDay;
  readonly nowMs: number;
}

/** A table on its way in, and what it is set against. */
export interface FileJob {
  readonly store: LedgerStore;
  readonly decode: DecodeFile;
  readonly ledger: Ledger;
  /** Rows of a dataset beside the ledger that were there before, in the order they came. */
  readonly tablesBefore: (dataset: TableName) => Promise<readonly StoredTable[]>;
  readonly zone: string;
  readonly stamp: QueueStamp;
  readonly table: QueuedTable;
  readonly importId: number;
  /** The import of a content hash, stored or waiting to be. */
  readonly findBySha: (sha256: string) => ImportRecord | undefined;
  /** Nothing is written ahead of a commit, because there will be none. */
  readonly isPreview: boolean;
  readonly signal: AbortSignal | undefined;
  readonly onBytes: (bytesDone: number, rows: number) => void;
}

/** An import that is ready to be committed, and the ledger with it. */
export interface TakenFile {
  readonly draft: ImportDraft;
  readonly ledger: Ledger;
  /** Whether a row stored before is no longer in force. */
  readonly standsOverStored: boolean;
  /** Of a table beside the ledger. */
  readonly lostValues?: readonly LostValues[];
}

export interface FileResult {
  readonly outcome: ImportOutcome;
  readonly taken: TakenFile | undefined;
}

/**
 * Reads one table and sets its rows against all rows before it. Nothing is durable yet but staged
 * blocks, which stay invisible; a table that comes to nothing leaves neither those nor its names.
 */
export async function takeFile(job: FileJob): Promise<FileResult> {
  const { store, table, importId } = job;
  const { sizes, truncate } = await dictionarySizes(job.ledger);
  const isLarge = table.content.size > STAGED_ABOVE_BYTES;
  const keeping: Keeping = !isLarge ? "memory" : job.isPreview ? "spilled" : "staged";
  let isTaken = false;
  try {
    const result = await readFile(job, keeping);
    isTaken = result.taken !== undefined;
    return result;
  } finally {
    if (!isTaken) {
      truncate(sizes);
      if (keeping === "staged") await store.unstage(importId);
    }
  }
}

async function readFile(job: FileJob, keeping: Keeping): Promise<FileResult> {
  const { store, table, importId, signal } = job;
  const { content, reading, dataset, fileName } = table;
  const codes = new CodeMap(await job.ledger.dictionaries());
  const blocks: TakenBlock[] = [];
  let rows = 0;
  const decoded = await job.decode(content, {
    zone: job.zone,
    ...(reading ? { reading } : {}),
    ...(dataset ? { dataset } : {}),
    ...(signal ? { signal } : {}),
    onProgress: (bytes) => job.onBytes(bytes, rows),
    onBlock: async (block) => {
      const partition = codes.toPartition(block, blocks.length);
      rows += partition.columns.rows;
      if (keeping === "staged") valueOf(await store.stage(importId, [partition]));
      blocks.push(takenBlock(partition, { job, lines: block.lines, keeping }));
    },
  });
  const { sha256 } = decoded;
  if (decoded.type === "refused") {
    return { outcome: { type: "refused", fileName, sha256, refusal: decoded.refusal }, taken: undefined };
  }
  const known = job.findBySha(sha256);
  if (known) return { outcome: knownOutcome(fileName, known), taken: undefined };
  if (decoded.type === "decodedTable") return takeTable(job, sha256, decoded.table);
  return settleFile(job, { sha256, file: decoded.file, blocks, isStaged: keeping === "staged" });
}

function knownOutcome(fileName: string, { importId, sha256, counts }: ImportRecord): ImportOutcome {
  const none = { accepted: 0, replaced: 0, rejected: 0, ignored: 0 };
  return { type: "known", fileName, sha256, importId, counts: { ...none, read: counts.read, duplicate: counts.read } };
}

/** A file of the ledger that was read to its end. */
export interface ReadFile {
  readonly sha256: string;
  readonly file: DecodedFile;
  readonly blocks: readonly TakenBlock[];
  readonly isStaged: boolean;
}

async function settleFile(job: FileJob, read: ReadFile): Promise<FileResult> {
  const { ledger } = job;
  const duplicates = await duplicatesOf(ledger, read);
  const mode = job.table.mode ?? defaultMode(read.file.layout);
  const record = importRecord(job, { read, mode, duplicates, lenders: (await ledger.dictionaries()).lenders });
  const replaced = mode === "replace_days" ? await rowsOnDays(ledger, record.days) : new Map<number, Uint32Array>();
  const stood = unitedRows(duplicates.storedSuperseded, replaced);
  const supersessions = [
    ...supersessionsOf(stood, ledger.infos),
    ...supersessionsOf(
      duplicates.ownSuperseded,
      read.blocks.map(({ info }) => info),
    ),
  ];
  const draft: ImportDraft = {
    record,
    partitions: read.isStaged ? [] : read.blocks.map(({ partition }) => partition),
    partitionInfos: read.blocks.map(({ info }) => info),
    supersessions,
    rejects: read.file.rejects,
  };
  return {
    outcome: { type: "imported", fileName: job.table.fileName, record },
    taken: {
      draft,
      ledger: await ledger.plus(read.blocks.map(addition(read.isStaged)), supersessions),
      standsOverStored: stood.size > 0,
    },
  };
}

/** Mended rows belong to days whose other rows were taken: without ids they must not replace these. */
function defaultMode({ mapping, unused }: FileLayout): ImportMode {
  const isMended = REJECTED_HEADERS.every((header) => unused.includes(header));
  return isMended || mapping.some(({ column }) => column === "txn_id") ? "merge" : "replace_days";
}

/** Of a staged block only the columns stay in memory: the book is made of them next. */
function addition(isStaged: boolean): (block: TakenBlock) => LedgerAddition {
  return ({ info, partition: { columns, identity }, readTexts }) => {
    const { hashLow, hashHigh } = identity;
    return { info, columns, hashes: isStaged ? undefined : { hashLow, hashHigh }, readTexts };
  };
}

async function duplicatesOf(ledger: Ledger, { blocks }: ReadFile): Promise<Duplicates> {
  const stored = [];
  for (const [index, { rows }] of ledger.infos.entries()) {
    stored.push({ rows, hashes: await ledger.hashes(index), dead: await ledger.dead(index) });
  }
  return findDuplicates({
    own: blocks.map(({ info, partition }) => ({ rows: info.rows, hashes: partition.identity, dead: undefined })),
    stored,
    ownContent: async (block) => ({
      columns: blocks[block]!.partition.columns,
      texts: await blocks[block]!.readTexts(),
    }),
    storedContent: async (block) => ({
      columns: (await ledger.part(block)).columns,
      texts: await ledger.texts(block),
    }),
  });
}

function supersessionsOf(
  rowsByBlock: ReadonlyMap<number, Uint32Array>,
  infos: readonly PartitionInfo[],
): Supersession[] {
  return [...rowsByBlock].map(([block, rows]) => {
    const { importId, ordinal } = infos[block]!;
    return { importId, ordinal, rows };
  });
}
