import { dayOf, daysInMonth, FIRST_DAY, LAST_DAY, SECONDS_A_DAY } from "#src/domain/calendar.ts";

import { textOf } from "#src/ingest/text/bytes.ts";
import { CELL, isNoValue, isSheetError, plainText } from "./cellText.ts";
import { clockSeconds, type Clock } from "./clock.ts";
import { OrderCheck, type DateOrder } from "./orderCheck.ts";

const ZERO = 48;
const DASH = 45;
const SLASH = 47;
const COLON = 58;
const LETTER_T = 84;
const LETTER_Z = 90;
const POINT = 46;
const BLANK = 32;

/** Days from 1970 of Excel's day 0 in the 1900 system, for serials after February 1900. */
const EXCEL_DAY_ZERO = -25_569;

/** Everything that all cells of a date column say about how to read it. */
export class DateEvidence {
  dayFirst = 0;
  monthFirst = 0;
  /** Like `03/04/2024`: both readings exist and differ. */
  open = 0;
  openExamples: string[] = [];
  /** Years of two digits: `24-1-5`, `1/2/24`. Which number is the year cannot be told from them alone. */
  short = 0;
  /** Those of them whose first number is above 12, so that it is no month. */
  shortYearFirst = 0;
  serials = 0;
  others = 0;
}

/** How one column of dates is written, as far as its cells have asked. */
export class DateColumn {
  /** Its place; a header in the middle of a file may move it. */
  index: number;
  readonly #clock: Clock;
  /** What the cells say of the order that somebody settled before they were read; undefined when nobody did. */
  readonly check: OrderCheck | undefined;
  #order: DateOrder | undefined;
  /** Dates with a year of two digits begin with it. */
  #isShortYearFirst: boolean | undefined;
  #serial: boolean | undefined;
  #lastDate = -1;
  #lastSeconds = 0;

  constructor(index: number, clock: Clock, order?: DateOrder) {
    this.index = index;
    this.#clock = clock;
    this.check = order && new OrderCheck(order);
    this.#order = order;
    if (order === "day") this.#isShortYearFirst = false;
  }

  /** Seconds since 1970 on the platform's clock, or what the cell is instead (`CELL`). */
  read(bytes: Uint8Array, from: number, to: number): number {
    if (this.check !== undefined) this.check.weigh(bytes, from, to);
    const length = to - from;
    if (length === 10 || length === 16 || length >= 19) {
      const packed = this.#packedDate(bytes, from);
      if (packed === CELL.question) return packed;
      if (packed > 0) {
        if (packed !== this.#lastDate) {
          this.#lastDate = packed;
          this.#lastSeconds = secondsOfDate(Math.floor(packed / 10_000), Math.floor(packed / 100) % 100, packed % 100);
        }
        const midnight = this.#lastSeconds;
        if (midnight === CELL.bad || length === 10) return midnight;
        const seconds = secondsOfTime(bytes, from + 10, length);
        if (seconds >= 0) {
          if (length <= 19) return midnight + seconds;
          const end = endOfFraction(bytes, from + 19, to);
          if (end === to) return midnight + seconds;
          if (end + 1 === to && bytes[end] === LETTER_Z) {
            return this.#inRange(this.#clock.toLocal(midnight + seconds));
          }
        }
      }
    }
    return this.readText(textOf(bytes, from, to));
  }

  /** Year, month and day in eight digits; 0 when the ten bytes are no date of one of the two usual forms. */
  #packedDate(bytes: Uint8Array, from: number): number {
    const yearLast = yearLastMark(bytes, from);
    // Digits that are none make a number far below zero, which no other digits make up for.
    if (yearLast === 0) {
      const separator = bytes[from + 4];
      if ((separator !== DASH && separator !== SLASH) || bytes[from + 7] !== separator) return 0;
      const [month, date] = [number2(bytes, from + 5), number2(bytes, from + 8)];
      if (month < 0 || date < 0) return 0;
      return Math.max(0, (number2(bytes, from) * 100 + number2(bytes, from + 2)) * 10_000 + month * 100 + date);
    }
    const [first, second] = [number2(bytes, from), number2(bytes, from + 3)];
    if (first < 0 || second < 0) return 0;
    const year = number2(bytes, from + 6) * 100 + number2(bytes, from + 8);
    if (year < 0) return 0;
    const isMonthFirst = yearLast !== POINT && this.#order === "month";
    if (yearLast !== POINT && this.#order === undefined && first !== second) return CELL.question;
    return year * 10_000 + (isMonthFirst ? first * 100 + second : second * 100 + first);
  }

  /** The same for a cell of any form. */
  readText(cell: string): number {
    if (isSheetError(cell)) return CELL.damaged;
    const text = plainText(cell);
    if (isNoValue(text)) return CELL.missing;
    const yearFirst = YEAR_FIRST.exec(text) ?? IDEOGRAPHS.exec(text) ?? COMPACT.exec(text);
    if (yearFirst) return this.#dated([yearFirst[1]!, yearFirst[3]!, yearFirst[4]!], yearFirst[5] ?? "");
    const yearLast = YEAR_LAST.exec(text);
    if (yearLast) return this.#readYearLast(yearLast);
    const unix = UNIX.exec(text);
    if (unix) return this.#inRange(this.#clock.toLocal(Number(unix[1])));
    if (SERIAL.test(text)) return this.#readSerial(text);
    const short = SHORT_YEAR.exec(text);
    return short ? this.#readShortYear(short) : CELL.bad;
  }

  #readShortYear([, first = "", , second = "", third = "", time = ""]: RegExpExecArray): number {
    if (this.check === undefined) return this.#isShortYearFirst === undefined ? CELL.question : CELL.bad;
    if (this.check.order === "day") return this.#dated([`20${third}`, second, first], time);
    if (this.#isShortYearFirst === undefined) return CELL.question;
    if (this.#isShortYearFirst) return this.#dated([`20${first}`, second, third], time);
    return this.#dated([`20${third}`, first, second], time);
  }

  #readYearLast(match: RegExpExecArray): number {
    const [, first = "", mark, second = "", year = "", time = ""] = match;
    if (mark === ".") return this.#dated([year, second, first], time);
    if (Number(first) !== Number(second) && this.#order === undefined) return CELL.question;
    return this.#dated(this.#order === "month" ? [year, first, second] : [year, second, first], time);
  }

  #readSerial(text: string): number {
    if (this.#serial === undefined) return CELL.question;
    if (!this.#serial) return CELL.bad;
    const [days, fraction = ""] = text.split(".");
    // Excel keeps days as floating point: its seconds are the nearest ones.
    const seconds = Math.round(Number(`0.${fraction || "0"}`) * SECONDS_A_DAY);
    return this.#inRange((Number(days) + EXCEL_DAY_ZERO) * SECONDS_A_DAY + seconds);
  }

  #dated([year, month, date]: readonly [string, string, string], time: string): number {
    const midnight = secondsOfDate(Number(year), Number(month), Number(date));
    if (midnight === CELL.bad) return CELL.bad;
    const seconds = clockSeconds(time);
    if (seconds === undefined) return CELL.bad;
    const naive = midnight + seconds.seconds;
    return this.#inRange(seconds.offset === undefined ? naive : this.#clock.toLocal(naive - seconds.offset));
  }

  #inRange(seconds: number): number {
    const day = Math.floor(seconds / SECONDS_A_DAY);
    return day >= FIRST_DAY && day <= LAST_DAY ? seconds : CELL.bad;
  }

  gather(bytes: Uint8Array, [from, to]: readonly [number, number], evidence: DateEvidence): void {
    if (to - from >= 10 && yearLastMark(bytes, from) === 0 && this.#packedDate(bytes, from) > 0) {
      evidence.others++;
      return;
    }
    const cell = textOf(bytes, from, to);
    const text = plainText(cell);
    if (SERIAL.test(text)) {
      evidence.serials++;
      return;
    }
    const short = SHORT_YEAR.exec(text);
    if (short) {
      evidence.short++;
      if (Number(short[1]) > 12) evidence.shortYearFirst++;
      if (evidence.openExamples.length < 3) evidence.openExamples.push(cell);
      return;
    }
    const seconds = this.readText(cell);
    if (seconds >= 0 || seconds === CELL.question) evidence.others++;
    const match = YEAR_LAST.exec(text);
    if (match === null || match[2] === ".") return;
    const [first, second] = [Number(match[1]), Number(match[3])];
    if (first > 12 && second <= 12) evidence.dayFirst++;
    else if (second > 12 && first <= 12) evidence.monthFirst++;
    else if (first <= 12 && first !== second) {
      evidence.open++;
      if (evidence.openExamples.length < 3) evidence.openExamples.push(cell);
    }
  }

  /** Settles how the column is read; false when it can be read in two ways. */
  settle(evidence: DateEvidence): boolean {
    const { dayFirst, monthFirst, open, short, others } = evidence;
    this.#serial = evidence.serials > 0 && others === 0 && short === 0;
    this.#isShortYearFirst ??= evidence.shortYearFirst > 0;
    if (this.check !== undefined) return true;
    this.#order = monthFirst > dayFirst ? "month" : "day";
    if (short * 100 > others) return false;
    if (dayFirst === 0 && monthFirst === 0) return open === 0;
    // A few rows of the other order are rejected; more than one in a hundred, and the column is two.
    return Math.min(dayFirst, monthFirst) * 100 <= dayFirst + monthFirst + open;
  }
}

const TIME = String.raw`(?:[t\s]+(.+))?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${TIME}$`);
const IDEOGRAPHS = /^(\d{4})\s*(年)\s*(\d{1,2})\s*月\s*(\d{1,2})(?:\s*日)?(?:\s*(.+))?$/;
const COMPACT = /^(\d{4})()(\d{2})(\d{2})(?:[t\s]*(\d{1,2}:.*|\d{6}.*|\d{4}))?$/;
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})${TIME}$`);
/** A year of two digits, before or behind the day and the month. */
const SHORT_YEAR = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{1,2})${TIME}$`);
const UNIX = /^(\d{9,10})(?:\d{3}|\.\d+)?$/;
const SERIAL = /^[2-7]\d{4}(?:\.\d+)?$/;

/** The mark of a date like `28/12/2017`; 0 for any other. */
function yearLastMark(bytes: Uint8Array, from: number): number {
  const mark = bytes[from + 2]!;
  return (mark === SLASH || mark === DASH || mark === POINT) && bytes[from + 5] === mark ? mark : 0;
}

/** Two digits as a number; far below zero when one of them is none. */
function number2(bytes: Uint8Array, at: number): number {
  const tens = bytes[at]! - ZERO;
  const ones = bytes[at + 1]! - ZERO;
  return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1_000_000 : tens * 10 + ones;
}

function secondsOfDate(year: number, month: number, date: number): number {
  if (month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return CELL.bad;
  const day = dayOf(year, month, date);
  return day >= FIRST_DAY && day <= LAST_DAY ? day * SECONDS_A_DAY : CELL.bad;
}

/** Seconds of ` 08:03` or ` 08:03:09`; −1 for any other form. */
function secondsOfTime(bytes: Uint8Array, at: number, length: number): number {
  const mark = bytes[at];
  if ((mark !== BLANK && mark !== LETTER_T) || bytes[at + 3] !== COLON) return -1;
  const hours = number2(bytes, at + 1);
  const minutes = number2(bytes, at + 4);
  const seconds = length === 16 ? 0 : bytes[at + 6] === COLON ? number2(bytes, at + 7) : -1;
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 59) return -1;
  return hours * 3600 + minutes * 60 + seconds;
}

/** Where the fraction of a second ends; `at` itself when there is none. */
function endOfFraction(bytes: Uint8Array, at: number, to: number): number {
  if (bytes[at] !== POINT) return at;
  let end = at + 1;
  while (end < to && bytes[end]! >= ZERO && bytes[end]! <= ZERO + 9) end++;
  return end > at + 1 ? end : at;
}
