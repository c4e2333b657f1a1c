import type { LedgerColumns } from "#src/domain/columns.ts";
import type { StoredPartition } from "#src/store/blockFormat.ts";
import type { DictionaryRow } from "#src/store/dictionaryRows.ts";
import type { ImportRow, RejectsRow, SupersessionRow } from "#src/store/importRows.ts";
import type { MappingRow } from "#src/store/mappingRows.ts";
import type { SummaryRow } from "#src/store/summaryRows.ts";
import type { TableRow } from "#src/store/tableRows.ts";

type Writable<Row> = { -readonly [Field in keyof Row]: Row[Field] };

/** Rows as they lie in their tables; blocks by their part. */
interface RawRows {
  columns: StoredPartition["columns"];
  hashes: StoredPartition["hashes"];
  texts: StoredPartition["texts"];
  dictionaries: DictionaryRow;
  supersessions: SupersessionRow;
  rejects: RejectsRow;
  imports: ImportRow;
  summaries: SummaryRow;
  tableRows: TableRow;
  mappings: MappingRow;
}

export type StoredColumn = Exclude<keyof LedgerColumns, "rows">;

/** The database as IndexedDB itself has it, under the store. */
export async function openRaw(
  name: string,
  version?: number,
  upgrade: (db: IDBDatabase) => void = () => undefined,
): Promise<IDBDatabase> {
  const request = indexedDB.open(name, version);
  request.addEventListener("upgradeneeded", () => upgrade(request.result));
  await new Promise((resolve, reject) => {
    request.addEventListener("success", resolve);
    request.addEventListener("error", () => reject(new Error(request.error?.message)));
  });
  return request.result;
}

export async function deleteRaw(name: string): Promise<void> {
  const request = indexedDB.deleteDatabase(name);
  await new Promise((resolve) => request.addEventListener("success", resolve));
}

/** Every row of every table, by table. */
export async function dump(name: string): Promise<Record<string, unknown[]>> {
  const db = await openRaw(name);
  const rows: Record<string, unknown[]> = {};
  for (const table of db.objectStoreNames) {
    const request = db.transaction(table).objectStore(table).getAll();
    await new Promise((resolve) => request.addEventListener("success", resolve));
    rows[table] = request.result;
  }
  db.close();
  return rows;
}

/** All that a database holds but what says which one it is, and what can be made again. */
export async function contentOf(name: string): Promise<Record<string, unknown[]>> {
  const { meta: _, summaries: __, ...rest } = await dump(name);
  return rest;
}

/** Writes a row again as damage left it. */
export async function damage<Kind extends keyof RawRows>(
  name: string,
  { kind, key }: { readonly kind: Kind; readonly key: IDBValidKey },
  spoil: (row: Writable<RawRows[Kind]>) => void,
): Promise<void> {
  const table = kind === "columns" || kind === "hashes" || kind === "texts" ? "blocks" : kind;
  const db = await openRaw(name);
  const tx = db.transaction(table, "readwrite");
  const request = tx.objectStore(table).get(key);
  request.addEventListener("success", () => {
    // IndexedDB tells no types; the store wrote rows of this one.
    const row = request.result as Writable<RawRows[Kind]>;
    spoil(row);
    tx.objectStore(table).put(row);
  });
  await new Promise((resolve) => tx.addEventListener("complete", resolve));
  db.close();
}

/** Inverts one bit of a stored buffer. */
export function flip(buffer: unknown, at = 3): void {
  if (!(buffer instanceof ArrayBuffer)) throw new TypeError("not a buffer");
  new Uint8Array(buffer)[at]! ^= 1;
}
