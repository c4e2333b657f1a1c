import { CR, grownBytes, LF, lineBreakLength, QUOTE, SPACE, TAB, textOf } from "./bytes.ts";
import { MAX_COLUMNS, MAX_FIELD_BYTES, MAX_LINE_BYTES, MAX_QUOTED_LINES } from "#src/ingest/limits.ts";

/** Why a record cannot be told from the next one. */
export type RecordFault = "unclosed_quote" | "line_too_long";

/**
 * Cuts bytes into records and fields, one record at a time, by RFC 4180 and what exports make of it.
 * A record without a quote is cut where it lies; one with quotes is copied, cleaned, into a buffer of its own.
 */
export class RecordReader {
  /** Fields of the record lie in `bytes`, field `f` from `starts[f]` to `ends[f]`. */
  bytes: Uint8Array = new Uint8Array(0);
  readonly starts = new Int32Array(MAX_COLUMNS);
  readonly ends = new Int32Array(MAX_COLUMNS);
  /** How many fields the record has; those beyond MAX_COLUMNS are counted and not kept. */
  fields = 0;
  /** The record in the window, without its line break. */
  from = 0;
  to = 0;
  /** Where the next record begins. */
  next = 0;
  /** Physical lines that the record spans. */
  lines = 1;
  blank = false;
  /** Text follows a closing quote, so that nobody can tell where its field ends. */
  malformed = false;
  fault: RecordFault | undefined;
  /** Physical lines from the start of the record to the quote that is never closed. */
  linesToFault = 0;

  readonly #delimiter: number;
  readonly #special = new Uint8Array(256);
  #window: Uint8Array = new Uint8Array(0);
  #isLast = false;
  #copy = new Uint8Array(0);

  constructor(delimiter: string) {
    this.#delimiter = delimiter.charCodeAt(0);
    for (const byte of [this.#delimiter, QUOTE, LF, CR]) this.#special[byte] = 1;
  }

  /** The bytes to cut next; `isLast` when the file ends with them. */
  setWindow(window: Uint8Array, isLast: boolean): void {
    this.#window = window;
    this.#isLast = isLast;
  }

  /** Reads the record at `from`; false when the window ends before it does, or when it has a fault. */
  read(from: number): boolean {
    const window = this.#window;
    const special = this.#special;
    const delimiter = this.#delimiter;
    const { starts, ends } = this;
    const length = window.length;
    let fields = 0;
    let start = from;
    let at = from;
    for (;;) {
      while (at < length && special[window[at]!] === 0) at++;
      if (at >= length) {
        if (!this.#isLast) return this.#wants(from);
        break;
      }
      const byte = window[at]!;
      if (byte === delimiter) {
        if (fields < MAX_COLUMNS) {
          starts[fields] = start;
          ends[fields] = at;
        }
        fields++;
        start = ++at;
      } else if (byte === QUOTE) {
        return this.#readQuoted(from);
      } else {
        break;
      }
    }
    if (fields < MAX_COLUMNS) {
      starts[fields] = start;
      ends[fields] = at;
    }
    this.fields = fields + 1;
    this.bytes = window;
    this.lines = 1;
    this.malformed = false;
    return this.#finish(from, at);
  }

  /** The record as it stands in the file. */
  text(): string {
    return textOf(this.#window, this.from, this.to);
  }

  #wants(from: number): boolean {
    this.linesToFault = 0;
    this.fault = this.#window.length - from > MAX_LINE_BYTES ? "line_too_long" : undefined;
    return false;
  }

  #finish(from: number, at: number): boolean {
    const window = this.#window;
    if (window[at] === CR && at + 2 >= window.length && !this.#isLast) return this.#wants(from);
    this.from = from;
    this.to = at;
    this.next = at + lineBreakLength(window, at, window.length);
    this.blank = at === from || (this.fields === 1 && isBlank(window, from, at));
    this.fault = at - from > MAX_FIELD_BYTES && this.#isTooLong() ? "line_too_long" : undefined;
    return this.fault === undefined;
  }

  #isTooLong(): boolean {
    if (this.to - this.from > MAX_LINE_BYTES) return true;
    for (let field = 0; field < Math.min(this.fields, MAX_COLUMNS); field++) {
      if (this.ends[field]! - this.starts[field]! > MAX_FIELD_BYTES) return true;
    }
    return false;
  }

  #readQuoted(from: number): boolean {
    const window = this.#window;
    const length = window.length;
    let fields = 0;
    let at = from;
    let out = 0;
    this.lines = 1;
    this.malformed = false;
    for (;;) {
      const start = out;
      const opening = this.#skipSpaces(at);
      if (opening < length && window[opening] === QUOTE) {
        const closing = this.#copyQuoted(opening + 1, out);
        if (closing < 0) return false;
        out = this.#copied;
        at = this.#skipSpaces(closing);
        if (at < length && this.#special[window[at]!] === 0) this.malformed = true;
      }
      const end = this.#endOfPlain(at);
      out = this.#append(at, end, out);
      at = end;
      if (fields < MAX_COLUMNS) {
        this.starts[fields] = start;
        this.ends[fields] = out;
      }
      fields++;
      if (at >= length && !this.#isLast) return this.#wants(from);
      if (at < length && window[at] === this.#delimiter) at++;
      else break;
    }
    this.fields = fields;
    this.bytes = this.#copy;
    return this.#finish(from, at);
  }

  #copied = 0;

  /** Copies up to the closing quote and gives the place behind it; −1 when the window ends first. */
  #copyQuoted(from: number, out: number): number {
    const window = this.#window;
    const length = window.length;
    const firstLine = this.lines;
    let at = from;
    let run = from;
    for (;;) {
      while (at < length && window[at] !== QUOTE && window[at] !== LF && window[at] !== CR) at++;
      if (this.lines - firstLine > MAX_QUOTED_LINES || at - from > MAX_FIELD_BYTES) return this.#unclosed(firstLine);
      if (at >= length) return this.#isLast ? this.#unclosed(firstLine) : this.#cutOff();
      if (window[at] !== QUOTE) {
        at += lineBreakLength(window, at, length);
        this.lines++;
        continue;
      }
      if (at + 1 >= length && !this.#isLast) return this.#cutOff();
      out = this.#append(run, at, out);
      if (window[at + 1] !== QUOTE || at + 1 >= length) break;
      run = at + 1;
      at += 2;
    }
    this.#copied = out;
    return at + 1;
  }

  #unclosed(lines: number): number {
    this.linesToFault = lines - 1;
    this.fault = "unclosed_quote";
    return -1;
  }

  #cutOff(): number {
    this.fault = undefined;
    return -1;
  }

  #skipSpaces(from: number): number {
    let at = from;
    while (at < this.#window.length && this.#window[at] === SPACE) at++;
    return at;
  }

  #endOfPlain(from: number): number {
    const window = this.#window;
    let at = from;
    while (at < window.length && (this.#special[window[at]!] === 0 || window[at] === QUOTE)) at++;
    return at;
  }

  #append(from: number, to: number, out: number): number {
    const end = out + to - from;
    if (end > this.#copy.length) this.#copy = grownBytes(this.#copy, end + 4096);
    const copy = this.#copy;
    const window = this.#window;
    for (let at = from; at < to; at++) copy[out++] = window[at]!;
    return end;
  }
}

/** Nothing but spaces, tabs and the NULs that a padded file ends in. */
function isBlank(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (bytes[at] !== SPACE && bytes[at] !== TAB && bytes[at] !== 0) return false;
  }
  return true;
}
