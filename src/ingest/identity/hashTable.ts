import type { RowIdentity } from "#src/domain/columns.ts";

/** A block of rows with its hashes; texts and columns are asked for only where hashes meet. */
export interface HashedBlock {
  readonly rows: number;
  readonly hashes: Pick<RowIdentity, "hashLow" | "hashHigh">;
  /** 1 where a later row stands over it already; undefined when no row is dead. */
  readonly dead: Uint8Array | undefined;
}

export interface Place {
  readonly block: number;
  readonly row: number;
}

export const NO_ROW = -1;

/** Number of the first row of each block among all rows, and how many rows there are. */
export function blockStarts(blocks: readonly HashedBlock[]): number[] {
  const starts = [0];
  for (const [block, { rows }] of blocks.entries()) starts.push(starts[block]! + rows);
  return starts;
}

export function placeOf(row: number, starts: readonly number[]): Place {
  let block = 0;
  while (starts[block + 1]! <= row) block++;
  return { block, row: row - starts[block]! };
}

/** Open addressing over the import's own rows; keeps the first and the latest row of each hash. */
export class HashTable {
  readonly #low: Uint32Array;
  readonly #high: Uint32Array;
  readonly #firstRow: Int32Array;
  readonly #latestRow: Int32Array;
  readonly #filter = new Uint32Array(1 << 16);
  readonly #mask: number;

  /** @param rows  the most it will hold */
  constructor(rows: number) {
    const slots = 2 ** Math.ceil(Math.log2(rows * 1.5));
    this.#low = new Uint32Array(slots);
    this.#high = new Uint32Array(slots);
    this.#firstRow = new Int32Array(slots).fill(NO_ROW);
    this.#latestRow = new Int32Array(slots);
    this.#mask = slots - 1;
  }

  clear(): void {
    this.#firstRow.fill(NO_ROW);
    this.#filter.fill(0);
  }

  /** Enters a row; the latest earlier row of the same hash, or NO_ROW. */
  put(low: number, high: number, row: number): number {
    const slot = this.#slot(low, high);
    const earlier = this.#firstRow[slot] === NO_ROW ? NO_ROW : this.#latestRow[slot]!;
    if (earlier === NO_ROW) {
      this.#firstRow[slot] = row;
      this.#low[slot] = low;
      this.#high[slot] = high;
    }
    this.#latestRow[slot] = row;
    this.#filter[(low >>> 5) & 0xffff]! |= 1 << (low & 31);
    return earlier;
  }

  /** The first row entered with this hash, or NO_ROW. */
  first(low: number, high: number): number {
    if ((this.#filter[(low >>> 5) & 0xffff]! & (1 << (low & 31))) === 0) return NO_ROW;
    return this.#firstRow[this.#slot(low, high)]!;
  }

  #slot(low: number, high: number): number {
    let slot = low & this.#mask;
    for (;;) {
      if (this.#firstRow[slot] === NO_ROW) return slot;
      if (this.#low[slot] === low && this.#high[slot] === high) return slot;
      slot = (slot + 1) & this.#mask;
    }
  }
}
