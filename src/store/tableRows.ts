import { TABLES, type TableName } from "#src/domain/datasets.ts";
import type { StoredTable, TableData, TableValues } from "#src/domain/tables.ts";

import { sealed, type Sealed } from "./checksum.ts";
import { exactBuffer } from "./exactCopy.ts";
import type { ImportDraft } from "./ledgerStore.ts";

const FORMAT = 1;

/** A larger value is slow to write, and all of it is lost with one byte. */
const BLOCK_BYTES = 8_000_000;

type StoredValues =
  | { readonly type: "text"; readonly bytes: ArrayBuffer; readonly ends: ArrayBuffer }
  | { readonly type: "number"; readonly numbers: ArrayBuffer };

/** Some rows of a table, column by column; block `ordinal` of `blocks`. */
interface TableBlock {
  readonly importId: number;
  readonly ordinal: number;
  readonly blocks: number;
  readonly format: typeof FORMAT;
  readonly dataset: TableName;
  readonly rows: number;
  readonly columns: readonly StoredValues[];
}

export type TableRow = Sealed<TableBlock>;

/**
 * The blocks of an import's table; none when it has none, one at least when it has one.
 *
 * @throws RangeError when the record does not say which dataset it is, or columns are missing
 */
export function encodeTable({ record, table }: Pick<ImportDraft, "record" | "table">): TableRow[] {
  if (!table) return [];
  const { importId, dataset } = record;
  if (dataset === undefined || dataset === "transactions") throw new RangeError("a table needs its dataset");
  if (table.columns.length !== TABLES[dataset].length) throw new RangeError(`not the columns of ${dataset}`);
  const cuts = cutsOf(table);
  const starts = [0, ...cuts.slice(0, -1)];
  return starts.map((from, ordinal) => {
    const to = cuts[ordinal]!;
    const columns = table.columns.map((values) => encodeValues(values, from, to));
    const head = { importId, ordinal, blocks: cuts.length, format: FORMAT, dataset } as const;
    return sealed<TableBlock>({ ...head, rows: to - from, columns });
  });
}

/** @returns undefined when blocks are missing */
export function decodeTable(blocks: readonly TableBlock[]): StoredTable | undefined {
  const [first] = blocks;
  if (!first || first.blocks !== blocks.length) return undefined;
  if (blocks.some(({ ordinal, dataset }, place) => ordinal !== place || dataset !== first.dataset)) return undefined;
  const columns = first.columns.map((_, column) => joined(blocks.map((block) => block.columns[column]!)));
  const rows = blocks.reduce((sum, block) => sum + block.rows, 0);
  return { importId: first.importId, dataset: first.dataset, data: { rows, columns } };
}

/** The row after the last of each block, ascending. */
function cutsOf({ rows, columns }: TableData): number[] {
  const cuts: number[] = [];
  let bytes = 0;
  for (let row = 0; row < rows; row++) {
    const more = columns.reduce((sum, values) => sum + bytesOf(values, row), 0);
    if (bytes > 0 && bytes + more > BLOCK_BYTES) {
      cuts.push(row);
      bytes = 0;
    }
    bytes += more;
  }
  return [...cuts, rows];
}

function bytesOf(values: TableValues, row: number): number {
  if (values.type === "number") return 8;
  const { ends } = values.texts;
  return 4 + ends[row]! - (row === 0 ? 0 : ends[row - 1]!);
}

function encodeValues(values: TableValues, from: number, to: number): StoredValues {
  if (values.type === "number") return { type: "number", numbers: exactBuffer(values.numbers.subarray(from, to)) };
  const { bytes, ends } = values.texts;
  const start = from === 0 ? 0 : ends[from - 1]!;
  const end = to === 0 ? 0 : ends[to - 1]!;
  const own = start === 0 ? ends.subarray(from, to) : ends.subarray(from, to).map((at) => at - start);
  return { type: "text", bytes: exactBuffer(bytes.subarray(start, end)), ends: exactBuffer(own) };
}

function joined(parts: readonly StoredValues[]): TableValues {
  const numbers = parts.flatMap((part) => (part.type === "number" ? [new Float64Array(part.numbers)] : []));
  if (numbers.length > 0) return { type: "number", numbers: concatenated(numbers, Float64Array) };
  const texts = parts.flatMap((part) => (part.type === "text" ? [part] : []));
  let before = 0;
  const ends = texts.map((part) => {
    const start = before;
    before += part.bytes.byteLength;
    return new Uint32Array(part.ends).map((end) => end + start);
  });
  const bytes = texts.map((part) => new Uint8Array(part.bytes));
  return {
    type: "text",
    texts: { bytes: concatenated(bytes, Uint8Array), ends: concatenated(ends, Uint32Array) },
  };
}

type Numbers = Uint8Array | Uint32Array | Float64Array;

function concatenated<View extends Numbers>(parts: readonly View[], View: new (length: number) => View): View {
  if (parts.length === 1) return parts[0]!;
  const whole = new View(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
