import type { RefusedAttempt } from "#src/domain/imports.ts";
import type { SavedMapping } from "#src/domain/reading.ts";
import type { Settings } from "#src/domain/switches.ts";

import type { LedgerDatabase } from "./database.ts";
import type { Summary } from "./ledgerStore.ts";
import type { Writer } from "./ledgerWrites.ts";
import { encodeMapping } from "./mappingRows.ts";
import { encodeSummary } from "./summaryRows.ts";

/** Older refused files are forgotten. */
export const ATTEMPTS_KEPT = 200;

export async function putSettings(db: LedgerDatabase, writer: Writer, settings: Settings): Promise<void> {
  await db.transaction("rw", db.meta, db.settings, async () => {
    await writer.metaOf(db);
    await db.settings.put({ key: "settings", settings });
  });
}

/** @returns false when the ledger has moved on, and nothing was written */
export async function putSummaries(
  db: LedgerDatabase,
  writer: Writer,
  { dataVersion, summaries }: { readonly dataVersion: number; readonly summaries: readonly Summary[] },
): Promise<boolean> {
  const rows = summaries.map((summary) => encodeSummary(summary, dataVersion));
  return db.transaction("rw", db.meta, db.summaries, async () => {
    const meta = await writer.metaOf(db);
    if (meta.dataVersion !== dataVersion) return false;
    await db.summaries.bulkPut(rows);
    return true;
  });
}

export async function putMappings(
  db: LedgerDatabase,
  writer: Writer,
  mappings: readonly SavedMapping[],
): Promise<void> {
  const rows = mappings.map(encodeMapping);
  await db.transaction("rw", db.meta, db.mappings, async () => {
    await writer.metaOf(db);
    await db.mappings.bulkPut(rows);
  });
}

export async function removeMapping(db: LedgerDatabase, writer: Writer, fingerprint: string): Promise<void> {
  await db.transaction("rw", db.meta, db.mappings, async () => {
    await writer.metaOf(db);
    await db.mappings.delete(fingerprint);
  });
}

export async function putAttempts(
  db: LedgerDatabase,
  writer: Writer,
  attempts: readonly RefusedAttempt[],
): Promise<void> {
  await db.transaction("rw", db.meta, db.attempts, async () => {
    await writer.metaOf(db);
    const last = (await db.attempts.toCollection().last())?.id ?? 0;
    await db.attempts.bulkPut(attempts.map((attempt, place) => ({ id: last + 1 + place, attempt })));
    await db.attempts
      .where("id")
      .belowOrEqual(last + attempts.length - ATTEMPTS_KEPT)
      .delete();
  });
}

export async function putLastBackup(db: LedgerDatabase, writer: Writer, lastBackupMs: number): Promise<void> {
  await db.transaction("rw", db.meta, async () => {
    const meta = await writer.metaOf(db);
    await db.meta.put({ ...meta, lastBackupMs });
  });
}
