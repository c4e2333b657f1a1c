/**
 * A 64-bit hash in two lanes, fed byte by byte or number by number. The same content gives the same hash
 * in every export, so neither the seeds nor the mixing may change without a new data format.
 */
export class IdentityHash {
  low = 0;
  high = 0;

  /** Ids and contents never share a hash space. */
  startId(): void {
    this.low = 0x9e3779b9 | 0;
    this.high = 0x7f4a7c15 | 0;
  }

  startContent(): void {
    this.low = 0x243f6a88;
    this.high = 0x85a308d3 | 0;
  }

  addBytes(bytes: Uint8Array, from: number, to: number): void {
    let { low, high } = this;
    for (let at = from; at < to; at++) {
      const byte = bytes[at]!;
      low = Math.imul(low ^ byte, 0x9e3779b1);
      high = Math.imul(((high << 5) | (high >>> 27)) ^ byte, 0x5f356495);
    }
    this.low = low ^ (to - from);
    this.high = high;
  }

  /** A whole number below 2^53. */
  addNumber(value: number): void {
    const upper = Math.floor(value / 4_294_967_296);
    const low = Math.imul(this.low ^ value, 0x85ebca6b);
    const high = Math.imul(this.high ^ upper, 0xc2b2ae35);
    this.low = Math.imul((low ^ (low >>> 15)) + high, 0x9e3779b1);
    this.high = Math.imul((high ^ (high >>> 13)) + ((value << 16) | (value >>> 16)), 0x5f356495) ^ this.low;
  }

  /** Spreads every bit over both lanes. */
  finish(): void {
    let { low, high } = this;
    low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
    high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
    this.low = (low ^ (low >>> 16)) >>> 0;
    this.high = (high ^ (high >>> 16)) >>> 0;
  }
}

/** Counts equal contents in the order of the file, so that two real identical purchases stay two rows. */
export class OrdinalTable {
  /** Low lane, high lane and count of each place; count 0 is an empty place. */
  #slots = new Uint32Array(3 * 1024);
  #mask = 1023;
  #entries = 0;

  /** How many times these lanes were seen before. */
  next(low: number, high: number): number {
    if (this.#entries * 2 > this.#mask) this.#grow();
    const slots = this.#slots;
    let place = (low & this.#mask) * 3;
    while (slots[place + 2] !== 0 && (slots[place] !== low || slots[place + 1] !== high)) {
      place += 3;
      if (place === slots.length) place = 0;
    }
    if (slots[place + 2] === 0) this.#entries++;
    slots[place] = low;
    slots[place + 1] = high;
    return slots[place + 2]!++;
  }

  #grow(): void {
    const old = this.#slots;
    this.#mask = this.#mask * 2 + 1;
    this.#slots = new Uint32Array(3 * (this.#mask + 1));
    for (let from = 0; from < old.length; from += 3) {
      if (old[from + 2] === 0) continue;
      let place = (old[from]! & this.#mask) * 3;
      while (this.#slots[place + 2] !== 0) place = (place + 3) % this.#slots.length;
      this.#slots.set(old.subarray(from, from + 3), place);
    }
  }
}
