const TABLES = tables();

/** CRC-32 of gzip and zip, over bytes that come in pieces. */
export class Crc32 {
  #state = -1;

  push(bytes: Uint8Array): void {
    const [t0, t1, t2, t3] = TABLES;
    const whole = bytes.length - (bytes.length % 4);
    let state = this.#state;
    let at = 0;
    for (; at < whole; at += 4) {
      state ^= bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
      state = t3[state & 255]! ^ t2[(state >>> 8) & 255]! ^ t1[(state >>> 16) & 255]! ^ t0[state >>> 24]!;
    }
    for (; at < bytes.length; at++) state = t0[(state ^ bytes[at]!) & 255]! ^ (state >>> 8);
    this.#state = state;
  }

  /** Of all bytes so far, unsigned. */
  get value(): number {
    return ~this.#state >>> 0;
  }
}

/** What each byte does to the sum when none, one, two or three bytes follow it. */
function tables(): readonly [Int32Array, Int32Array, Int32Array, Int32Array] {
  const first = new Int32Array(256);
  for (let byte = 0; byte < 256; byte++) {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    first[byte] = value;
  }
  const next = (table: Int32Array): Int32Array => table.map((value) => first[value & 255]! ^ (value >>> 8));
  const second = next(first);
  const third = next(second);
  return [first, second, third, next(third)];
}
