import { CR, LF } from "./bytes.ts";

/** A text of UTF-8 may have this many bad lines in a hundred. */
const SLIGHT_PERCENT = 1;
/** Characters of three and four bytes that chance does not make of GB18030. */
const PROVING_CHARACTERS = 10;
/** No row of a ledger is shorter, so that a file's rest has no more lines than this tells. */
const SHORTEST_LINE = 16;

/** How much of a file that is not strict UTF-8 is UTF-8 after all, over chunks that may cut it anywhere. */
export class Utf8Damage {
  /** U+FFFD was seen. */
  hasReplacement = false;

  #lines = 0;
  #otherLines = 0;
  #badLines = 0;
  #characters = 0;
  /** Of the line that is being read. */
  #isEmpty = true;
  #isOther = false;
  #isBad = false;
  /** Bytes that the character being read still wants, how many it has in all, and what its next byte may be. */
  #pending = 0;
  #size = 0;
  #lowest = 0x80;
  #highest = 0xbf;
  #lastThree = 0;

  push(bytes: Uint8Array): void {
    for (const byte of bytes) {
      if (byte === LF || byte === CR) {
        this.endLine();
        continue;
      }
      this.#isEmpty = false;
      if (byte >= 0x80 || this.#pending > 0) this.#take(byte);
    }
  }

  /** To be called at the end of the file as well. */
  endLine(): void {
    if (this.#pending > 0) this.#isBad = true;
    this.#pending = 0;
    if (!this.#isEmpty) this.#lines++;
    if (this.#isOther) this.#otherLines++;
    if (this.#isBad) this.#badLines++;
    this.#isEmpty = true;
    this.#isOther = false;
    this.#isBad = false;
  }

  get isAny(): boolean {
    return this.#badLines > 0;
  }

  /** Under one line in a hundred is bad. */
  get isSlight(): boolean {
    return this.#badLines * 100 < this.#lines * SLIGHT_PERCENT;
  }

  /** The same of the lines that are more than ASCII, and enough of these are UTF-8 for that not to be chance. */
  get isProvenUtf8(): boolean {
    return this.#characters >= PROVING_CHARACTERS && this.#badLines * 100 < this.#otherLines * SLIGHT_PERCENT;
  }

  /** So many lines are bad that `bytesLeft` more bytes cannot make the damage slight. */
  isBeyond(bytesLeft: number): boolean {
    return this.isAny && this.#badLines * 100 >= (this.#lines + bytesLeft / SHORTEST_LINE) * SLIGHT_PERCENT;
  }

  #take(byte: number): void {
    this.#isOther = true;
    if (this.#pending > 0) {
      if (byte >= this.#lowest && byte <= this.#highest) {
        this.#continue(byte);
        return;
      }
      this.#isBad = true;
      this.#pending = 0;
      if (byte < 0x80) return;
    }
    this.#begin(byte);
  }

  #continue(byte: number): void {
    this.#lowest = 0x80;
    this.#highest = 0xbf;
    this.#lastThree = ((this.#lastThree << 8) | byte) & 0xffffff;
    this.#pending--;
    if (this.#pending > 0) return;
    if (this.#size > 2) this.#characters++;
    if (this.#lastThree === 0xefbfbd) this.hasReplacement = true;
  }

  #begin(lead: number): void {
    if (lead < 0xc2 || lead > 0xf4) {
      this.#isBad = true;
      return;
    }
    this.#size = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    this.#pending = this.#size - 1;
    this.#lowest = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    this.#highest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    this.#lastThree = lead;
  }
}
