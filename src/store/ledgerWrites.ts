import type { Partition } from "#src/domain/ledger.ts";

import { BLOCKS_A_PARTITION, encodePartition, type StoredBlock } from "./blockFormat.ts";
import { repeatedHash, requireNames } from "./commitRules.ts";
import { Refusing } from "./connection.ts";
import { blocksOf, deleteRowsOf, runsOf, type LedgerDatabase, type MetaRow } from "./database.ts";
import { dictionaryRow, packGrowth, sizesAfter } from "./dictionaryRows.ts";
import { encodeImport, encodeRejects, encodeSupersessions } from "./importRows.ts";
import type { Commit, CommitOutcome } from "./ledgerStore.ts";
import { TAKEN, UNSTAGED } from "./refusals.ts";
import { encodeSummary } from "./summaryRows.ts";
import { encodeTable } from "./tableRows.ts";

/** Who writes, and how it finds the ledger that it knows. */
export interface Writer {
  readonly owner: string;
  /** Names this one change. */
  readonly mark: string;
  readonly metaOf: (db: LedgerDatabase) => Promise<MetaRow>;
}

/** One transaction over every table; all that can be made beforehand is made before it begins. */
export async function writeCommit(db: LedgerDatabase, writer: Writer, commit: Commit): Promise<CommitOutcome> {
  requireNames(commit.growth);
  const { imports } = commit;
  const importIds = imports.map(({ record }) => record.importId);
  const importRows = imports.map(encodeImport);
  const blocks = imports.flatMap(({ record, partitions }) =>
    partitions.flatMap((partition) => blocksOfOne(record.importId, partition)),
  );
  const supersessions = imports.flatMap(encodeSupersessions);
  const rejects = imports.flatMap(encodeRejects);
  const tableRows = imports.flatMap(encodeTable);
  const growth = packGrowth(commit.growth);
  const dataVersion = commit.dataVersion + 1;
  const summaries = commit.summaries.map((summary) => encodeSummary(summary, dataVersion));

  return db.transaction("rw", db.tables, async () => {
    const meta = await writer.metaOf(db);
    if (meta.dataVersion !== commit.dataVersion || !importIds.every((id) => isFree(meta, writer.owner, id))) {
      return { type: "outdated" };
    }
    const hashes = importRows.map((row) => row.sha256);
    const stored = new Set(await db.imports.where("sha256").anyOf(hashes).uniqueKeys());
    const sha256 = repeatedHash(imports, (hash) => stored.has(hash));
    if (sha256 !== undefined) return { type: "known", sha256 };

    await db.imports.bulkAdd(importRows);
    await db.blocks.bulkPut(blocks);
    for (const { importId, infos } of importRows) {
      const held = await blocksOf(db, importId).count();
      if (held !== infos.length * BLOCKS_A_PARTITION) throw new Refusing(UNSTAGED);
    }
    await db.supersessions.bulkAdd(supersessions);
    await db.rejects.bulkAdd(rejects);
    await db.tableRows.bulkAdd(tableRows);
    await db.dictionaries.bulkAdd(
      growth.map((packed) => dictionaryRow(packed, meta.dictionarySizes[packed.dictionary])),
    );
    await db.summaries.bulkPut(summaries);
    await db.meta.put({
      ...meta,
      dataVersion,
      nextImportId: Math.max(meta.nextImportId, ...importIds.map((id) => id + 1)),
      dictionarySizes: sizesAfter(meta.dictionarySizes, commit.growth),
      lastChange: writer.mark,
      staged: meta.staged.filter(({ importId }) => !importIds.includes(importId)),
    });
    return { type: "committed", dataVersion };
  });
}

/** Imports that are not there are passed over. */
export async function removeImports(
  db: LedgerDatabase,
  writer: Writer,
  { importIds, dataVersion }: { readonly importIds: readonly number[]; readonly dataVersion: number },
): Promise<CommitOutcome> {
  return db.transaction("rw", db.tables, async () => {
    const meta = await writer.metaOf(db);
    if (meta.dataVersion !== dataVersion) return { type: "outdated" };
    const there = await db.imports
      .where("importId")
      .anyOf([...importIds])
      .primaryKeys();
    for (const { from, to } of runsOf(there)) {
      await deleteRowsOf(db, from, to);
      await db.supersessions.where("importId").between(from, to, true, true).delete();
    }
    await db.summaries.clear();
    await db.meta.put({ ...meta, dataVersion: dataVersion + 1, lastChange: writer.mark });
    return { type: "committed", dataVersion: dataVersion + 1 };
  });
}

/** A transaction a partition, so that readers wait for a few megabytes at most. */
export async function stageBlocks(
  db: LedgerDatabase,
  writer: Writer,
  { importId, partitions }: { readonly importId: number; readonly partitions: readonly Partition[] },
): Promise<void> {
  for (const partition of partitions) {
    const blocks = blocksOfOne(importId, partition);
    await db.transaction("rw", db.meta, db.blocks, async () => {
      const meta = await writer.metaOf(db);
      if (!isFree(meta, writer.owner, importId)) throw new Refusing(TAKEN);
      if (!meta.staged.some((entry) => entry.importId === importId)) {
        await db.meta.put({ ...meta, staged: [...meta.staged, { importId, owner: writer.owner }] });
      }
      await db.blocks.bulkPut(blocks);
    });
  }
}

/** Removes what was staged: for one import by this writer, for all of its own, or by all other writers. */
export async function removeStaged(
  db: LedgerDatabase,
  writer: Writer,
  which: number | "own" | "others",
): Promise<void> {
  await db.transaction("rw", db.tables, async () => {
    const meta = await writer.metaOf(db);
    const gone = meta.staged.filter(({ importId, owner }) =>
      which === "others" ? owner !== writer.owner : owner === writer.owner && (which === "own" || importId === which),
    );
    if (gone.length === 0) return;
    for (const { from, to } of runsOf(gone.map(({ importId }) => importId))) await deleteRowsOf(db, from, to);
    await db.meta.put({ ...meta, staged: meta.staged.filter((entry) => !gone.includes(entry)) });
  });
}

// A number is used once: by its import, or by the one that staged blocks under it.
function isFree(meta: MetaRow, owner: string, importId: number): boolean {
  const entry = meta.staged.find((staged) => staged.importId === importId);
  return entry ? entry.owner === owner : importId >= meta.nextImportId;
}

/** The three blocks of a partition. */
export function blocksOfOne(importId: number, partition: Partition): StoredBlock[] {
  const { columns, hashes, texts } = encodePartition(importId, partition);
  return [columns, hashes, texts];
}
