import { SECONDS_A_DAY } from "#src/domain/calendar.ts";
import type { LedgerColumns } from "#src/domain/columns.ts";
import type { ImportRecord } from "#src/domain/imports.ts";
import type { Partition, PartitionInfo, Supersession } from "#src/domain/ledger.ts";
import { epochDay, type EpochDay } from "#src/domain/units.ts";
import type { DecodedBlock, DecodedFile, DecodeFile } from "#src/ingest/decodedFile.ts";
import { findDuplicates, type Duplicates } from "#src/ingest/duplicates.ts";
import type { ImportDraft, LedgerStore } from "#src/store/ledgerStore.ts";

import { CodeMap } from "./codeMap.ts";
import { importRecord } from "./importRecord.ts";
import type { Ledger, LedgerAddition } from "./ledger.ts";
import type { ImportArgs, ImportOutcome } from "./protocol.ts";
import { valueOf } from "./storeFault.ts";

/** Files above this are written block by block while they are still being read. */
const STAGED_ABOVE_BYTES = 32 * 1024 * 1024;

/** A file on its way in, and what it is set against. */
export interface FileJob {
  readonly store: LedgerStore;
  readonly decode: DecodeFile;
  readonly ledger: Ledger;
  readonly zone: string;
  readonly args: ImportArgs;
  readonly file: File;
  readonly importId: number;
  /** The import of a content hash, stored or waiting to be. */
  readonly findBySha: (sha256: string) => ImportRecord | undefined;
  readonly signal: AbortSignal | undefined;
  readonly onBytes: (bytesDone: number, rows: number) => void;
}

/** An import that is ready to be committed, and the ledger with it. */
export interface TakenFile {
  readonly draft: ImportDraft;
  readonly ledger: Ledger;
  /** Whether a row stored before is no longer in force. */
  readonly standsOverStored: boolean;
}

export interface FileResult {
  readonly outcome: ImportOutcome;
  readonly taken: TakenFile | undefined;
}

/** One block with the dictionaries' codes; its texts are let go once it is staged. */
export interface TakenBlock {
  readonly partition: Partition;
  readonly info: PartitionInfo;
  /** Physical line of a row. */
  readonly lineOf: (row: number) => number;
}

/**
 * Reads one file and sets its rows against all rows before it. Nothing is durable yet but staged
 * blocks, which stay invisible; a file that comes to nothing leaves neither those nor its names.
 */
export async function takeFile(job: FileJob): Promise<FileResult> {
  const { store, file, importId } = job;
  const dictionaries = await job.ledger.dictionaries();
  const [lenders, products, channels] = [
    dictionaries.lenders.size,
    dictionaries.products.size,
    dictionaries.channels.size,
  ];
  const isStaged = file.size > STAGED_ABOVE_BYTES;
  const forget = async (): Promise<void> => {
    dictionaries.lenders.truncate(lenders);
    dictionaries.products.truncate(products);
    dictionaries.channels.truncate(channels);
    if (isStaged) await store.unstage(importId);
  };
  let isTaken = false;
  try {
    const result = await readFile(job, isStaged);
    isTaken = result.taken !== undefined;
    return result;
  } finally {
    if (!isTaken) await forget();
  }
}

async function readFile(job: FileJob, isStaged: boolean): Promise<FileResult> {
  const { store, file, importId, signal } = job;
  const dictionaries = await job.ledger.dictionaries();
  const codes = new CodeMap(dictionaries);
  const blocks: TakenBlock[] = [];
  let rows = 0;
  const decoded = await job.decode(file, {
    zone: job.zone,
    ...(signal ? { signal } : {}),
    onProgress: (bytes) => job.onBytes(bytes, rows),
    onBlock: async (block) => {
      const partition = codes.toPartition(block, blocks.length);
      rows += partition.columns.rows;
      if (isStaged) valueOf(await store.stage(importId, [partition]));
      blocks.push(takenBlock(partition, block, { importId, isStaged }));
    },
  });
  const fileName = file.name;
  const { sha256 } = decoded;
  if (decoded.type === "refused") {
    return { outcome: { type: "refused", fileName, sha256, refusal: decoded.refusal }, taken: undefined };
  }
  const known = job.findBySha(sha256);
  if (known) return { outcome: knownOutcome(fileName, known), taken: undefined };
  return settleFile(job, { sha256, file: decoded.file, blocks, isStaged });
}

function knownOutcome(fileName: string, { importId, sha256, counts }: ImportRecord): ImportOutcome {
  const none = { accepted: 0, replaced: 0, rejected: 0, ignored: 0 };
  return { type: "known", fileName, sha256, importId, counts: { ...none, read: counts.read, duplicate: counts.read } };
}

function takenBlock(
  partition: Partition,
  { lines }: DecodedBlock,
  { importId, isStaged }: { readonly importId: number; readonly isStaged: boolean },
): TakenBlock {
  const { columns, identity, ordinal } = partition;
  const info: PartitionInfo = {
    importId,
    ordinal,
    rows: columns.rows,
    ...daysOf(columns),
    hasIds: identity.ids !== undefined,
  };
  const textless = { ...partition, identity: { ...identity, ids: undefined, lots: undefined } };
  return { partition: isStaged ? textless : partition, info, lineOf: lineReader(lines) };
}

/** Lines that follow one another, as they nearly always do, need not be kept one by one. */
function lineReader(lines: Uint32Array): (row: number) => number {
  const first = lines[0] ?? 0;
  if ((lines.at(-1) ?? 0) - first === lines.length - 1) return (row) => first + row;
  return (row) => lines[row]!;
}

function daysOf({ instant }: LedgerColumns): { readonly firstDay: EpochDay; readonly lastDay: EpochDay } {
  let first = Infinity;
  let last = 0;
  for (const at of instant) {
    if (at < first) first = at;
    if (at > last) last = at;
  }
  return { firstDay: epochDay(Math.floor(first / SECONDS_A_DAY)), lastDay: epochDay(Math.floor(last / SECONDS_A_DAY)) };
}

/** A file that was read to its end. */
export interface ReadFile {
  readonly sha256: string;
  readonly file: DecodedFile;
  readonly blocks: readonly TakenBlock[];
  readonly isStaged: boolean;
}

async function settleFile(job: FileJob, read: ReadFile): Promise<FileResult> {
  const { ledger } = job;
  const duplicates = await duplicatesOf(ledger, read);
  const supersessions = supersessionsOf(duplicates, ledger, read.blocks);
  const record = importRecord(job, { read, duplicates, lenders: (await ledger.dictionaries()).lenders });
  const draft: ImportDraft = {
    record,
    partitions: read.isStaged ? [] : read.blocks.map(({ partition }) => partition),
    partitionInfos: read.blocks.map(({ info }) => info),
    supersessions,
    rejects: read.file.rejects,
  };
  return {
    outcome: { type: "imported", fileName: job.file.name, record },
    taken: {
      draft,
      ledger: await ledger.plus(read.blocks.map(addition(read.isStaged)), supersessions),
      standsOverStored: duplicates.storedSuperseded.size > 0,
    },
  };
}

/** Of a staged block only the columns stay in memory: the book is made of them next. */
function addition(isStaged: boolean): (block: TakenBlock) => LedgerAddition {
  return ({ info, partition: { columns, identity } }) => {
    const { hashLow, hashHigh, ids, lots } = identity;
    if (isStaged) return { info, columns, hashes: undefined, texts: undefined };
    return { info, columns, hashes: { hashLow, hashHigh }, texts: { ids, lots } };
  };
}

async function duplicatesOf(ledger: Ledger, { blocks, isStaged }: ReadFile): Promise<Duplicates> {
  const stored = [];
  for (const [index, { rows }] of ledger.infos.entries()) {
    stored.push({ rows, hashes: await ledger.hashes(index), dead: await ledger.dead(index) });
  }
  return findDuplicates({
    own: blocks.map(({ info, partition }) => ({ rows: info.rows, hashes: partition.identity, dead: undefined })),
    stored,
    ownContent: async (block) => {
      const { partition, info } = blocks[block]!;
      return {
        columns: partition.columns,
        texts: isStaged ? await ledger.storedTexts(info) : partition.identity,
      };
    },
    storedContent: async (block) => ({
      columns: (await ledger.part(block)).columns,
      texts: await ledger.texts(block),
    }),
  });
}

function supersessionsOf(duplicates: Duplicates, ledger: Ledger, blocks: readonly TakenBlock[]): Supersession[] {
  const named = ({ importId, ordinal }: PartitionInfo, rows: Uint32Array): Supersession => ({
    importId,
    ordinal,
    rows,
  });
  const { infos } = ledger;
  return [
    ...[...duplicates.storedSuperseded].map(([block, rows]) => named(infos[block]!, rows)),
    ...[...duplicates.ownSuperseded].map(([block, rows]) => named(blocks[block]!.info, rows)),
  ];
}
