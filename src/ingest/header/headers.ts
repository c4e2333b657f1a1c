import type { ColumnName } from "#src/domain/imports.ts";

import { plainText } from "#src/ingest/cells/cellText.ts";
import { columnSetOf, type ColumnSet } from "./columnSets.ts";
import { plainWord } from "#src/ingest/text/plainWord.ts";

/** Units of money in fen; the column's own unit is yuan where its header names none. */
const FEN_OF_UNIT: ReadonlyMap<string, number> = new Map([
  ["分", 1],
  ["元", 100],
  ["人民币", 100],
  ["人民币元", 100],
  ["rmb", 100],
  ["cny", 100],
  ["yuan", 100],
  ["¥", 100],
  ["fen", 1],
  ["万", 1_000_000],
  ["万元", 1_000_000],
  ["亿", 10_000_000_000],
  ["亿元", 10_000_000_000],
]);
const BRACKETED = /^(.*?)\s*[([【]([^()[\]【】]*)[)\]】]$/;
const MONTH_UNITS = new Set(["月", "个月", "month", "months"]);

/** One header as we understand it. */
export interface Header {
  /** As it stands in the file, trimmed. */
  readonly name: string;
  readonly column: ColumnName | undefined;
  /** What 1 is worth in fen; means something for columns of money. */
  readonly scaleFen: number;
  readonly inMonths: boolean;
}

/** Reads one header as a dataset's; the ledger's unless said otherwise. */
export function headerOf(name: string, set: ColumnSet = columnSetOf("transactions")): Header {
  const text = plainText(name);
  const [, stem = text, bracket] = BRACKETED.exec(text) ?? [];
  const unit = bracket === undefined ? undefined : plainWord(bracket);
  const scaleFen = unit === undefined ? 100 : FEN_OF_UNIT.get(unit);
  const word = plainWord(stem);
  const inMonths = unit !== undefined && MONTH_UNITS.has(unit);
  const inStem = set.columnOfWord.get(word) ?? (inMonths ? set.columnOfWord.get(`${word}月`) : undefined);
  // An amount in a unit that we do not know is not an amount in yuan.
  const isRefused = inStem !== undefined && set.money.has(inStem) && scaleFen === undefined;
  return {
    name: name.trim(),
    column: isRefused ? undefined : inStem,
    scaleFen: scaleFen ?? 100,
    inMonths: word === "termmonths" || inMonths,
  };
}

/** A header of which nothing but its name counts. */
export function namedHeader(name: string): Header {
  return { name, column: undefined, scaleFen: 100, inMonths: false };
}

/** What the header is called, without a unit in brackets, as a plain word. */
export function headerWord(name: string): string {
  const text = plainText(name);
  return plainWord(BRACKETED.exec(text)?.[1] ?? text);
}

/** How many of a dataset's columns a row of headers names, and how many of those it cannot do without. */
export function countColumns(
  headers: readonly Header[],
  set: ColumnSet,
): { readonly required: number; readonly all: number } {
  const columns = new Set(headers.flatMap((header) => header.column ?? []));
  return { required: set.required.filter((column) => columns.has(column)).length, all: columns.size };
}

/** Up to three headers that look most like a column's names, best first. */
export function nearestHeaders(words: readonly string[], headers: readonly Header[]): string[] {
  return headers
    .filter((header) => header.column === undefined && header.name !== "")
    .map((header) => ({ name: header.name, distance: leastDistance(headerWord(header.name), words) }))
    .filter(({ distance }) => distance < 0.67)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ name }) => name);
}

/** Edits against the nearest word, as a share of the longer one. */
function leastDistance(word: string, words: readonly string[]): number {
  return Math.min(
    ...words.map((synonym) => {
      const known = plainWord(synonym);
      return editDistance(word.slice(0, 64), known) / Math.max(word.length, known.length);
    }),
  );
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}
