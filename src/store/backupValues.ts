/**
 * A stored row as bytes: the length of its JSON, the JSON, then its buffers one after another. What JSON has no words
 * for is an object whose first key is `$`.
 */
export function rowToBytes(row: unknown): Uint8Array<ArrayBuffer> {
  const buffers: Uint8Array[] = [];
  let size = 0;
  const json = toWire(row, (buffer) => {
    const place = { at: size, length: buffer.byteLength };
    buffers.push(new Uint8Array(buffer));
    size += buffer.byteLength;
    return place;
  });
  const text = new TextEncoder().encode(JSON.stringify(json));
  const bytes = new Uint8Array(4 + text.length + size);
  new DataView(bytes.buffer).setUint32(0, text.length, true);
  bytes.set(text, 4);
  let at = 4 + text.length;
  for (const buffer of buffers) {
    bytes.set(buffer, at);
    at += buffer.length;
  }
  return bytes;
}

/**
 * The row that `rowToBytes` was given.
 *
 * @throws an error of any kind when the bytes are none of its
 */
export function rowFromBytes(bytes: Uint8Array): unknown {
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true);
  const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(slice(bytes, 4, length));
  const json: unknown = JSON.parse(text);
  return fromWire(json, bytes.subarray(4 + length));
}

type Place = (buffer: ArrayBuffer) => { readonly at: number; readonly length: number };

const VIEWS = { Uint8Array, Uint16Array, Uint32Array, Int32Array, Float64Array } as const;
type ViewName = keyof typeof VIEWS;

function toWire(value: unknown, place: Place): unknown {
  switch (typeof value) {
    case "undefined":
      return { $: "undefined" };
    case "number":
      if (Number.isFinite(value) && !Object.is(value, -0)) return value;
      return { $: "number", text: Object.is(value, -0) ? "-0" : String(value) };
    case "string":
    case "boolean":
      return value;
    case "object":
      return value === null ? null : objectToWire(value, place);
    case "bigint":
    case "function":
    case "symbol":
      throw new TypeError(`no row holds a ${typeof value}`);
  }
}

function objectToWire(value: object, place: Place): unknown {
  if (value instanceof ArrayBuffer) return { $: "ArrayBuffer", ...place(value) };
  if (ArrayBuffer.isView(value)) {
    const { buffer, byteOffset, byteLength } = value;
    const kind = Object.keys(VIEWS).find((name) => Object.prototype.toString.call(value) === `[object ${name}]`);
    if (kind === undefined) throw new TypeError("no row holds such an array");
    const bytes = new Uint8Array(buffer, byteOffset, byteLength).slice();
    return { $: kind, ...place(bytes.buffer) };
  }
  if (Array.isArray(value)) return value.map((held) => toWire(held, place));
  const entries = Object.entries(value).map(([key, held]) => [key, toWire(held, place)] as const);
  return entries.some(([key]) => key === "$") ? { $: "record", entries } : Object.fromEntries(entries);
}

function fromWire(json: unknown, buffers: Uint8Array): unknown {
  if (typeof json !== "object" || json === null) return json;
  if (Array.isArray(json)) return json.map((held) => fromWire(held, buffers));
  const entries = Object.entries(json);
  if (!("$" in json)) return Object.fromEntries(entries.map(([key, held]) => [key, fromWire(held, buffers)]));
  return specialFromWire(new Map<string, unknown>(entries), buffers);
}

function specialFromWire(json: ReadonlyMap<string, unknown>, buffers: Uint8Array): unknown {
  const kind = json.get("$");
  if (kind === "undefined") return undefined;
  if (kind === "number") return Number(json.get("text"));
  if (kind === "record") return recordFromWire(json.get("entries"), buffers);
  const buffer = slice(buffers, Number(json.get("at")), Number(json.get("length"))).buffer;
  if (kind === "ArrayBuffer") return buffer;
  if (typeof kind === "string" && kind in VIEWS) return new VIEWS[kind as ViewName](buffer);
  throw new TypeError("no such kind of value");
}

function recordFromWire(entries: unknown, buffers: Uint8Array): unknown {
  if (!Array.isArray(entries)) throw new TypeError("no entries");
  const pairs: unknown[] = entries;
  return Object.fromEntries(
    pairs.map((pair) => {
      if (!Array.isArray(pair)) throw new TypeError("no entry");
      const entry: unknown[] = pair;
      return [String(entry[0]), fromWire(entry[1], buffers)];
    }),
  );
}

function slice(bytes: Uint8Array, at: number, length: number): Uint8Array<ArrayBuffer> {
  const isWithin = Number.isInteger(at) && Number.isInteger(length) && at >= 0 && length >= 0;
  if (!isWithin || at + length > bytes.length) throw new RangeError("outside the row");
  return new Uint8Array(bytes.subarray(at, at + length));
}
