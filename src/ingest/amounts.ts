import { textOf } from "./bytes.ts";
import { CELL } from "./cellText.ts";
import { markEvidence, numberShape, scaledNumber } from "./numberText.ts";

const ZERO = 48;
const DOT = 46;
/** The longest plain amount whose digits alone stay exact: 15 of them and a dot. */
const PLAIN_LENGTH = 16;

/** Everything that all cells of an amount column say about how to read it. */
export class AmountEvidence {
  dot = 0;
  comma = 0;
  /** Like `1.234`: a thousand or a number with three decimals. */
  open = 0;
  openExamples: string[] = [];
  suffixed = 0;
  plain = 0;
}

/** How one column of money is written, as far as its cells have asked. */
export class AmountColumn {
  readonly index: number;
  /** What 1 in the column is worth in fen: a power of ten. */
  readonly scaleFen: number;
  readonly #power: number;
  /** A plain number with a decimal dot was met: the question of the comma is settled. */
  #hasDot = false;
  #comma: boolean | undefined;
  #suffix: boolean | undefined;

  constructor(index: number, scaleFen: number) {
    this.index = index;
    this.scaleFen = scaleFen;
    this.#power = Math.round(Math.log10(scaleFen));
  }

  /** Whole fen from 0, or what the cell is instead (`CELL`). */
  read(bytes: Uint8Array, from: number, to: number): number {
    if (this.#power === 2 && this.#comma !== true && this.#suffix !== true) {
      const fen = this.#plainFen(bytes, from, to);
      if (fen >= 0) return fen;
    }
    return this.readText(textOf(bytes, from, to));
  }

  /** The fen of digits with at most a dot and two decimals, or −1 for any other form. */
  #plainFen(bytes: Uint8Array, from: number, to: number): number {
    if (to - from > PLAIN_LENGTH) return -1;
    let value = 0;
    let at = from;
    for (; at < to; at++) {
      const digit = bytes[at]! - ZERO;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
    }
    if (at === from) return -1;
    if (at === to) return value <= 90_071_992_547_409 ? value * 100 : -1;
    const decimals = to - at - 1;
    if (bytes[at] !== DOT || decimals < 1 || decimals > 2) return -1;
    const tenths = bytes[at + 1]! - ZERO;
    const hundredths = decimals === 2 ? bytes[at + 2]! - ZERO : 0;
    if (tenths < 0 || tenths > 9 || hundredths < 0 || hundredths > 9) return -1;
    const fen = value * 100 + tenths * 10 + hundredths;
    if (fen > Number.MAX_SAFE_INTEGER) return -1;
    this.#hasDot = true;
    return fen;
  }

  /** The same for a cell of any form. */
  readText(cell: string): number {
    const shape = numberShape(cell);
    if (typeof shape === "number") return shape;
    if (shape.suffixPower > 0) {
      if (this.#power !== 2 || this.#suffix === false) return CELL.bad;
      if (this.#suffix === undefined) return CELL.question;
    } else if (this.#suffix === true) {
      return CELL.bad;
    }
    const power = this.#power + shape.suffixPower;
    if (this.#comma === undefined) {
      const evidence = markEvidence(shape.body, power);
      if (evidence === "dot") this.#hasDot = true;
      if ((evidence === "comma" || evidence === "open") && !this.#hasDot) return CELL.question;
    }
    const fen = scaledNumber(shape.body, this.#comma === true, power);
    return fen === undefined || (shape.isNegative && fen !== 0) ? CELL.bad : fen;
  }

  gather(bytes: Uint8Array, [from, to]: readonly [number, number], evidence: AmountEvidence): void {
    if (this.#power === 2 && this.#plainFen(bytes, from, to) >= 0) {
      evidence.plain++;
      if (bytes.subarray(from, to).includes(DOT)) evidence.dot++;
      return;
    }
    const cell = textOf(bytes, from, to);
    const shape = numberShape(cell);
    if (typeof shape === "number") return;
    if (shape.suffixPower > 0) evidence.suffixed++;
    else evidence.plain++;
    const mark = markEvidence(shape.body, this.#power + shape.suffixPower);
    if (mark === "none") return;
    evidence[mark]++;
    if (mark === "open" && evidence.openExamples.length < 3) evidence.openExamples.push(cell);
  }

  /** Settles how the column is read; false when it can be read in two ways. */
  settle(evidence: AmountEvidence): boolean {
    this.#comma = evidence.comma > 0 && evidence.dot === 0;
    this.#suffix = evidence.suffixed > 0 && evidence.plain === 0;
    return evidence.open === 0 || evidence.dot > 0 || evidence.comma > 0;
  }
}
