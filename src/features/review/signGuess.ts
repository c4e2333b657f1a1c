import type { ColumnName } from "#src/domain/imports.ts";
import type { FileSketch, Reading } from "#src/domain/reading.ts";

import { columnByPlace } from "./readings.ts";

/** Places of the two columns of money, from 0. */
export interface MoneyPlaces {
  readonly credit: number;
  readonly debit: number;
}

// 出借 is lending and 借款 a loan: only what bookkeeping calls 借 and 贷 is a side.
const CREDIT = /转入|收入|流入|存入|入账|贷方|贷记|^贷(?:$|金额|发生额)|credit|inflow|\bin\b/;
const DEBIT = /转出|支出|流出|取出|出账|借方|借记|^借(?:$|金额|发生额)|debit|outflow|\bout\b/;

/**
 * The columns that a file most likely writes money coming in and going out into: by their headers, else the first two
 * columns of numbers that are read as nothing else. A column that is read as an id, a date or a type is none of them;
 * where no other is left, both are the last header.
 */
export function moneyPlaces(sketch: FileSketch, reading: Reading): MoneyPlaces {
  const columns = columnByPlace(sketch, reading);
  const places = sketch.headers.map((_, place) => place);
  const free = places.filter((place) => isFree(columns[place] ?? null));
  const numbers = free.filter((place) => sketch.samples.every((row) => isNumberOrEmpty(row[place] ?? "")));
  const named = (words: RegExp): readonly number[] =>
    numbers.filter((place) => words.test(plainHeader(sketch.headers[place] ?? "")));
  const unread = (among: readonly number[]): readonly number[] =>
    among.filter((place) => (columns[place] ?? null) === null);
  const [byCredit] = named(CREDIT);
  const byDebit = named(DEBIT).find((place) => place !== byCredit);
  const rest = [...unread(numbers), ...numbers, ...unread(free), ...free];
  const credit = byCredit ?? rest.find((place) => place !== byDebit) ?? sketch.headers.length - 1;
  return { credit, debit: byDebit ?? rest.find((place) => place !== credit) ?? credit };
}

/** The column of amounts may be one of the two. */
function isFree(column: ColumnName | null): boolean {
  return column === null || column === "amount";
}

function plainHeader(header: string): string {
  return header.normalize("NFKC").toLowerCase().replaceAll("_", " ").trim();
}

function isNumberOrEmpty(cell: string): boolean {
  const text = cell.normalize("NFKC").replace(/[\s,¥()元]/g, "");
  return /^(?:-+|[+-]?\d+(?:\.\d+)?)?$/.test(text);
}
