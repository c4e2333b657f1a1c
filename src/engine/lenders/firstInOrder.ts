export interface EntryKeys {
  /** By entry, no NaN. */
  readonly keys: Float64Array;
  /** By entry, each its own; they decide where keys are equal. */
  readonly ranks: Uint32Array;
}

/**
 * The first `count` of some entries in ascending order of their keys, without putting the others in order: a page of
 * a million lenders is there at once.
 */
export function firstInOrder(entries: Uint32Array, count: number, { keys, ranks }: EntryKeys): Uint32Array {
  const kept = count < entries.length ? smallest(entries, count, { keys, ranks }) : entries.slice();
  return kept.sort((a, b) => compare(keys[a]!, keys[b]!) || ranks[a]! - ranks[b]!);
}

/** Infinite keys are equal, and their difference is no number. */
function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** In no order. */
function smallest(entries: Uint32Array, count: number, { keys, ranks }: EntryKeys): Uint32Array {
  if (count === 0) return new Uint32Array(0);
  const limit = kthSmallest(
    Float64Array.from(entries, (entry) => keys[entry]!),
    count - 1,
  );
  const below = entries.filter((entry) => keys[entry]! < limit);
  const equal = entries.filter((entry) => keys[entry] === limit);
  const rest = count - below.length;
  const lastRank = kthSmallest(
    Float64Array.from(equal, (entry) => ranks[entry]!),
    rest - 1,
  );
  const kept = new Uint32Array(count);
  kept.set(below);
  kept.set(
    equal.filter((entry) => ranks[entry]! <= lastRank),
    below.length,
  );
  return kept;
}

/** The value that stands at `place` when the values are in order; it moves them about. */
function kthSmallest(values: Float64Array, place: number): number {
  let [from, to] = [0, values.length - 1];
  while (from < to) {
    const pivot = values[(from + to) >>> 1]!;
    let [low, high] = [from, to];
    while (low <= high) {
      while (values[low]! < pivot) low++;
      while (values[high]! > pivot) high--;
      if (low > high) break;
      const moved = values[low]!;
      values[low++] = values[high]!;
      values[high--] = moved;
    }
    if (place <= high) to = high;
    else if (place >= low) from = low;
    else break;
  }
  return values[place]!;
}
