import type { TableColumn } from "#src/domain/datasets.ts";

import { bytesOf, textOf } from "#src/ingest/text/bytes.ts";
import { ABSENT, ByteTable } from "#src/ingest/text/byteTable.ts";
import { NO_BYTES, type Cells } from "./cells.ts";
import { CELL, isBadName, isNoValue, isSheetError, nameText, plainText } from "#src/ingest/cells/cellText.ts";
import { IdCell } from "#src/ingest/cells/idCell.ts";
import { plainWord } from "#src/ingest/text/plainWord.ts";
import { yesNo } from "#src/ingest/cells/yesNo.ts";

/** A column that says something else in every row is read row by row. */
const MOST_SPELLINGS = 10_000;
const LONGEST_SPELLING = 64;

interface Outcome {
  readonly verdict: number;
  readonly value: number;
  readonly utf8: Uint8Array;
}

/** Cells whose value depends on their spelling alone: each spelling is read once. */
export class RememberedCells implements Cells {
  value = Number.NaN;
  utf8: Uint8Array = NO_BYTES;
  readonly #cells: Cells;
  readonly #spellings = new ByteTable();
  readonly #outcomes: Outcome[] = [];

  constructor(cells: Cells) {
    this.#cells = cells;
  }

  read(bytes: Uint8Array, from: number, to: number): number {
    const known = this.#spellings.find(bytes, from, to);
    const outcome = known === ABSENT ? this.#learn(bytes, from, to) : this.#outcomes[known]!;
    this.value = outcome.value;
    this.utf8 = outcome.utf8;
    return outcome.verdict;
  }

  #learn(bytes: Uint8Array, from: number, to: number): Outcome {
    const cells = this.#cells;
    const verdict = cells.read(bytes, from, to);
    const outcome = { verdict, value: cells.value, utf8: cells.utf8 };
    if (this.#outcomes.length < MOST_SPELLINGS && to - from <= LONGEST_SPELLING) {
      this.#spellings.add(bytes.subarray(from, to), this.#outcomes.length);
      this.#outcomes.push(outcome);
    }
    return outcome;
  }
}

/** Ids, which spreadsheets damage. */
export class IdCells implements Cells {
  readonly value = Number.NaN;
  utf8: Uint8Array = NO_BYTES;
  readonly #id = new IdCell();

  read(bytes: Uint8Array, from: number, to: number): number {
    const verdict = this.#id.read(bytes, from, to);
    if (verdict !== 0) return verdict;
    this.utf8 = this.#id.bytes.subarray(this.#id.from, this.#id.to);
    return this.utf8.length <= 4 && isNoValue(plainText(textOf(this.utf8, 0, this.utf8.length))) ? CELL.missing : 0;
  }
}

/** Names and free text; words that figures depend on become our own. */
export class NameCells implements Cells {
  readonly value = Number.NaN;
  utf8: Uint8Array = NO_BYTES;
  readonly #ownWords: ReadonlyMap<string, string> | undefined;

  constructor(ownWords: ReadonlyMap<string, string> | undefined) {
    this.#ownWords = ownWords;
  }

  read(bytes: Uint8Array, from: number, to: number): number {
    const name = nameText(textOf(bytes, from, to));
    this.utf8 = bytesOf(this.#ownWords?.get(plainWord(name)) ?? name);
    if (isNoValue(plainText(name))) return CELL.missing;
    if (isSheetError(name)) return CELL.damaged;
    return isBadName(name) ? CELL.bad : 0;
  }
}

const COUNT = /^(\d{1,9})(?:\.0+)?\s*(?:期|个?月|months?|periods?|instal+ments?|年|天|日|days?)?$/;
const WRONG_UNIT: Readonly<Record<string, RegExp>> = {
  periods: /[年天日]|day/,
  overdue_days: /[期月年]|month|period|instal/,
  birth_year: /[期月天日]|day|month|period|instal/,
};

/** Whole numbers from 0; instalments from 1. */
export class CountCells implements Cells {
  value = Number.NaN;
  readonly utf8 = NO_BYTES;
  readonly #least: number;
  readonly #wrongUnit: RegExp | undefined;

  constructor({ name }: TableColumn) {
    this.#least = name === "periods" ? 1 : 0;
    this.#wrongUnit = WRONG_UNIT[name];
  }

  read(bytes: Uint8Array, from: number, to: number): number {
    const text = plainText(textOf(bytes, from, to));
    if (isNoValue(text)) return CELL.missing;
    if (isSheetError(text)) return CELL.damaged;
    const match = COUNT.exec(text);
    if (match === null || this.#wrongUnit?.test(text) === true) return CELL.bad;
    this.value = Number(match[1]);
    return this.value < this.#least ? CELL.bad : 0;
  }
}

const SAYS_YES = new Set(["related", "关联", "关联方", "internal", "内部", "员工", "staff"].map(plainWord));
const SAYS_NO = new Set(["unrelated", "非关联", "无关联", "非关联方", "不关联", "external", "外部"].map(plainWord));

/** 1 yes, 0 no. */
export class YesNoCells implements Cells {
  value = Number.NaN;
  readonly utf8 = NO_BYTES;
  read(bytes: Uint8Array, from: number, to: number): number {
    const word = yesNo(bytes, from, to);
    if (word > 0) {
      this.value = word - 1;
      return 0;
    }
    const text = textOf(bytes, from, to);
    if (isNoValue(plainText(text))) return CELL.missing;
    if (isSheetError(text)) return CELL.damaged;
    const isYes = SAYS_YES.has(plainWord(text));
    if (!isYes && !SAYS_NO.has(plainWord(text))) return CELL.bad;
    this.value = isYes ? 1 : 0;
    return 0;
  }
}
