import type { LendersColumn } from "#src/engine/protocol.ts";
import { ascendingOrder } from "#src/engine/rowOrder.ts";
import { firstLendDayOf } from "#src/metrics/lenders/lenderStateOf.ts";
import { factAt, type LenderSources } from "#src/metrics/lenders/segmentLenders.ts";
import { NOBODY, stateCodes } from "#src/metrics/lenders/stateCodes.ts";

export interface LendersSort {
  readonly by: LendersColumn;
  readonly descending: boolean;
}

/** Entries in the order of their ids, and the place of each in it. */
export interface NamedEntries {
  readonly byName: Uint32Array;
  readonly ranks: Uint32Array;
}

/**
 * All entries of the directory in the order of a column. Those without a value come last in either order, and equals
 * stand in the order of their ids.
 */
export function lenderOrder(sort: LendersSort, { byName, ranks }: NamedEntries, sources: LenderSources): Uint32Array {
  if (sort.by === "lender") return sort.descending ? byName.toReversed() : byName;
  const sortKeys = lenderKeys(sort, ranks, sources);
  let [least, most] = [Infinity, -Infinity];
  for (const key of sortKeys) {
    if (key < least) least = key;
    if (key > most && key !== Infinity) most = key;
  }
  const keys = { low: new Uint32Array(sortKeys.length), high: new Uint32Array(sortKeys.length) };
  for (const [place, entry] of byName.entries()) {
    const sortKey = sortKeys[entry]!;
    const key = sortKey === Infinity ? most - least + 1 : sortKey - least;
    keys.low[place] = key;
    keys.high[place] = Math.floor(key / 2 ** 32);
  }
  return ascendingOrder(keys).map((place) => byName[place]!);
}

/** What entries are sorted by, ascending; infinite for those that come last. */
export function lenderKeys({ by, descending }: LendersSort, ranks: Uint32Array, sources: LenderSources): Float64Array {
  const values = by === "lender" ? Float64Array.from(ranks) : valuesOf(by, sources);
  for (let entry = 0; entry < values.length; entry++) {
    const value = values[entry]!;
    values[entry] = Number.isNaN(value) ? Infinity : descending ? -value : value;
  }
  return values;
}

/** By entry; NaN where there is none. */
function valuesOf(by: Exclude<LendersColumn, "lender">, sources: LenderSources): Float64Array {
  const { directory, lenderBook, book, productNames } = sources;
  const { facts } = lenderBook;
  const { entries, ledgerLenders } = directory;
  const columnOf = (valueOf: (entry: number) => number): Float64Array => {
    const values = new Float64Array(entries);
    for (let entry = 0; entry < entries; entry++) values[entry] = valueOf(entry);
    return values;
  };
  const dayColumn = (column: Int32Array): Float64Array => columnOf((entry) => factAt(column, entry, directory) || NaN);
  const nameColumn = (names: readonly string[], codeOf: (entry: number) => number): Float64Array => {
    const ranks = ranksOf(names);
    return columnOf((entry) => ranks[codeOf(entry)] ?? NaN);
  };
  switch (by) {
    case "state":
      return Float64Array.from(stateCodes(sources), (code) => (code === NOBODY ? NaN : code));
    case "channel":
      return nameColumn(directory.channelNames, (entry) => directory.channel[entry]!);
    case "campaign":
      return nameColumn(directory.campaignNames, (entry) => directory.campaign[entry]!);
    case "product":
      return nameColumn(productNames, (entry) => (entry < ledgerLenders ? book.profiles.firstProduct[entry]! : 0));
    case "registered":
      return columnOf((entry) => directory.registeredDay[entry]! || NaN);
    case "firstLend":
      return columnOf((entry) => firstLendDayOf(entry, sources) ?? NaN);
    case "lastLend":
      return dayColumn(facts.lastLendDay);
    case "nextDue":
      return dayColumn(facts.nextDueDay);
    case "occasions":
    case "volume":
    case "balance":
    case "peakBalance":
      return columnOf((entry) => factAt(facts[by], entry, directory));
  }
}

/** Place in alphabetical order by code; NaN for the empty name. */
function ranksOf(names: readonly string[]): Float64Array {
  const ranks = new Float64Array(names.length).fill(NaN);
  const codes = Array.from(names.keys()).toSorted((a, b) => (names[a]! < names[b]! ? -1 : 1));
  for (const [rank, code] of codes.entries()) if (names[code] !== "") ranks[code] = rank;
  return ranks;
}
