import { accepted, refused, type Result } from "#src/domain/result.ts";

import { isUnreadable } from "./backup.ts";
import { openBackup, readRows, type OpenedBackup } from "./backupFile.ts";
import { BackupRefused, readHead, refuseDamaged } from "./backupFormat.ts";
import { renumbered, type KindRow, type RowOf } from "./backupRows.ts";
import { BLOCKS_A_PARTITION } from "./blockFormat.ts";
import { joinNames, type DictionaryName, type DictionarySizes } from "./dictionaryRows.ts";
import type { BackupOptions, BackupRefusal, BackupSummary } from "./ledgerStore.ts";
import { BACKUP_CHANGED } from "./refusals.ts";

/** Rows that are staged while the backup is read; the others are few and go with the flip. */
export type StagedRow = Extract<KindRow, { kind: "supersessions" | "rejects" | "tableRows" | "blocks" }>;

/** What takes the place of everything, beside the rows that were staged. */
export interface RestoredLedger {
  readonly imports: readonly RowOf["imports"][];
  readonly dictionaries: readonly RowOf["dictionaries"][];
  readonly dictionarySizes: DictionarySizes;
  readonly settings: readonly RowOf["settings"][];
  readonly mappings: readonly RowOf["mappings"][];
  readonly attempts: readonly RowOf["attempts"][];
  readonly nextImportId: number;
  readonly madeAtMs: number;
  /** How many of each were staged. */
  readonly staged: Readonly<Record<StagedRow["kind"], number>>;
}

/** How a store lets a backup take its place. */
export interface RestoreTarget {
  /** Takes numbers that no import has for these; resolves to how much greater they are. */
  readonly reserve: (importIds: readonly number[], nextImportId: number) => Promise<number>;
  /** Writes rows that nobody sees yet, some megabytes at once. */
  readonly stage: (rows: readonly StagedRow[]) => Promise<void>;
  /** Puts the backup in the place of all there was, in one go. */
  readonly flip: (restored: RestoredLedger) => Promise<void>;
  /** Removes what was staged; never fails. */
  readonly discard: () => Promise<void>;
}

type RestoreOptions = Pick<BackupOptions, "passphrase" | "signal" | "onProgress">;

const STAGED_AT_ONCE_BYTES = 8_000_000;
const STAGED_AT_ONCE = 256;

/** @throws the AbortError of its signal, with nothing changed */
export async function restoreInto(
  target: RestoreTarget,
  file: Blob,
  options: RestoreOptions,
): Promise<Result<void, BackupRefusal>> {
  return unlessRefused(async () => {
    const backup = await openBackup(file, options.passphrase);
    try {
      await target.flip(await stageAll(target, backup, options));
    } catch (error) {
      await target.discard();
      throw error;
    }
  });
}

export async function summaryOf(file: Blob): Promise<Result<BackupSummary, BackupRefusal>> {
  return unlessRefused(async () => {
    const { madeAtMs, imports, rows, encryption } = (await readHead(file)).head;
    return { madeAtMs, imports, rows, isEncrypted: encryption !== null };
  });
}

async function unlessRefused<Value>(work: () => Promise<Value>): Promise<Result<Value, BackupRefusal>> {
  try {
    return accepted(await work());
  } catch (error) {
    if (error instanceof BackupRefused) return refused(error.refusal);
    if (isUnreadable(error)) return refused(BACKUP_CHANGED);
    throw error;
  }
}

async function stageAll(
  target: RestoreTarget,
  backup: OpenedBackup,
  { signal, onProgress }: RestoreOptions,
): Promise<RestoredLedger> {
  const { file, head, manifest } = backup;
  const few: Few = { imports: [], dictionaries: [], settings: [], mappings: [], attempts: [] };
  const ledger = new StagedLedger();
  let more: number | undefined;
  let batch: StagedRow[] = [];
  let batchBytes = 0;
  const flush = async (): Promise<void> => {
    if (batch.length > 0) await target.stage(batch);
    batch = [];
    batchBytes = 0;
  };
  const reserved = async (): Promise<number> => {
    const importIds = few.imports.map(({ importId }) => importId);
    if (importIds.some((id) => id >= manifest.nextImportId)) refuseDamaged("an import has no number");
    return target.reserve(importIds, manifest.nextImportId);
  };
  for await (const { byteOffset, sizeBytes, ...one } of readRows(backup)) {
    signal?.throwIfAborted();
    onProgress?.(byteOffset, file.size);
    if (!isStaged(one)) {
      keep(few, ledger, one);
      continue;
    }
    more ??= await reserved();
    ledger.add(one);
    // It stays a row of its kind.
    batch.push(renumbered(one, more) as StagedRow);
    batchBytes += sizeBytes;
    if (batchBytes >= STAGED_AT_ONCE_BYTES || batch.length >= STAGED_AT_ONCE) await flush();
  }
  more ??= await reserved();
  await flush();
  signal?.throwIfAborted();
  ledger.requireComplete();
  const shift = more;
  return {
    ...few,
    imports: few.imports.map((row) => renumberedImport(row, shift)),
    dictionarySizes: sizesOf(few.dictionaries),
    nextImportId: manifest.nextImportId + shift,
    madeAtMs: head.madeAtMs,
    staged: ledger.counts,
  };
}

interface Few {
  readonly imports: RowOf["imports"][];
  readonly dictionaries: RowOf["dictionaries"][];
  readonly settings: RowOf["settings"][];
  readonly mappings: RowOf["mappings"][];
  readonly attempts: RowOf["attempts"][];
}

function isStaged(one: KindRow): one is StagedRow {
  return one.kind === "blocks" || one.kind === "tableRows" || one.kind === "rejects" || one.kind === "supersessions";
}

function keep(few: Few, ledger: StagedLedger, one: Exclude<KindRow, StagedRow>): void {
  switch (one.kind) {
    case "imports":
      ledger.addImport(one.row);
      few.imports.push(one.row);
      break;
    case "dictionaries":
      few.dictionaries.push(one.row);
      break;
    case "settings":
      few.settings.push(one.row);
      break;
    case "mappings":
      few.mappings.push(one.row);
      break;
    case "attempts":
      few.attempts.push(one.row);
      break;
  }
}

function renumberedImport(row: RowOf["imports"], more: number): RowOf["imports"] {
  const one = renumbered({ kind: "imports", row }, more);
  return one.kind === "imports" ? one.row : row;
}

/** @throws BackupRefused when names are missing: the others would have other codes */
function sizesOf(rows: readonly RowOf["dictionaries"][]): DictionarySizes {
  const size = (name: DictionaryName): number =>
    rows.reduce((sum, { dictionary, count }) => sum + (dictionary === name ? count : 0), 0);
  const sizes = { lenders: size("lenders"), products: size("products"), channels: size("channels") };
  const names = joinNames(rows, sizes);
  if (!names || names.products[0] !== "" || names.channels[0] !== "") {
    refuseDamaged("its lists of names are not whole");
  }
  return sizes;
}

/** Which rows a backup brought, by what its imports say of themselves. */
class StagedLedger {
  readonly counts = { supersessions: 0, rejects: 0, tableRows: 0, blocks: 0 };
  readonly #imports = new Map<number, { blocks: number; tableRows: number }>();
  readonly #hashes = new Set<string>();
  readonly #keys = new Set<string>();

  addImport({ importId, sha256, infos }: RowOf["imports"]): void {
    const isFirst = !this.#imports.has(importId) && !this.#hashes.has(sha256);
    if (!isFirst || !Number.isInteger(importId) || importId < 1) refuseDamaged("an import is in it twice");
    this.#imports.set(importId, { blocks: infos.length * BLOCKS_A_PARTITION, tableRows: 0 });
    this.#hashes.add(sha256);
  }

  add(one: StagedRow): void {
    const by = one.kind === "supersessions" ? one.row.byImport : one.row.importId;
    const held = this.#imports.get(by);
    const key = `${one.kind}/${keyOf(one).join("/")}`;
    if (!held || this.#keys.has(key)) refuseDamaged(`${one.kind} of no import`);
    this.#keys.add(key);
    this.counts[one.kind] += 1;
    if (one.kind === "blocks") held.blocks -= 1;
    if (one.kind !== "tableRows") return;
    if (one.row.ordinal === 0) held.tableRows += one.row.blocks;
    held.tableRows -= 1;
  }

  requireComplete(): void {
    for (const { blocks, tableRows } of this.#imports.values()) {
      if (blocks !== 0 || tableRows !== 0) refuseDamaged("rows of an import are missing");
    }
  }
}

function keyOf(one: StagedRow): readonly (number | string)[] {
  switch (one.kind) {
    case "supersessions":
      return [one.row.byImport, one.row.importId, one.row.ordinal];
    case "rejects":
      return [one.row.importId, one.row.from];
    case "tableRows":
      return [one.row.importId, one.row.ordinal];
    case "blocks":
      return [one.row.importId, one.row.ordinal, one.row.part];
  }
}
