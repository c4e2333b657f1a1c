/** A set of places, a bit each; place p is bit p % 32 of word p / 32. */
export type Bits = Int32Array;

export function bitsFor(places: number): Bits {
  return new Int32Array((places + 31) >>> 5);
}

export function addBit(bits: Bits, place: number): void {
  bits[place >>> 5]! |= 1 << (place & 31);
}

export function flipBit(bits: Bits, place: number): void {
  bits[place >>> 5]! ^= 1 << (place & 31);
}

export function hasBit(bits: Bits, place: number): boolean {
  return ((bits[place >>> 5]! >>> (place & 31)) & 1) === 1;
}

/** How many places two sets of one size share. */
export function countCommon(a: Bits, b: Bits): number {
  let count = 0;
  let word = 0;
  // Counts of eight bits take part in one sum while three words cannot overflow four bits of it.
  for (; word + 2 < a.length; word += 3) {
    const nibbles =
      nibbleCounts(a[word]! & b[word]!) +
      nibbleCounts(a[word + 1]! & b[word + 1]!) +
      nibbleCounts(a[word + 2]! & b[word + 2]!);
    const bytes = (nibbles & 0x0f0f0f0f) + ((nibbles >>> 4) & 0x0f0f0f0f);
    count += Math.imul(bytes, 0x01010101) >>> 24;
  }
  for (; word < a.length; word++) {
    const nibbles = nibbleCounts(a[word]! & b[word]!);
    count += Math.imul((nibbles & 0x0f0f0f0f) + ((nibbles >>> 4) & 0x0f0f0f0f), 0x01010101) >>> 24;
  }
  return count;
}

/** The bits of every four, counted in those four. */
function nibbleCounts(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  return (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
}
