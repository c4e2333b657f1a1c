import { Dexie, type Collection, type EntityTable, type Table, type Transaction } from "dexie";

import { accepted, refused, type Result } from "#src/domain/result.ts";
import type { RefusedAttempt } from "#src/domain/imports.ts";
import type { Settings } from "#src/domain/switches.ts";

import type { BlockPart, StoredBlock } from "./blockFormat.ts";
import {
  dictionaryRow,
  FIRST_NAMES,
  packGrowth,
  sizesAfter,
  type DictionaryName,
  type DictionaryRow,
  type DictionarySizes,
} from "./dictionaryRows.ts";
import type { ImportRow, RejectsRow, SupersessionRow } from "./importRows.ts";
import type { StoreRefusal } from "./ledgerStore.ts";
import { BLOCKED, NEWER, UNAVAILABLE, UNRESPONSIVE } from "./refusals.ts";
import { refusalOf } from "./storageErrors.ts";
import type { MappingRow } from "./mappingRows.ts";
import type { SummaryRow } from "./summaryRows.ts";
import type { TableRow } from "./tableRows.ts";

/**
 * The tables that each version adds, from version 1. A released version is never edited: the next is added at the end,
 * with its upgrade and a database of the version before it among the test fixtures.
 */
const VERSIONS: readonly Readonly<Record<string, string>>[] = [
  {
    imports: "importId, &sha256",
    blocks: "[importId+ordinal+part]",
    supersessions: "[byImport+importId+ordinal], importId",
    rejects: "[importId+from]",
    dictionaries: "[dictionary+from]",
    summaries: "name",
    meta: "key",
    settings: "key",
    views: "id",
  },
  // Rows of version 1 stay as they are: what they lack is absent.
  { tableRows: "[importId+ordinal]", mappings: "fingerprint", attempts: "++id" },
];

/** Of what is stored; a backup carries it too. */
export const SCHEMA_VERSION = VERSIONS.length;

/** Dexie multiplies its versions by ten. */
const NATIVE_VERSION = SCHEMA_VERSION * 10;

const OPTIONS = { chromeTransactionDurability: "strict", autoOpen: false, cache: "disabled" } as const;

const WITHIN_MS = 10_000;

// Chromium 156 says "blocked" also of a connection that is just closing.
const LET_GO_WITHIN_MS = 2_000;

/** The one row that every change of the ledger reads and writes. */
export interface MetaRow {
  readonly key: "ledger";
  /** Made with the database: another one means that the browser removed ours and began anew. */
  readonly generation: string;
  readonly dataVersion: number;
  readonly nextImportId: number;
  readonly dictionarySizes: DictionarySizes;
  /** Marks the change that wrote this row, so that its writer can tell after a broken connection. */
  readonly lastChange: string;
  /** Imports with blocks but no record yet, and the store that is writing them. */
  readonly staged: readonly { readonly importId: number; readonly owner: string }[];
  /** Device time; absent until a backup was verified. */
  readonly lastBackupMs?: number;
}

export interface SettingsRow {
  readonly key: "settings";
  readonly settings: Settings;
}

/** A refused file; ids grow with time. */
export interface AttemptRow {
  readonly id: number;
  readonly attempt: RefusedAttempt;
}

export type LedgerDatabase = Dexie & {
  imports: EntityTable<ImportRow, "importId">;
  blocks: Table<StoredBlock, [number, number, BlockPart]>;
  supersessions: Table<SupersessionRow, [number, number, number]>;
  rejects: Table<RejectsRow, [number, number]>;
  dictionaries: Table<DictionaryRow, [DictionaryName, number]>;
  summaries: EntityTable<SummaryRow, "name">;
  meta: EntityTable<MetaRow, "key">;
  settings: EntityTable<SettingsRow, "key">;
  tableRows: Table<TableRow, [number, number]>;
  mappings: EntityTable<MappingRow, "fingerprint">;
  attempts: EntityTable<AttemptRow, "id">;
};

/** A random name that nothing else has. */
export function freshMark(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (word) => word.toString(16).padStart(8, "0")).join("");
}

/** How to open: what a database made now starts from, or that none may be made in place of a lost one. */
export type OpenMode = { readonly firstDataVersion: number } | "existing";

/** Opens the database, or makes it. */
export async function openDatabase(name: string, mode: OpenMode): Promise<Result<LedgerDatabase, StoreRefusal>> {
  // The tables that the stores below make.
  const db = new Dexie(name, OPTIONS) as LedgerDatabase;
  VERSIONS.forEach((stores, before) => db.version(before + 1).stores(stores));
  db.on("populate", (tx) => begin(tx, mode));
  // Dexie's own handler would reopen at the next call, whatever version is there by then.
  db.on("versionchange", () => {
    db.close({ disableAutoOpen: true });
    return false;
  });
  const refusal = await unlessStuck(db, async () => {
    // Dexie 4 opens a database of a newer version, and would add to it the tables it lacks.
    if (await isNewer(name)) return NEWER;
    await db.open();
    return (db.backendDB()?.version ?? 0) > NATIVE_VERSION ? NEWER : undefined;
  });
  if (!refusal) return accepted(db);
  db.close({ disableAutoOpen: true });
  return refused(refusal);
}

/** Deletes the database; tabs that hold it let go of it. */
export async function deleteDatabase(name: string): Promise<Result<void, StoreRefusal>> {
  const db = new Dexie(name, OPTIONS);
  const refusal = await unlessStuck(db, async () => {
    await db.delete();
    return undefined;
  });
  return refusal ? refused(refusal) : accepted(undefined);
}

export function blocksOf(db: LedgerDatabase, importId: number): Collection<StoredBlock> {
  return db.blocks.where("[importId+ordinal+part]").between([importId], [importId, Dexie.maxKey]);
}

export function rejectsOf(db: LedgerDatabase, importId: number): Collection<RejectsRow> {
  return db.rejects.where("[importId+from]").between([importId], [importId, Dexie.maxKey]);
}

/** Deletes all that imports `from` to `to` have stored, their records and marks upon others included. */
export async function deleteRowsOf(db: LedgerDatabase, from: number, to: number): Promise<void> {
  const within = [[from], [to, Dexie.maxKey]] as const;
  await Promise.all([
    db.blocks
      .where("[importId+ordinal+part]")
      .between(...within)
      .delete(),
    db.rejects
      .where("[importId+from]")
      .between(...within)
      .delete(),
    db.tableRows
      .where("[importId+ordinal]")
      .between(...within)
      .delete(),
    db.supersessions
      .where("[byImport+importId+ordinal]")
      .between(...within)
      .delete(),
    db.imports.where("importId").between(from, to, true, true).delete(),
  ]);
}

/** Ascending numbers as runs of neighbours, so that many are deleted by few requests. */
export function runsOf(importIds: readonly number[]): { readonly from: number; readonly to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (const importId of importIds.toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && importId <= last.to + 1) last.to = importId;
    else runs.push({ from: importId, to: importId });
  }
  return runs;
}

function begin(tx: Transaction, mode: OpenMode): void {
  // Thrown at once, not as a rejection: that is what makes Dexie undo the making of the database.
  if (mode === "existing") throw new DOMException("the database is gone", "InvalidStateError");
  const meta: MetaRow = {
    key: "ledger",
    generation: freshMark(),
    dataVersion: mode.firstDataVersion,
    nextImportId: 1,
    dictionarySizes: sizesAfter({ lenders: 0, products: 0, channels: 0 }, FIRST_NAMES),
    lastChange: freshMark(),
    staged: [],
  };
  void tx.table("meta").add(meta);
  void tx.table("dictionaries").bulkAdd(packGrowth(FIRST_NAMES).map((packed) => dictionaryRow(packed, 0)));
}

async function unlessStuck(
  db: Dexie,
  work: () => Promise<StoreRefusal | undefined>,
): Promise<StoreRefusal | undefined> {
  const timers: ReturnType<typeof setTimeout>[] = [];
  const stuck = new Promise<StoreRefusal>((resolve) => {
    const giveUp = (refusal: StoreRefusal, afterMs: number): void => {
      timers.push(setTimeout(() => resolve(refusal), afterMs));
    };
    giveUp(UNRESPONSIVE, WITHIN_MS);
    db.on("blocked", () => {
      giveUp(BLOCKED, LET_GO_WITHIN_MS);
      return false;
    });
  });
  try {
    return await Promise.race([work().catch((error: unknown) => refusalOf(error, UNAVAILABLE)), stuck]);
  } finally {
    timers.forEach((timer) => clearTimeout(timer));
  }
}

async function isNewer(name: string): Promise<boolean> {
  // Firefox before 126 cannot list its databases; there the version is looked at after opening.
  const listed = "databases" in indexedDB ? await indexedDB.databases().catch(() => []) : [];
  return listed.some((found) => found.name === name && (found.version ?? 0) > NATIVE_VERSION);
}
