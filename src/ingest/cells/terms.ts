import { addMonths, SECONDS_A_DAY } from "#src/domain/calendar.ts";
import { epochDay } from "#src/domain/units.ts";

import { textOf } from "#src/ingest/text/bytes.ts";
import { CELL, isNoValue, isSheetError, plainText } from "./cellText.ts";
import { MAX_TERM_DAYS } from "#src/ingest/limits.ts";

const ZERO = 48;
const DAYS = /^(\d{1,5})(?:\.0+)?\s*(?:天|日|days?|d)?$/;
const MONTHS = /^(\d{1,4})\s*(?:个?月|months?|m)$/;
const YEARS = /^(\d{1,3})\s*(?:年|years?|y)$/;

/** How a term column is written. */
export class TermColumn {
  /** Its place; a header in the middle of a file may move it. */
  index: number;
  /** The header's unit: a bare number is months. */
  readonly #inMonths: boolean;

  constructor(index: number, inMonths: boolean) {
    this.index = index;
    this.#inMonths = inMonths;
  }

  /** Days from the event to its maturity, 0 for none, or CELL.bad; months are counted from `instant`. */
  read(bytes: Uint8Array, [from, to]: readonly [number, number], instant: number): number {
    const text = plainText(textOf(bytes, from, to));
    if (isNoValue(text)) return 0;
    if (isSheetError(text)) return CELL.damaged;
    const years = YEARS.exec(text);
    const months = years ? null : (MONTHS.exec(text) ?? (this.#inMonths ? /^(\d{1,4})$/.exec(text) : null));
    if (years) return termOfMonths(Number(years[1]) * 12, instant);
    if (months) return termOfMonths(Number(months[1]), instant);
    const days = DAYS.exec(text);
    return days === null || Number(days[1]) > MAX_TERM_DAYS ? CELL.bad : Number(days[1]);
  }

  /** The same for bare digits, or −1 when the cell is anything else. */
  readPlain(bytes: Uint8Array, from: number, to: number): number {
    if (to === from) return 0;
    if (to - from > 4 || this.#inMonths) return -1;
    let days = 0;
    for (let at = from; at < to; at++) {
      const digit = bytes[at]! - ZERO;
      if (digit < 0 || digit > 9) return -1;
      days = days * 10 + digit;
    }
    return days;
  }
}

function termOfMonths(months: number, instant: number): number {
  const day = epochDay(Math.floor(instant / SECONDS_A_DAY));
  return termUntil(addMonths(day, months) * SECONDS_A_DAY, instant);
}

/** Days from the day of an event to the day of its maturity. */
export function termUntil(maturity: number, instant: number): number {
  const days = Math.floor(maturity / SECONDS_A_DAY) - Math.floor(instant / SECONDS_A_DAY);
  return days < 0 || days > MAX_TERM_DAYS ? CELL.bad : days;
}
