import { ABSENT, ByteTable } from "#src/ingest/text/byteTable.ts";
import { bytesOf, textOf } from "#src/ingest/text/bytes.ts";
import { CELL, hadInvisible, idText, isBadId, isBadName, isSheetError, nameText } from "./cellText.ts";
import { IdentityHash } from "#src/ingest/identity/identity.ts";
import type { PackedNames } from "#src/ingest/identity/lookalikes.ts";
import { isMangled } from "#src/ingest/text/mangledText.ts";

/**
 * The distinct texts of a column, as codes in the order of first use. Spellings that differ only in
 * what cleaning takes away (blanks, `="00123"`, composed or not) share a code.
 */
export class NameTable {
  /** Lanes of each text's identity hash. */
  hashLow = new Uint32Array(64);
  hashHigh = new Uint32Array(64);
  codes = 0;
  /** Blanks that nobody sees were taken off the spelling that was learned last. */
  hadInvisible = false;
  /** Codes of texts that were damaged before the file was made. */
  readonly mangled = new Set<number>();

  readonly #kind: "id" | "name";
  /** Spellings as they stand in the file to codes. */
  readonly #spellings = new ByteTable();
  /** Clean texts to codes. */
  readonly #texts = new ByteTable();
  readonly #hash = new IdentityHash();

  constructor(kind: "id" | "name") {
    this.#kind = kind;
    if (kind === "name") this.#addText(new Uint8Array(0));
  }

  /** The code of a spelling, or ABSENT when the column has not held it yet. */
  find(bytes: Uint8Array, from: number, to: number): number {
    return this.#spellings.find(bytes, from, to);
  }

  /** What `learn` would say of a spelling, without learning it: 0 when all is well. */
  judge(bytes: Uint8Array, from: number, to: number): number {
    const raw = textOf(bytes, from, to);
    if (this.#kind === "name") return isBadName(nameText(raw)) ? CELL.bad : 0;
    const id = idText(raw);
    if (id === "") return CELL.missing;
    if (isBadId(id)) return CELL.bad;
    return isSheetError(id) ? CELL.damaged : 0;
  }

  /** Gives a spelling that `judge` took its code. */
  learn(bytes: Uint8Array, from: number, to: number): number {
    const raw = textOf(bytes, from, to);
    const clean = this.#kind === "id" ? idText(raw) : nameText(raw);
    this.hadInvisible = hadInvisible(raw, clean);
    const text = bytesOf(clean);
    let code = this.#texts.find(text, 0, text.length);
    if (code === ABSENT) {
      code = this.#addText(text);
      if (isMangled(clean)) this.mangled.add(code);
    }
    this.#spellings.add(bytes.subarray(from, to), code);
    return code;
  }

  /** The texts as bytes. */
  get packed(): PackedNames {
    const { keys, bounds } = this.#texts;
    return { keys, bounds, count: this.codes };
  }

  textOf(code: number): string {
    const { keys, bounds } = this.#texts;
    return textOf(keys, bounds[code]!, bounds[code + 1]!);
  }

  /** The texts of the codes from `first` on. */
  textsFrom(first: number): string[] {
    const { keys, bounds } = this.#texts;
    const start = bounds[first]!;
    const end = bounds[this.codes]!;
    const all = textOf(keys, start, end);
    const isAscii = all.length === end - start;
    return Array.from({ length: this.codes - first }, (_, at) => {
      const [from, to] = [bounds[first + at]!, bounds[first + at + 1]!];
      return isAscii ? all.slice(from - start, to - start) : textOf(keys, from, to);
    });
  }

  #addText(text: Uint8Array): number {
    if (this.codes === this.hashLow.length) {
      this.hashLow = doubled(this.hashLow);
      this.hashHigh = doubled(this.hashHigh);
    }
    this.#hash.startContent();
    this.#hash.addBytes(text, 0, text.length);
    this.#hash.finish();
    this.hashLow[this.codes] = this.#hash.low;
    this.hashHigh[this.codes] = this.#hash.high;
    this.#texts.add(text, this.codes);
    return this.codes++;
  }
}

function doubled(values: Uint32Array): Uint32Array<ArrayBuffer> {
  const grown = new Uint32Array(values.length * 2);
  grown.set(values);
  return grown;
}
