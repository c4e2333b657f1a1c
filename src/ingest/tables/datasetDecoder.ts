import { TABLES, type TableColumnName, type TableName } from "#src/domain/datasets.ts";
import type { FileLayout, FileRefusal } from "#src/domain/imports.ts";
import type { Reading } from "#src/domain/reading.ts";

import { fieldOfBadBytes } from "#src/ingest/text/badBytes.ts";
import { textOf } from "#src/ingest/text/bytes.ts";
import type { CellQuestion } from "./cells.ts";
import { CELL, trimmed } from "#src/ingest/cells/cellText.ts";
import { Clock } from "#src/ingest/cells/clock.ts";
import { cellRejection, datasetColumns, type DatasetColumn } from "./datasetColumns.ts";
import { DatasetTally, WORD_COLUMNS, type WordColumn } from "./datasetTally.ts";
import type { DecodedTable, DecodeOptions } from "#src/ingest/decodedFile.ts";
import type { FileText } from "#src/ingest/text/encoding.ts";
import { FileRefused } from "#src/ingest/fileRefused.ts";
import { layoutFor, type TableLayout } from "#src/ingest/header/layout.ts";
import type { RecordReader } from "#src/ingest/text/records.ts";
import { walkRecords } from "#src/ingest/text/recordWalk.ts";
import { TableBuilder } from "./tableBuilder.ts";
import type { RowFault } from "#src/ingest/tally.ts";

/** The rows of a table come in one piece; a ledger, which may be longer, comes in blocks. */
const MAX_TABLE_ROWS = 2_000_000;

/** What to read a table with. */
type DatasetOptions = Pick<DecodeOptions, "zone" | "reading" | "signal" | "onProgress"> & {
  readonly dataset: TableName;
};

/**
 * Reads an export of a dataset beside the ledger from its first byte to its last. Where a column asks a question
 * that only all of its cells can answer, the text is gone through for it, and then from the start again.
 *
 * @throws FileRefused
 */
export async function decodeDataset(text: FileText, options: DatasetOptions): Promise<DecodedTable> {
  const decoder = new DatasetDecoder(text, options);
  const first = await decoder.decode();
  if (first !== "asked") return first;
  await decoder.survey();
  const second = await decoder.decode();
  if (second === "asked") throw new Error("a column asks again what was settled");
  return second;
}

class DatasetDecoder {
  readonly #text: FileText;
  readonly #options: DatasetOptions;
  #layout: TableLayout | undefined;
  #columns: readonly DatasetColumn[] = [];

  constructor(text: FileText, options: DatasetOptions) {
    this.#text = text;
    this.#options = options;
  }

  /** The table, or that a column asks how it is written. */
  async decode(): Promise<DecodedTable | "asked"> {
    const { dataset, onProgress } = this.#options;
    const walk: DecodeWalk = { rows: undefined, isAsked: false };
    await this.#walk({
      onProgress,
      begin: (layout) => {
        walk.rows = new Rows(dataset, layout, this.#columns);
      },
      take: (record, line) => {
        walk.isAsked = walk.rows?.take(record, line, this.#text) === "asked";
        return !walk.isAsked;
      },
    });
    if (walk.isAsked || walk.rows === undefined) return "asked";
    return walk.rows.finish(dataset, this.#text.encoding);
  }

  /** @throws FileRefused when a column can be read in two ways */
  async survey(): Promise<void> {
    await this.#walk({
      begin: () => undefined,
      take: (record) => {
        if (this.#layout && hasFieldsOf(record, this.#layout)) {
          const { bytes, starts, ends } = record;
          for (const { cells, field } of this.#columns) {
            if ("gather" in cells) cells.gather(bytes, starts[field]!, ends[field]!);
          }
        }
        return true;
      },
    });
    for (const { name, cells } of this.#columns) {
      const question = "settle" in cells ? cells.settle() : undefined;
      if (question) throw new FileRefused(ambiguous(name, question));
    }
  }

  async #walk(walker: Walker): Promise<void> {
    await walkRecords(this.#text, {
      ...walker,
      signal: this.#options.signal,
      begin: (head, isLast) => {
        const layout = this.#layoutIn(head, isLast);
        walker.begin(layout);
        return layout;
      },
    });
  }

  /** The same for every walk, and with the same columns: they keep what was settled. */
  #layoutIn(bytes: Uint8Array, isLast: boolean): TableLayout {
    if (this.#layout) return this.#layout;
    const { dataset, reading = {}, zone } = this.#options;
    const layout = layoutFor({ bytes, isLast }, { dataset, reading });
    if ("code" in layout) throw new FileRefused(layout);
    this.#columns = datasetColumns(dataset, layout, new Clock(zone));
    this.#layout = layout;
    return layout;
  }
}

interface DecodeWalk {
  rows: Rows | undefined;
  isAsked: boolean;
}

interface Walker {
  readonly begin: (layout: TableLayout) => void;
  readonly take: (record: RecordReader, line: number) => boolean;
  readonly onProgress?: ((bytesDone: number) => void) | undefined;
}

/** The rows of one walk. */
class Rows {
  readonly tally: DatasetTally;
  readonly #layout: TableLayout;
  readonly #columns: readonly DatasetColumn[];
  readonly #builder: TableBuilder;
  /** 1 for each column of which the last record's cell holds a value. */
  readonly #isPresent: Uint8Array;
  /** Of what has one. */
  readonly #words: WordColumn | undefined;
  readonly #wordColumn: DatasetColumn | undefined;
  #read = 0;

  constructor(dataset: TableName, layout: TableLayout, columns: readonly DatasetColumn[]) {
    this.tally = new DatasetTally(layout);
    this.#layout = layout;
    this.#columns = columns;
    this.#builder = new TableBuilder(TABLES[dataset]);
    this.#isPresent = new Uint8Array(TABLES[dataset].length);
    this.#words = WORD_COLUMNS[dataset];
    this.#wordColumn = columns.find(({ name }) => name === this.#words?.column);
  }

  take(record: RecordReader, line: number, { hasBadBytes, hasReplacement }: FileText): "taken" | "asked" {
    const fault = (hasBadBytes ? this.#badBytes(record) : undefined) ?? this.#faultOf(record);
    if (fault === "asked") return fault;
    this.#read++;
    if (this.#read > MAX_TABLE_ROWS) throw tooManyRows();
    if (fault !== undefined) {
      this.tally.leaveOut(record, line, fault);
    } else if (isKept(record, this.#layout.reading)) {
      this.#put(line);
      if (hasReplacement) this.tally.lookForDamage(record, line);
      if (this.#words && this.#wordColumn) this.tally.lookAtWord(this.#words, this.#wordColumn.cells, line);
    } else {
      this.tally.ignored++;
    }
    return "taken";
  }

  #put(line: number): void {
    for (const { place, spec, cells } of this.#columns) {
      if (this.#isPresent[place] !== 1) continue;
      if (spec.cell === "text") this.#builder.putText(place, cells.utf8);
      else this.#builder.putNumber(place, cells.value);
    }
    this.#builder.finishRow(line);
  }

  #badBytes(record: RecordReader): RowFault | undefined {
    const field = fieldOfBadBytes(record);
    if (field < 0) return undefined;
    const column = this.#columns.find((each) => each.field === field)?.name ?? null;
    return { code: "BAD_BYTES", column, field };
  }

  /** Reads the cells of a record; undefined when a row can be made of them. */
  #faultOf(record: RecordReader): RowFault | "asked" | undefined {
    if (!hasFieldsOf(record, this.#layout)) return { code: "WRONG_COLUMN_COUNT", column: null, field: -1 };
    const { currency } = this.#layout.reading;
    if (currency && cellText(record, currency.column) !== trimmed(currency.keep)) {
      return { code: "WRONG_CURRENCY", column: null, field: currency.column };
    }
    const { bytes, starts, ends } = record;
    for (const { name, place, field, spec, cells } of this.#columns) {
      const verdict = cells.read(bytes, starts[field]!, ends[field]!);
      this.#isPresent[place] = verdict === 0 ? 1 : 0;
      if (verdict === CELL.question) return "asked";
      if (verdict !== 0 && (verdict !== CELL.missing || spec.required)) {
        return { code: cellRejection(spec, verdict), column: name, field };
      }
    }
    return undefined;
  }

  finish(dataset: TableName, encoding: FileLayout["encoding"]): DecodedTable {
    const { tally } = this;
    if (this.#builder.rows === 0 && tally.rejected > 0) throw tally.allRejected();
    return {
      dataset,
      layout: fileLayout(this.#layout, encoding, this.#columns),
      read: this.#read,
      ...this.#builder.finish(),
      rejected: tally.rejected,
      ignored: tally.ignored,
      rejects: tally.rejects,
      warnings: tally.warnings(),
      skippedLines: tally.skippedLines,
    };
  }
}

/** Rows have the header's fields; those that end in a delimiter have empty ones behind. */
function hasFieldsOf(record: RecordReader, { fields, fieldsWithTrailing }: TableLayout): boolean {
  if (record.malformed || record.fields < fields || record.fields > fieldsWithTrailing) return false;
  for (let field = fields; field < record.fields; field++) {
    if (record.ends[field]! > record.starts[field]!) return false;
  }
  return true;
}

function isKept(record: RecordReader, { status }: Reading): boolean {
  return status === undefined || status.keep.map(trimmed).includes(cellText(record, status.column));
}

function cellText({ bytes, starts, ends }: RecordReader, field: number): string {
  return trimmed(textOf(bytes, starts[field]!, ends[field]!));
}

function fileLayout(
  layout: TableLayout,
  encoding: FileLayout["encoding"],
  columns: readonly DatasetColumn[],
): FileLayout {
  const money = columns.find(({ spec }) => spec.cell === "fen" || spec.cell === "millionths");
  return {
    encoding,
    delimiter: layout.delimiter,
    headerLine: layout.headerLine,
    headerText: layout.headerText,
    mapping: columns.map(({ name, field }) => ({ column: name, header: layout.headers[field]!.name })),
    unused: layout.headers.flatMap(({ column, name }) => (column === undefined && name !== "" ? [name] : [])),
    amountScaleFen: money ? layout.headers[money.field]!.scaleFen : 100,
  };
}

function ambiguous(column: TableColumnName, { code, values }: CellQuestion): FileRefusal {
  const examples = values.length > 0 ? ` (${values.join(", ")})` : "";
  const message =
    code === "AMBIGUOUS_DATE"
      ? `The dates of ${column} may be day/month or month/day${examples}; export them as YYYY-MM-DD.`
      : `The numbers of ${column} may have thousands or three decimals${examples}; export them with two decimals.`;
  return { code, message, column, values };
}

function tooManyRows(): FileRefused {
  return new FileRefused({
    code: "TOO_LARGE",
    message: `The file has more than ${MAX_TABLE_ROWS} rows; split it by year.`,
  });
}
