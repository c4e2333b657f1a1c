import { packTexts } from "#src/domain/columns.ts";
import type { Dictionaries } from "#src/domain/ledger.ts";

import { sealed, type Sealed } from "./checksum.ts";
import { exactBuffer } from "./exactCopy.ts";
import type { DictionaryGrowth } from "./ledgerStore.ts";

export type DictionaryName = keyof Dictionaries;

const DICTIONARY_NAMES = ["lenders", "products", "channels"] as const satisfies readonly DictionaryName[];

/** How many names each dictionary holds. */
export type DictionarySizes = Readonly<Record<DictionaryName, number>>;

/** Names of codes `from` to `from + count − 1`; a dictionary is its rows one after another. */
interface NamesRow {
  readonly dictionary: DictionaryName;
  readonly from: number;
  readonly count: number;
  readonly bytes: ArrayBuffer;
  readonly ends: ArrayBuffer;
}

export type DictionaryRow = Sealed<NamesRow>;

/** Code 0 of products and channels is the empty name from the start. */
export const FIRST_NAMES: Dictionaries = { lenders: [], products: [""], channels: [""] };

export function sizesAfter(sizes: DictionarySizes, growth: DictionaryGrowth): DictionarySizes {
  return {
    lenders: sizes.lenders + growth.lenders.length,
    products: sizes.products + growth.products.length,
    channels: sizes.channels + growth.channels.length,
  };
}

/** The packed names of each dictionary that grows; `from` is the writer's to fill in. */
export function packGrowth(growth: DictionaryGrowth): Omit<NamesRow, "from">[] {
  return DICTIONARY_NAMES.filter((dictionary) => growth[dictionary].length > 0).map((dictionary) => {
    const { bytes, ends } = packTexts(growth[dictionary]);
    return { dictionary, count: ends.length, bytes: exactBuffer(bytes), ends: exactBuffer(ends) };
  });
}

export function dictionaryRow(packed: Omit<NamesRow, "from">, from: number): DictionaryRow {
  return sealed({ ...packed, from });
}

/** @returns undefined when rows are missing: the names would have other codes */
export function joinNames(rows: readonly DictionaryRow[], sizes: DictionarySizes): Dictionaries | undefined {
  const names: Record<DictionaryName, string[]> = { lenders: [], products: [], channels: [] };
  for (const row of rows.toSorted((a, b) => a.from - b.from)) {
    const held = names[row.dictionary];
    if (held.length !== row.from) return undefined;
    for (const name of namesOf(row)) held.push(name);
  }
  return DICTIONARY_NAMES.every((name) => names[name].length === sizes[name]) ? names : undefined;
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

// One decoding of all names is many times faster than one a name, and ASCII keeps their offsets.
function namesOf({ bytes, ends: stored }: NamesRow): string[] {
  const ends = new Uint32Array(stored);
  const text = decoder.decode(bytes);
  const isAscii = text.length === bytes.byteLength;
  return Array.from(ends, (end, name) => {
    const start = name === 0 ? 0 : ends[name - 1]!;
    return isAscii ? text.slice(start, end) : decoder.decode(new Uint8Array(bytes, start, end - start));
  });
}
