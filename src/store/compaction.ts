import { BLOCKS_A_PARTITION } from "./blockFormat.ts";
import { isIntact } from "./checksum.ts";
import { Refusing } from "./connection.ts";
import { blocksOf, type LedgerDatabase } from "./database.ts";
import { encodeImport } from "./importRows.ts";
import type { CommitOutcome, CompactedImport } from "./ledgerStore.ts";
import { blocksOfOne, type Writer } from "./ledgerWrites.ts";
import { UNSTAGED } from "./refusals.ts";
import { carriedOn } from "./summaryRows.ts";

/** Names the marks of one import upon one partition. */
interface GoneMark {
  readonly byImport: number;
  readonly importId: number;
  readonly ordinal: number;
}

interface Compaction {
  readonly compacted: readonly CompactedImport[];
  readonly gone: readonly GoneMark[];
  readonly dataVersion: number;
}

/** One transaction: an import is wholly as it was or wholly compacted, and summaries count on. */
export async function writeCompaction(
  db: LedgerDatabase,
  writer: Writer,
  { compacted, gone, dataVersion }: Compaction,
): Promise<CommitOutcome> {
  const importIds = compacted.map(({ record }) => record.importId);
  const importRows = compacted.map(encodeImport);
  const blocks = compacted.flatMap(({ record, partitions }) =>
    partitions.flatMap((partition) => blocksOfOne(record.importId, partition)),
  );
  return db.transaction("rw", db.tables, async () => {
    const meta = await writer.metaOf(db);
    if (meta.dataVersion !== dataVersion) return { type: "outdated" };
    const there = await db.imports.where("importId").anyOf(importIds).count();
    if (there !== importIds.length) return { type: "outdated" };

    for (const importId of importIds) await blocksOf(db, importId).delete();
    await db.blocks.bulkAdd(blocks);
    for (const { importId, infos } of importRows) {
      const held = await blocksOf(db, importId).count();
      if (held !== infos.length * BLOCKS_A_PARTITION) throw new Refusing(UNSTAGED);
    }
    await db.imports.bulkPut(importRows);
    await db.supersessions.bulkDelete(
      gone.map(({ byImport, importId, ordinal }): [number, number, number] => [byImport, importId, ordinal]),
    );
    const summaries = await db.summaries.filter((row) => row.dataVersion === dataVersion).toArray();
    await db.summaries.bulkPut(summaries.filter(isIntact).map(carriedOn));
    await db.meta.put({ ...meta, dataVersion: dataVersion + 1, lastChange: writer.mark });
    return { type: "committed", dataVersion: dataVersion + 1 };
  });
}
