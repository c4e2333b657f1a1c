const DATABASE = "dipper-backup-folder";
const TABLE = "folder";
const KEY = "chosen";

/** What of a folder's handle is used; browsers give more, and the types of the language know less. */
export interface Folder {
  readonly name: string;
  getFileHandle(name: string, options?: { readonly create?: boolean }): Promise<FolderFile>;
  queryPermission(asked: { readonly mode: "readwrite" }): Promise<PermissionState>;
  requestPermission(asked: { readonly mode: "readwrite" }): Promise<PermissionState>;
}

export interface FolderFile {
  getFile(): Promise<File>;
  /** What is written stands beside the file until it is closed, and takes its place whole then. */
  createWritable(): Promise<WritableStream<Uint8Array>>;
}

/** The chosen folder, kept beside the store: only IndexedDB can keep a handle. */
export interface FolderKeeper {
  read(): Promise<Folder | undefined>;
  write(folder: Folder): Promise<void>;
  /** Leaves no database behind. */
  forget(): Promise<void>;
}

/** @param factory  undefined where the browser has none: nothing is remembered then */
export function createFolderKeeper(factory: IDBFactory | undefined): FolderKeeper {
  const run = async <Value>(mode: IDBTransactionMode, ask: (table: IDBObjectStore) => IDBRequest<Value>) => {
    if (!factory) return undefined;
    const opening = factory.open(DATABASE, 1);
    opening.addEventListener("upgradeneeded", () => opening.result.createObjectStore(TABLE));
    const database = await answerOf(opening);
    try {
      return await answerOf(ask(database.transaction(TABLE, mode).objectStore(TABLE)));
    } finally {
      database.close();
    }
  };
  return {
    async read() {
      // Opening it would make it, and most never choose a folder.
      const there = await factory?.databases();
      if (there?.every(({ name }) => name !== DATABASE) !== false) return undefined;
      // Nothing else is ever written to it.
      return (await run("readonly", (table) => table.get(KEY) as IDBRequest<Folder | undefined>)) ?? undefined;
    },
    async write(folder) {
      await run("readwrite", (table) => table.put(folder, KEY));
    },
    async forget() {
      if (factory) await answerOf(factory.deleteDatabase(DATABASE));
    },
  };
}

function answerOf<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("the folder could not be remembered")));
  });
}
