import { bytesOf, textOf } from "#src/ingest/text/bytes.ts";
import { CELL, hadInvisible, idText, isBadId, isSheetError } from "./cellText.ts";
import { MAX_ID_CHARACTERS } from "#src/ingest/limits.ts";

/** Bytes that no cleaning touches: visible ASCII but for the marks that spreadsheets use. */
const PLAIN = new Uint8Array(256);
for (let byte = 0x21; byte < 0x7f; byte++) PLAIN[byte] = 1;
for (const mark of "'`=#+") PLAIN[mark.charCodeAt(0)] = 0;

/** The id of one cell: its clean bytes, where they lie. */
export class IdCell {
  bytes: Uint8Array = new Uint8Array(0);
  from = 0;
  to = 0;
  /** Blanks that nobody sees were taken off it. */
  hadInvisible = false;

  /** 0, or what the cell is instead of an id (`CELL`). */
  read(bytes: Uint8Array, from: number, to: number): number {
    this.bytes = bytes;
    this.from = from;
    this.to = to;
    this.hadInvisible = false;
    if (to - from <= MAX_ID_CHARACTERS && to > from) {
      let at = from;
      while (at < to && PLAIN[bytes[at]!] === 1) at++;
      if (at === to) return 0;
    }
    return this.#clean(textOf(bytes, from, to));
  }

  #clean(text: string): number {
    const id = idText(text);
    if (id === "") return CELL.missing;
    if (isBadId(id)) return CELL.bad;
    if (isSheetError(id)) return CELL.damaged;
    this.hadInvisible = hadInvisible(text, id);
    this.bytes = bytesOf(id);
    this.from = 0;
    this.to = this.bytes.length;
    return 0;
  }
}
