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

/** Writes a row again as damage left it. */
export async function damage(
  name: string,
  { table, key }: { readonly table: string; readonly key: IDBValidKey },
  spoil: (row: Record<string, unknown>) => void,
): Promise<void> {
  const db = await openRaw(name);
  const tx = db.transaction(table, "readwrite");
  const request = tx.objectStore(table).get(key);
  request.addEventListener("success", () => {
    spoil(request.result);
    tx.objectStore(table).put(request.result);
  });
  await new Promise((resolve) => tx.addEventListener("complete", resolve));
  db.close();
}

/** Inverts one bit of a stored buffer. */
export function flip(buffer: unknown, at = 3): void {
  if (!(buffer instanceof ArrayBuffer)) throw new TypeError("not a buffer");
  new Uint8Array(buffer)[at]! ^= 1;
}
