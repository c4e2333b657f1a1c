import type { ImportRecord } from "#src/domain/imports.ts";

const WEEK_MS = 7 * 86_400_000;
const KEY = "dipper.backupReminder";

export interface BackupFacts {
  readonly imports: readonly Pick<ImportRecord, "origin" | "importedAtMs">[];
  /** Null when there was none. */
  readonly lastBackupMs: number | null;
  readonly nowMs: number;
  /** When the reader put the last reminder away. */
  readonly putAwayMs: number | null;
}

/**
 * Whether own imports have been without a backup for a week. A reminder that was put away stays away for another.
 */
export function isBackupDue({ imports, lastBackupMs, nowMs, putAwayMs }: BackupFacts): boolean {
  if (putAwayMs !== null && nowMs - putAwayMs < WEEK_MS) return false;
  const unsaved = imports
    .filter(({ origin, importedAtMs }) => origin === "own" && importedAtMs > (lastBackupMs ?? -1))
    .map(({ importedAtMs }) => importedAtMs);
  if (unsaved.length === 0) return false;
  const since = lastBackupMs ?? Math.min(...unsaved);
  return nowMs - since > WEEK_MS;
}

export function readPutAway(storage: Pick<Storage, "getItem"> | undefined): number | null {
  const text = storage?.getItem(KEY) ?? null;
  const putAwayMs = Number(text);
  return text === null || !Number.isFinite(putAwayMs) ? null : putAwayMs;
}

export function writePutAway(storage: Pick<Storage, "setItem"> | undefined, nowMs: number): void {
  try {
    storage?.setItem(KEY, String(nowMs));
  } catch (error) {
    // It is asked again at the next visit.
    if (!(error instanceof DOMException)) throw error;
  }
}
