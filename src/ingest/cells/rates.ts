import { textOf } from "#src/ingest/text/bytes.ts";
import { CELL, isNoValue, isSheetError, plainText } from "./cellText.ts";

const RATE = /^(\d{1,9})?(?:\.(\d{1,12}))?\s*(%)?$/;
/** No rate is above 1,000 % a year. */
const MAX_PPM = 10_000_000;

/** Everything that all cells of a rate column say about how to read it. */
export class RateEvidence {
  /** Of the cells without a % sign. */
  maximum = 0;
}

/** How a column of yearly rates is written: a bare number is a percentage unless the column's largest is at most 1. */
export class RateColumn {
  /** Its place; a header in the middle of a file may move it. */
  index: number;
  #isFraction: boolean | undefined;

  constructor(index: number) {
    this.index = index;
  }

  /** Parts per million, or what the cell is instead (`CELL`). */
  read(bytes: Uint8Array, from: number, to: number): number {
    const match = this.#match(bytes, from, to);
    if (typeof match === "number") return match;
    const [, whole = "", fraction = "", sign] = match;
    if (sign === undefined && this.#isFraction === undefined) {
      const value = Number(`${whole || "0"}.${fraction || "0"}`);
      if (value > 1) this.#isFraction = false;
      else if (value > 0) return CELL.question;
    }
    const power = sign === undefined && this.#isFraction === true ? 6 : 4;
    const ppm =
      Number(whole + fraction.slice(0, power).padEnd(power, "0")) + (Number(fraction[power] ?? "0") >= 5 ? 1 : 0);
    return ppm <= MAX_PPM ? ppm : CELL.bad;
  }

  #match(bytes: Uint8Array, from: number, to: number): RegExpExecArray | number {
    const text = plainText(textOf(bytes, from, to));
    if (isNoValue(text)) return CELL.missing;
    if (isSheetError(text)) return CELL.damaged;
    const match = RATE.exec(text);
    return match === null || (match[1] === undefined && match[2] === undefined) ? CELL.bad : match;
  }

  gather(bytes: Uint8Array, [from, to]: readonly [number, number], evidence: RateEvidence): void {
    const match = this.#match(bytes, from, to);
    if (typeof match === "number" || match[3] !== undefined) return;
    evidence.maximum = Math.max(evidence.maximum, Number(`${match[1] ?? "0"}.${match[2] ?? "0"}`));
  }

  settle(evidence: RateEvidence): void {
    this.#isFraction ??= evidence.maximum <= 1;
  }
}
