import { NOT_DONE_STATUSES } from "#src/domain/statusWords.ts";
import { ABSENT, ByteTable } from "#src/ingest/text/byteTable.ts";
import { textOf } from "#src/ingest/text/bytes.ts";
import { trimmed } from "#src/ingest/cells/cellText.ts";
import { plainWord } from "#src/ingest/text/plainWord.ts";
import type { RecordReader } from "#src/ingest/text/records.ts";

/** What an amount without a word on its currency is in. */
const YUAN = new Set(["", "cny", "cnh", "rmb", "156", "人民币", "人民币元", "元", "yuan", "renminbi", "¥", "-"]);

/** A column that says something else in every row is judged row by row. */
const MOST_VALUES = 10_000;

/** A column whose value alone decides whether its row is let through; each value is judged once. */
export class GateColumn {
  /** Its place; a header in the middle of a file may move it. */
  index: number;
  readonly #lets: (value: string) => boolean;
  readonly #known = new ByteTable();

  constructor(index: number, lets: (value: string) => boolean) {
    this.index = index;
    this.#lets = lets;
  }

  letsThrough({ bytes, starts, ends }: RecordReader): boolean {
    const from = starts[this.index]!;
    const to = ends[this.index]!;
    const known = this.#known.find(bytes, from, to);
    if (known !== ABSENT) return known === 1;
    const passes = this.#lets(textOf(bytes, from, to));
    if (this.#known.entries < MOST_VALUES) this.#known.add(bytes.subarray(from, to), passes ? 1 : 0);
    return passes;
  }
}

/** Rows whose status is to be kept; without a list, those whose status does not say that nothing came of them. */
export function statusGate(index: number, keep: readonly string[] | undefined): GateColumn {
  const kept = keep && new Set(keep.map(trimmed));
  return new GateColumn(index, (value) => kept?.has(trimmed(value)) ?? !NOT_DONE_STATUSES.has(plainWord(value)));
}

/** Rows in the currency to be kept, yuan unless somebody says otherwise; a row that names none is in it. */
export function currencyGate(index: number, keep: string | undefined): GateColumn {
  const kept = keep === undefined ? YUAN : new Set(["", plainWord(keep), trimmed(keep)]);
  return new GateColumn(index, (value) => kept.has(trimmed(value)) || kept.has(plainWord(value)));
}
