import type { AgeColumn, RetentionMode } from "./ageColumns.ts";

/** Which lenders are counted, and what is known of them; arrays by lender code. */
export interface RetainedInput {
  /** Ages with activity: age a is bit a % 32 of word a / 32 of the lender's words. */
  readonly bits: Uint32Array;
  readonly words: number;
  /** Month of the first lend; below zero for lenders in no cohort. */
  readonly cohort: Int32Array;
  /** Code that lenders are split by; undefined keeps them together. */
  readonly group: Uint16Array | Uint8Array | undefined;
  /** 1 = keep; undefined keeps all. */
  readonly kept: Uint8Array | undefined;
  /** Ages that are over, by month of the first lend. */
  readonly observed: ReadonlyMap<number, number>;
}

/** One cohort of one group. */
export interface CohortCount {
  readonly cohort: number;
  readonly observed: number;
  size: number;
  /** Lenders retained, by column; only columns of which every age is over. */
  readonly counts: Float64Array;
}

type Mark = (cohort: CohortCount, at: number) => void;

export interface CountQuery {
  readonly mode: RetentionMode;
  readonly columns: readonly AgeColumn[];
}

/** Counts retained lenders by group, cohort and column. A cohort without a lender that is kept is not there. */
export function retainedCounts(input: RetainedInput, query: CountQuery): Map<number, CohortCount[]> {
  const { cohort, group, kept, words } = input;
  const groups = new Map<number, Map<number, CohortCount>>();
  const mark = markOf(input, query);
  for (let lender = 0; lender < cohort.length; lender++) {
    const month = cohort[lender]!;
    if (month < 0 || (kept !== undefined && kept[lender] !== 1)) continue;
    const code = group?.[lender] ?? 0;
    const cohorts = groups.get(code) ?? new Map<number, CohortCount>();
    if (cohorts.size === 0) groups.set(code, cohorts);
    const own = cohorts.get(month) ?? emptyCohort(month, input, query);
    if (own.size++ === 0) cohorts.set(month, own);
    mark(own, lender * words);
  }
  if (query.mode === "on_or_after")
    for (const cohorts of groups.values()) for (const { counts } of cohorts.values()) addFromTheEnd(counts);
  return new Map(
    [...groups].map(([code, cohorts]) => [code, [...cohorts.values()].toSorted((a, b) => a.cohort - b.cohort)]),
  );
}

function emptyCohort(month: number, { observed }: RetainedInput, { columns }: CountQuery): CohortCount {
  const ages = observed.get(month) ?? 0;
  const whole = columns.filter(({ to }) => to < ages).length;
  return { cohort: month, observed: ages, size: 0, counts: new Float64Array(whole) };
}

function markOf({ bits, words }: RetainedInput, { mode, columns }: CountQuery): Mark {
  switch (mode) {
    case "on":
      return (cohort, at) => countEvery(bits, at, cohort);
    case "on_or_after":
      return (cohort, at) => countLast(bits, at, cohort);
    case "brackets": {
      const masks = columns.map((column) => Uint32Array.from({ length: words }, (_, word) => maskOf(column, word)));
      return (cohort, at) => {
        for (let column = 0; column < cohort.counts.length; column++) {
          const mask = masks[column]!;
          for (let word = 0; word < words; word++) {
            if ((bits[at + word]! & mask[word]!) === 0) continue;
            cohort.counts[column]!++;
            break;
          }
        }
      };
    }
  }
}

/** Adds one to every age with activity. */
function countEvery(bits: Uint32Array, at: number, { counts, observed }: CohortCount): void {
  for (let first = 0, word = at; first < observed; first += 32, word++) {
    let rest = bits[word]! & wordMask(observed - first);
    while (rest !== 0) {
      const lowest = rest & -rest;
      counts[first + 31 - Math.clz32(lowest)]!++;
      rest ^= lowest;
    }
  }
}

/** Adds one to the last age with activity that is over for the cohort, whatever is over for the lender alone. */
function countLast(bits: Uint32Array, at: number, { counts, observed }: CohortCount): void {
  for (let word = Math.ceil(observed / 32) - 1; word >= 0; word--) {
    const seen = bits[at + word]! & wordMask(observed - word * 32);
    if (seen === 0) continue;
    counts[word * 32 + 31 - Math.clz32(seen)]!++;
    return;
  }
}

/** From lenders by their last age to lenders whose last age is that one or later. */
function addFromTheEnd(counts: Float64Array): void {
  for (let age = counts.length - 2; age >= 0; age--) counts[age]! += counts[age + 1]!;
}

/** The lowest bits of a word, as many as are asked for: all 32 from 32 on, none from 0 down. */
function wordMask(count: number): number {
  if (count >= 32) return -1;
  return count <= 0 ? 0 : (1 << count) - 1;
}

/** The bits of a word that belong to the ages of a column. */
function maskOf({ from, to }: AgeColumn, word: number): number {
  return wordMask(to + 1 - word * 32) & ~wordMask(from - word * 32);
}
