import { dayOf, SECONDS_A_DAY } from "#src/domain/calendar.ts";
import type { Reading } from "#src/domain/reading.ts";

import { AmountColumn, AmountEvidence } from "#src/ingest/cells/amounts.ts";
import { textOf } from "#src/ingest/text/bytes.ts";
import { NO_BYTES, type AskingCells, type CellQuestion } from "./cells.ts";
import { CELL, plainText } from "#src/ingest/cells/cellText.ts";
import type { Clock } from "#src/ingest/cells/clock.ts";
import { DateColumn, DateEvidence } from "#src/ingest/cells/dates.ts";
import { RateColumn, RateEvidence } from "#src/ingest/cells/rates.ts";

const MONTH = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?$/;
const COMPACT_MONTH = /^((?:19|20)\d{2})(0[1-9]|1[0-2])$/;

/** Days; a stamp is the day that the platform's clock shows. */
export class DayCells implements AskingCells {
  value = Number.NaN;
  readonly utf8 = NO_BYTES;
  readonly #dates: DateColumn;
  readonly #evidence = new DateEvidence();
  /** A month is its first day. */
  readonly #takesMonths: boolean;

  constructor(clock: Clock, { dateOrder }: Reading, takesMonths: boolean) {
    this.#dates = new DateColumn(0, clock, dateOrder);
    this.#takesMonths = takesMonths;
  }

  read(bytes: Uint8Array, from: number, to: number): number {
    const monthStart = this.#monthStart(bytes, from, to);
    const seconds = monthStart === undefined ? this.#dates.read(bytes, from, to) : monthStart * SECONDS_A_DAY;
    if (seconds < 0) return seconds;
    this.value = Math.floor(seconds / SECONDS_A_DAY);
    return 0;
  }

  #monthStart(bytes: Uint8Array, from: number, to: number): number | undefined {
    if (!this.#takesMonths || to - from > 16) return undefined;
    const text = plainText(textOf(bytes, from, to));
    const match = MONTH.exec(text) ?? COMPACT_MONTH.exec(text);
    if (match === null) return undefined;
    const [year, month] = [Number(match[1]), Number(match[2])];
    return month < 1 || month > 12 || year < 1990 || year > 2100 ? undefined : dayOf(year, month, 1);
  }

  gather(bytes: Uint8Array, from: number, to: number): void {
    if (this.#monthStart(bytes, from, to) === undefined) this.#dates.gather(bytes, [from, to], this.#evidence);
    else this.#evidence.others++;
  }

  settle(): CellQuestion | undefined {
    if (this.#dates.settle(this.#evidence)) return undefined;
    return { code: "AMBIGUOUS_DATE", values: this.#evidence.openExamples };
  }
}

/** Money in whole fen. */
export class FenCells implements AskingCells {
  value = Number.NaN;
  readonly utf8 = NO_BYTES;
  readonly #amounts: AmountColumn;
  readonly #evidence = new AmountEvidence();

  constructor(scaleFen: number, { decimalMark }: Reading, isSigned: boolean) {
    this.#amounts = new AmountColumn(0, scaleFen, { decimalMark, isSigned });
  }

  read(bytes: Uint8Array, from: number, to: number): number {
    const fen = this.#amounts.read(bytes, from, to);
    if (fen < 0) return fen;
    this.value = this.#amounts.isNegative && fen !== 0 ? -fen : fen;
    return 0;
  }

  gather(bytes: Uint8Array, from: number, to: number): void {
    this.#amounts.gather(bytes, [from, to], this.#evidence);
  }

  settle(): CellQuestion | undefined {
    if (this.#amounts.settle(this.#evidence)) return undefined;
    return { code: "AMBIGUOUS_NUMBER", values: this.#evidence.openExamples };
  }
}

/** Millionths in a fen of a number whose 1 is worth 100 fen. */
const MILLIONTHS_A_FEN = 10_000;
/** Above it, fen in millionths are no longer exact: the factor is 16 × 625, and 16 costs nothing. */
const MAX_EXACT_FEN = Math.floor(Number.MAX_SAFE_INTEGER / 625);

/** Numbers without a unit of their own, in millionths: as hundredths where those are enough, which reach further. */
export class MillionthsCells implements AskingCells {
  value = Number.NaN;
  readonly utf8 = NO_BYTES;
  readonly #hundredths: FenCells;
  readonly #millionths: FenCells;

  constructor(scaleFen: number, reading: Reading) {
    this.#hundredths = new FenCells(scaleFen, reading, true);
    this.#millionths = new FenCells(scaleFen * MILLIONTHS_A_FEN, reading, true);
  }

  read(bytes: Uint8Array, from: number, to: number): number {
    const verdict = this.#hundredths.read(bytes, from, to);
    if (verdict === CELL.bad) {
      this.value = Number.NaN;
      const fine = this.#millionths.read(bytes, from, to);
      if (fine === 0) this.value = this.#millionths.value;
      return fine;
    }
    if (verdict !== 0) return verdict;
    if (Math.abs(this.#hundredths.value) > MAX_EXACT_FEN) return CELL.bad;
    this.value = this.#hundredths.value * MILLIONTHS_A_FEN;
    return 0;
  }

  gather(bytes: Uint8Array, from: number, to: number): void {
    this.#hundredths.gather(bytes, from, to);
    this.#millionths.gather(bytes, from, to);
  }

  settle(): CellQuestion | undefined {
    const question = this.#hundredths.settle();
    return this.#millionths.settle() ?? question;
  }
}

/** Yearly rates in parts per million. */
export class RateCells implements AskingCells {
  value = Number.NaN;
  readonly utf8 = NO_BYTES;
  readonly #rates = new RateColumn(0);
  readonly #evidence = new RateEvidence();

  read(bytes: Uint8Array, from: number, to: number): number {
    const ppm = this.#rates.read(bytes, from, to);
    if (ppm < 0) return ppm;
    this.value = ppm;
    return 0;
  }

  gather(bytes: Uint8Array, from: number, to: number): void {
    this.#rates.gather(bytes, [from, to], this.#evidence);
  }

  settle(): undefined {
    this.#rates.settle(this.#evidence);
    return undefined;
  }
}
