import { grownBytes } from "./bytes.ts";

/** No value is filed under these bytes. */
export const ABSENT = -1;

/**
 * Values of byte strings: open addressing over packed keys, so that a field seen before never becomes
 * a string. Values are whole numbers from 0.
 */
export class ByteTable {
  entries = 0;
  /** The keys one after another; key `e` ends at `bounds[e + 1]`. */
  keys = new Uint8Array(1024);
  bounds = new Uint32Array(65);
  #values = new Int32Array(64);
  /** Pairs of hash and entry + 1; entry 0 is an empty place. */
  #slots = new Int32Array(256);
  #mask = 127;

  find(bytes: Uint8Array, from: number, to: number): number {
    const slots = this.#slots;
    const mask = this.#mask;
    const { keys, bounds } = this;
    const hash = hashOf(bytes, from, to);
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const entry = slots[slot * 2 + 1]!;
      if (entry === 0) return ABSENT;
      if (slots[slot * 2] !== hash) continue;
      const key = bounds[entry - 1]!;
      if (bounds[entry]! - key !== to - from) continue;
      let at = from;
      while (at < to && keys[key + at - from] === bytes[at]) at++;
      if (at === to) return this.#values[entry - 1]!;
    }
  }

  /** Files a value under bytes that `find` has just not found. */
  add(key: Uint8Array, value: number): void {
    if (this.entries * 2 > this.#mask) this.#growSlots();
    if (this.entries === this.#values.length) this.#growEntries();
    const start = this.bounds[this.entries]!;
    const end = start + key.length;
    if (end > this.keys.length) this.keys = grownBytes(this.keys, end);
    this.keys.set(key, start);
    this.bounds[this.entries + 1] = end;
    this.#values[this.entries] = value;
    this.entries++;
    this.#place(hashOf(key, 0, key.length), this.entries);
  }

  #place(hash: number, entryPlusOne: number): void {
    let slot = hash & this.#mask;
    while (this.#slots[slot * 2 + 1] !== 0) slot = (slot + 1) & this.#mask;
    this.#slots[slot * 2] = hash;
    this.#slots[slot * 2 + 1] = entryPlusOne;
  }

  #growSlots(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(old.length * 4);
    this.#mask = this.#slots.length / 2 - 1;
    for (let at = 0; at < old.length; at += 2) {
      if (old[at + 1] !== 0) this.#place(old[at]!, old[at + 1]!);
    }
  }

  #growEntries(): void {
    const values = new Int32Array(this.#values.length * 2);
    values.set(this.#values);
    this.#values = values;
    const bounds = new Uint32Array(values.length + 1);
    bounds.set(this.bounds);
    this.bounds = bounds;
  }
}

function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5 | 0;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}
