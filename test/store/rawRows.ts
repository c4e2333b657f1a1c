/** A stored value as JSON: what JSON has no words for is an object whose only first key is `$`. */
type JsonRecord = { readonly [key: string]: Json };
type Json = null | boolean | number | string | readonly Json[] | JsonRecord;

const VIEWS = {
  Uint8Array,
  Int8Array,
  Uint16Array,
  Int16Array,
  Uint32Array,
  Int32Array,
  Float32Array,
  Float64Array,
};

type ViewName = keyof typeof VIEWS;

/** A table as IndexedDB has it: how it is made, and every row with its key. */
interface RawTable {
  readonly keyPath: string | readonly string[] | null;
  readonly autoIncrement: boolean;
  readonly indexes: readonly {
    readonly name: string;
    readonly keyPath: string | readonly string[];
    readonly unique: boolean;
  }[];
  readonly rows: readonly { readonly key: Json; readonly value: Json }[];
}

export interface RawDatabase {
  /** Ten times Dexie's version. */
  readonly version: number;
  readonly tables: Readonly<Record<string, RawTable>>;
}

function toJson(value: unknown): Json {
  if (value === undefined) return { $: "undefined" };
  if (typeof value === "bigint") return { $: "bigint", text: value.toString() };
  if (typeof value === "number") {
    return Number.isFinite(value) && !Object.is(value, -0) ? value : { $: "number", text: numberText(value) };
  }
  if (value === null || typeof value === "boolean" || typeof value === "string") return value;
  if (value instanceof ArrayBuffer) return { $: "ArrayBuffer", base64: toBase64(value) };
  if (ArrayBuffer.isView(value)) {
    const exact = value.buffer.slice(value.byteOffset, value.byteOffset + value.byteLength);
    return { $: value.constructor.name, base64: toBase64(exact) };
  }
  if (Array.isArray(value)) return value.map(toJson);
  if (value instanceof Map) return { $: "Map", entries: [...value].map(toJson) };
  if (value instanceof Set) return { $: "Set", entries: [...value].map(toJson) };
  if (typeof value !== "object") throw new TypeError(`no row holds a ${typeof value}`);
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, toJson(held)]));
}

function fromJson(json: Json): unknown {
  if (json === null || typeof json !== "object") return json;
  if (Array.isArray(json)) return json.map(fromJson);
  const record = json as JsonRecord;
  const kind = record["$"];
  if (typeof kind !== "string") {
    return Object.fromEntries(Object.entries(record).map(([key, held]) => [key, fromJson(held)]));
  }
  return special(kind, record);
}

function special(kind: string, json: JsonRecord): unknown {
  switch (kind) {
    case "undefined":
      return undefined;
    case "bigint":
      return BigInt(textOf(json["text"]));
    case "number":
      return Number(json["text"]);
    case "ArrayBuffer":
      return fromBase64(textOf(json["base64"]));
    case "Map":
      return new Map((json["entries"] as Json[]).map((entry) => fromJson(entry) as [unknown, unknown]));
    case "Set":
      return new Set((json["entries"] as Json[]).map(fromJson));
    default:
      return new VIEWS[kind as ViewName](fromBase64(textOf(json["base64"])));
  }
}

function textOf(json: Json | undefined): string {
  if (typeof json !== "string") throw new TypeError("not a text");
  return json;
}

function numberText(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

function toBase64(buffer: ArrayBufferLike): string {
  return Buffer.from(new Uint8Array(buffer)).toString("base64");
}

function fromBase64(text: string): ArrayBuffer {
  return Uint8Array.from(Buffer.from(text, "base64")).buffer;
}

/** Every table of a database as it lies, without any code of the store. */
export async function exportRaw(db: IDBDatabase): Promise<RawDatabase> {
  const tables: Record<string, RawTable> = {};
  for (const name of db.objectStoreNames) {
    const store = db.transaction(name).objectStore(name);
    const keys = store.getAllKeys();
    const values = store.getAll();
    await new Promise((resolve) => values.addEventListener("success", resolve));
    const rows: readonly unknown[] = values.result;
    tables[name] = {
      keyPath: store.keyPath,
      autoIncrement: store.autoIncrement,
      indexes: Array.from(store.indexNames, (index) => {
        const { keyPath, unique } = store.index(index);
        return { name: index, keyPath, unique };
      }),
      rows: rows.map((value, at) => ({ key: toJson(keys.result[at]), value: toJson(value) })),
    };
  }
  return { version: db.version, tables };
}

/** Makes a database as it was exported, by IndexedDB alone; it is left closed. */
export async function importRaw(name: string, { version, tables }: RawDatabase): Promise<void> {
  const request = indexedDB.open(name, version);
  request.addEventListener("upgradeneeded", () => {
    for (const [table, { keyPath, autoIncrement, indexes, rows }] of Object.entries(tables)) {
      const path = typeof keyPath === "string" || keyPath === null ? keyPath : [...keyPath];
      const store = request.result.createObjectStore(table, { keyPath: path, autoIncrement });
      for (const index of indexes) {
        store.createIndex(index.name, typeof index.keyPath === "string" ? index.keyPath : [...index.keyPath], {
          unique: index.unique,
        });
      }
      for (const { key, value } of rows)
        store.put(fromJson(value), keyPath === null ? (fromJson(key) as IDBValidKey) : undefined);
    }
  });
  await new Promise((resolve, reject) => {
    request.addEventListener("success", resolve);
    request.addEventListener("error", () => reject(new Error(request.error?.message)));
  });
  request.result.close();
}
