const ODD = 0x9e3779b1 | 0;

// Bijective in `word` for a fixed state and in the state for a fixed word: a changed word changes the
// state, and every later step keeps the two states apart.
function mix(state: number, word: number): number {
  const product = Math.imul(state ^ word, ODD);
  return (product << 13) | (product >>> 19);
}

/**
 * A 32-bit checksum of bytes and their number. Changing any one byte changes it; changing more
 * escapes it once in 2³².
 */
export function checksum(bytes: Uint8Array): number {
  const { length } = bytes;
  if (bytes.byteOffset % 4 !== 0) return checksum(bytes.slice());
  const words = new Int32Array(bytes.buffer, bytes.byteOffset, length >>> 2);
  const fours = words.length & ~3;
  let state = mix(fourChains(words, fours), length);
  for (let at = fours; at < words.length; at++) state = mix(state, words[at]!);
  for (let at = words.length * 4; at < length; at++) state = mix(state, bytes[at]!);
  return state >>> 0;
}

// Four chains, since each step of one waits for the step before. Alone in its function: followed by a
// loop that has never run, V8 of Chromium 156 leaves it unoptimised, and ten times as slow.
function fourChains(words: Int32Array, end: number): number {
  let a = 1;
  let b = 2;
  let c = 3;
  let d = 4;
  for (let at = 0; at < end; at += 4) {
    a = mix(a, words[at]!);
    b = mix(b, words[at + 1]!);
    c = mix(c, words[at + 2]!);
    d = mix(d, words[at + 3]!);
  }
  return mix(mix(mix(a, b), c), d);
}

const KIND = {
  undefined: 1,
  null: 2,
  true: 3,
  false: 4,
  number: 5,
  string: 6,
  bigint: 7,
  array: 8,
  buffer: 9,
  view: 10,
  map: 11,
  set: 12,
  record: 13,
} as const;

const double = new Float64Array(1);
const halves = new Int32Array(double.buffer);

/**
 * A 32-bit checksum of a structured-cloneable value: of every number, text, key and buffer in it, and
 * of its shape. The order of keys counts; cloning keeps it.
 *
 * @throws TypeError for what a stored value has no use for: dates, errors, blobs, functions
 */
export function valueChecksum(value: unknown): number {
  return digest(0, value) >>> 0;
}

function digest(state: number, value: unknown): number {
  switch (typeof value) {
    case "undefined":
      return mix(state, KIND.undefined);
    case "boolean":
      return mix(state, value ? KIND.true : KIND.false);
    case "number":
      double[0] = value;
      return mix(mix(mix(state, KIND.number), halves[0]!), halves[1]!);
    case "string":
      return digestText(mix(state, KIND.string), value);
    case "bigint":
      return digestText(mix(state, KIND.bigint), value.toString());
    case "object":
      return value === null ? mix(state, KIND.null) : digestObject(state, value);
    case "function":
    case "symbol":
      throw new TypeError(`cannot be stored: ${typeof value}`);
  }
}

function digestText(state: number, text: string): number {
  let next = mix(state, text.length);
  for (let at = 0; at < text.length; at++) next = mix(next, text.charCodeAt(at));
  return next;
}

function digestObject(state: number, value: object): number {
  if (ArrayBuffer.isView(value)) {
    const kind = digestText(mix(state, KIND.view), Object.prototype.toString.call(value));
    return mix(kind, checksum(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)));
  }
  if (value instanceof ArrayBuffer) return mix(mix(state, KIND.buffer), checksum(new Uint8Array(value)));
  if (Array.isArray(value)) return digestAll(mix(mix(state, KIND.array), value.length), value);
  if (value instanceof Map) return digestAll(mix(mix(state, KIND.map), value.size), [...value].flat(1));
  if (value instanceof Set) return digestAll(mix(mix(state, KIND.set), value.size), value);
  if (Object.prototype.toString.call(value) !== "[object Object]") throw new TypeError("cannot be stored: an object");
  const entries = Object.entries(value);
  return digestAll(mix(mix(state, KIND.record), entries.length), entries.flat(1));
}

function digestAll(state: number, values: Iterable<unknown>): number {
  let next = state;
  for (const value of values) next = digest(next, value);
  return next;
}

/** A stored row with the checksum of all else in it. */
export type Sealed<Row extends object> = Row & { readonly seal: number };

export function sealed<Row extends object>(row: Row): Sealed<Row> {
  return { ...row, seal: valueChecksum(row) };
}

/** Whether a row is still as it was when it was sealed. */
export function isIntact(row: Sealed<object>): boolean {
  const { seal, ...rest } = row;
  try {
    return seal === valueChecksum(rest);
  } catch (error) {
    // A damaged row may hold what no row of ours ever held.
    if (error instanceof TypeError) return false;
    throw error;
  }
}
