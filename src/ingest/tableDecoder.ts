import { joined, LF } from "#src/ingest/text/bytes.ts";
import { Clock } from "#src/ingest/cells/clock.ts";
import { BLOCK_ROWS, type DecodedFile, type DecodeOptions } from "./decodedFile.ts";
import type { FileText } from "#src/ingest/text/encoding.ts";
import { fileLayoutOf } from "#src/ingest/header/fileLayout.ts";
import { FileRefused } from "./fileRefused.ts";
import { isHead } from "#src/ingest/header/headEnd.ts";
import { layoutOf, type TableLayout } from "#src/ingest/header/layout.ts";
import { MAX_ROWS } from "./limits.ts";
import { recordRefusal } from "#src/ingest/text/recordRefusal.ts";
import { RecordReader } from "#src/ingest/text/records.ts";
import { RowDecoder } from "./rowDecoder.ts";
import { checkDateOrder, Survey } from "./survey.ts";
import { TableColumns } from "./tableColumns.ts";
import { Tally } from "./tally.ts";

/** No row of five fields is shorter: what a small file's arrays are made for. */
const SHORTEST_ROW = 16;

/** Why the rows of a window stopped. */
type Stop = "window_ends" | "block_full" | "asked";

/** Decodes one file, window by window, from its first byte to its outcome. */
export class TableDecoder {
  readonly #text: FileText;
  readonly #fileSize: number;
  readonly #options: DecodeOptions;

  constructor(text: FileText, fileSize: number, options: DecodeOptions) {
    this.#text = text;
    this.#fileSize = fileSize;
    this.#options = options;
  }

  /** @throws FileRefused */
  async decode(): Promise<DecodedFile> {
    const { signal, onProgress } = this.#options;
    let rest: Uint8Array = new Uint8Array(0);
    let table: Table | undefined;
    for await (const { bytes, fileOffset } of this.#text.chunks()) {
      signal?.throwIfAborted();
      rest = joined(rest, bytes);
      if (table === undefined && isHead(rest)) table = this.#tableIn(rest, false);
      if (table) rest = await this.#advance(table, rest, fileOffset);
      onProgress?.(fileOffset);
    }
    table ??= this.#tableIn(rest, true);
    await this.#advance(table, withoutPadding(rest), undefined);
    return this.#finish(table);
  }

  #tableIn(head: Uint8Array, isLast: boolean): Table {
    const layout = layoutOf(head, isLast, this.#options.reading);
    if ("code" in layout) throw new FileRefused(layout);
    return new Table(layout, this.#options.zone, Math.ceil(this.#fileSize / SHORTEST_ROW));
  }

  /** Decodes what it can and gives back what it must see again with more; `fileOffset` is undefined at the end. */
  async #advance(table: Table, window: Uint8Array, fileOffset: number | undefined): Promise<Uint8Array> {
    table.reader.setWindow(window, fileOffset === undefined);
    for (;;) {
      const stop = this.#decodeWindow(table, window);
      if (stop === "window_ends") break;
      if (stop === "asked") await this.#survey(table);
      else await this.#deliver(table);
      this.#options.signal?.throwIfAborted();
      // Up to here the window is text, which is as good as the file's bytes for showing progress.
      if (fileOffset !== undefined) this.#options.onProgress?.(Math.max(0, fileOffset - (window.length - table.at)));
    }
    const rest = window.subarray(table.at);
    table.at = 0;
    return rest;
  }

  #decodeWindow(table: Table, window: Uint8Array): Stop {
    const { reader, rows, tally } = table;
    const { hasReplacement, hasBadBytes } = this.#text;
    let { at, line } = table;
    let stop: Stop = "window_ends";
    while (at < window.length) {
      if (window[at] === LF) {
        at++;
        line++;
        continue;
      }
      if (!reader.read(at)) {
        const refusal = recordRefusal(reader, line);
        if (refusal) throw new FileRefused(refusal);
        break;
      }
      if (!reader.blank) {
        if (rows.block.rows === rows.block.capacity) {
          stop = "block_full";
          break;
        }
        const verdict = hasBadBytes && rows.refusesBytes(reader) ? "left_out" : rows.take(reader, line);
        if (verdict === "asked") {
          stop = "asked";
          break;
        }
        tally.read++;
        if (verdict !== "taken") table.leaveOut(line, verdict);
        else if (hasReplacement) table.warnOfDamage(line);
      }
      line += reader.lines;
      at = reader.next;
    }
    table.at = at;
    table.line = line;
    if (tally.read > MAX_ROWS) throw tooManyRows();
    return stop;
  }

  async #deliver(table: Table): Promise<void> {
    if (table.rows.block.rows === 0) return;
    table.delivered += table.rows.block.rows;
    await this.#options.onBlock(table.rows.finishBlock(BLOCK_ROWS));
  }

  async #survey(table: Table): Promise<void> {
    const { layout } = table;
    const survey = new Survey(table.columns, layout);
    const reader = new RecordReader(layout.delimiter);
    let rest: Uint8Array = new Uint8Array(0);
    let skip = layout.bodyFrom;
    const gather = (window: Uint8Array, isLast: boolean): Uint8Array => {
      reader.setWindow(window, isLast);
      let at = Math.min(skip, window.length);
      skip -= at;
      while (at < window.length && reader.read(at)) {
        if (!reader.blank) survey.gather(reader);
        at = reader.next;
      }
      return window.subarray(at);
    };
    for await (const { bytes } of this.#text.chunks()) {
      this.#options.signal?.throwIfAborted();
      rest = gather(joined(rest, bytes), false);
    }
    gather(withoutPadding(rest), true);
    table.columns.moveTo(table.current);
    survey.settle();
  }

  async #finish(table: Table): Promise<DecodedFile> {
    const { tally } = table;
    await this.#deliver(table);
    checkDateOrder(table.columns);
    table.rows.warnOfLookalikes();
    if (table.delivered === 0 && tally.rejected > 0) throw allRejected(tally);
    return {
      layout: fileLayoutOf(table.layout, this.#text.encoding, table.columns.amount.scaleFen),
      read: tally.read,
      rows: table.delivered,
      rejected: tally.rejected,
      ignored: tally.ignored,
      rejects: tally.rejects,
      warnings: tally.warnings(),
      unknownTypes: tally.unknownTypes(),
      skippedLines: tally.skippedLines,
      controlTotals: tally.controlTotals(),
    };
  }
}

/** A file whose header has been found, and how far it has been decoded. */
class Table {
  readonly layout: TableLayout;
  /** The same with the columns in the order of the last header. */
  current: TableLayout;
  readonly columns: TableColumns;
  readonly tally: Tally;
  readonly rows: RowDecoder;
  readonly reader: RecordReader;
  /** Place in the window and physical line of the next record. */
  at: number;
  line: number;
  delivered = 0;

  constructor(layout: TableLayout, zone: string, expectedRows: number) {
    this.layout = layout;
    this.current = layout;
    this.columns = new TableColumns(layout, new Clock(zone));
    this.tally = new Tally(layout, this.columns);
    this.rows = new RowDecoder(this.columns, this.tally, expectedRows);
    this.reader = new RecordReader(layout.delimiter);
    this.at = layout.bodyFrom;
    this.line = layout.bodyLine;
  }

  /** Files the record that was not taken; a header among the rows says how those below it lie. */
  leaveOut(line: number, verdict: "left_out" | "ignored"): void {
    const { reader, tally } = this;
    const header = verdict === "ignored" ? tally.ignore(reader, line) : tally.leaveOut(reader, line, this.rows.fault);
    if (header === undefined || header === "same") return;
    if (header === "other") throw otherColumns(reader, line);
    this.current = header;
    this.columns.moveTo(header);
    tally.moveTo(header);
  }

  /** The record just taken holds U+FFFD, which stands for a character lost before the file was made. */
  warnOfDamage(line: number): void {
    const text = this.reader.text();
    if (text.includes("\ufffd")) this.tally.warn("DAMAGED_AT_SOURCE", line, text.slice(0, 200));
  }
}

/** Without the NULs that some systems fill a file up with. */
function withoutPadding(rest: Uint8Array): Uint8Array {
  let end = rest.length;
  while (end > 0 && rest[end - 1] === 0) end--;
  return rest.subarray(0, end);
}

function otherColumns(reader: RecordReader, line: number): FileRefused {
  const headersFound = reader.text().slice(0, 2000);
  return new FileRefused({
    code: "AMBIGUOUS_COLUMN",
    message: `Another table with other columns begins on line ${line}; put it into a file of its own.`,
    line,
    values: [headersFound],
  });
}

function tooManyRows(): FileRefused {
  return new FileRefused({
    code: "TOO_LARGE",
    message: `The file has more than ${MAX_ROWS} rows; split it by month or year.`,
  });
}

function allRejected(tally: Tally): FileRefused {
  const codes = [...new Set(tally.rejects.map(({ code }) => code))];
  const [first] = tally.rejects;
  return new FileRefused({
    code: "ALL_ROWS_REJECTED",
    message: `Not one of ${tally.rejected} rows could be taken: ${codes.join(", ")}.`,
    ...(first && { line: first.line }),
    values: codes,
    rejects: tally.rejects,
  });
}
