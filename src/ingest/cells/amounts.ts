import { textOf } from "#src/ingest/text/bytes.ts";
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
  /** Like `12000`: whoever writes thousands with a mark would have written one. */
  ungrouped = 0;
}

/** What somebody settled about a column of money before any of its cells was read. */
interface AmountForm {
  readonly decimalMark?: "." | "," | undefined;
  /** A sign is part of the amount; `isNegative` tells it. */
  readonly isSigned?: boolean;
}

/** How one column of money is written, as far as its cells have asked. */
export class AmountColumn {
  /** Its place; a header in the middle of a file may move it. */
  index: number;
  /** The last cell that was read had a minus; only where the column is signed. */
  isNegative = false;
  /** What 1 in the column is worth in fen: a power of ten. */
  readonly scaleFen: number;
  readonly #power: number;
  readonly #isSigned: boolean;
  readonly #isMarkGiven: boolean;
  /** A plain number with a decimal dot was met: the question of the comma is settled. */
  #hasDot = false;
  #comma: boolean | undefined;
  #suffix: boolean | undefined;

  constructor(index: number, scaleFen: number, { decimalMark, isSigned = false }: AmountForm = {}) {
    this.index = index;
    this.scaleFen = scaleFen;
    this.#power = Math.round(Math.log10(scaleFen));
    this.#isSigned = isSigned;
    this.#isMarkGiven = decimalMark !== undefined;
    if (decimalMark !== undefined) this.#comma = decimalMark === ",";
  }

  /** Whole fen from 0 without their sign, or what the cell is instead (`CELL`). */
  read(bytes: Uint8Array, from: number, to: number): number {
    if (this.#power === 2 && this.#comma !== true && this.#suffix !== true) {
      const fen = this.#plainFen(bytes, from, to);
      if (fen >= 0) {
        if (this.#isSigned) this.isNegative = false;
        return fen;
      }
    }
    return this.readText(textOf(bytes, from, to));
  }

  /** As far as anybody or any cell has said. */
  get decimalMark(): "." | "," {
    return this.#comma === true ? "," : ".";
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
    if (fen === undefined) return CELL.bad;
    if (!this.#isSigned) return shape.isNegative && fen !== 0 ? CELL.bad : fen;
    this.isNegative = shape.isNegative;
    return fen;
  }

  /**
   * Fen of a number that stands somewhere else in the file, such as in a total below the column, with its sign;
   * undefined when it is none. Asks nothing of the column.
   */
  statedFen(text: string): number | undefined {
    const shape = numberShape(text);
    if (typeof shape === "number") return undefined;
    const fen = scaledNumber(shape.body, this.#comma === true, this.#power + shape.suffixPower);
    return fen === undefined || !shape.isNegative ? fen : -fen;
  }

  gather(bytes: Uint8Array, [from, to]: readonly [number, number], evidence: AmountEvidence): void {
    if (this.#power === 2 && this.#plainFen(bytes, from, to) >= 0) {
      evidence.plain++;
      if (bytes.subarray(from, to).includes(DOT)) evidence.dot++;
      else if (to - from > 3 && bytes[from] !== ZERO) evidence.ungrouped++;
      return;
    }
    const cell = textOf(bytes, from, to);
    const shape = numberShape(cell);
    if (typeof shape === "number") return;
    if (shape.suffixPower > 0) evidence.suffixed++;
    else evidence.plain++;
    const mark = markEvidence(shape.body, this.#power + shape.suffixPower);
    if (mark === "none") {
      if (/^[1-9]\d{3,}$/.test(shape.body)) evidence.ungrouped++;
      return;
    }
    evidence[mark]++;
    if (mark === "open" && evidence.openExamples.length < 3) evidence.openExamples.push(cell);
  }

  /** Settles how the column is read; false when it can be read in two ways. */
  settle(evidence: AmountEvidence): boolean {
    const { dot, comma, open, ungrouped } = evidence;
    this.#suffix = evidence.suffixed > 0 && evidence.plain === 0;
    if (this.#isMarkGiven) return true;
    this.#comma = comma > 0 && dot === 0;
    // A few open numbers in a column that never marks its thousands have three decimals, and are rejected.
    return open === 0 || dot > 0 || comma > 0 || open * 100 <= ungrouped;
  }
}
