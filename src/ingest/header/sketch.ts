import type { FileRefusal } from "#src/domain/imports.ts";
import type { FileSketch, Reading } from "#src/domain/reading.ts";

import { columnSetOf } from "./columnSets.ts";
import type { SketchFile, SketchOptions } from "#src/ingest/decodedFile.ts";
import { FileText } from "#src/ingest/text/encoding.ts";
import { FileBytes, READ_PLAN } from "#src/ingest/text/fileBytes.ts";
import { refusedKind } from "#src/ingest/text/fileKind.ts";
import { FileRefused } from "#src/ingest/fileRefused.ts";
import { headEnd, HEAD_BYTES } from "./headEnd.ts";
import { headerFingerprint } from "./headerFingerprint.ts";
import { isSepLine, type Head } from "./headRecords.ts";
import { bestHeader, recognisedHeader, type Candidate } from "./headerSearch.ts";
import { headerOnLine, headsOf, shownHeader } from "./locateHeader.ts";
import { columnsIn, fits, recognise } from "./recognise.ts";

const SAMPLE_ROWS = 20;
const SHOWN_LINES = 20;
const SHOWN_TEXT = 400;

/** Looks at the first lines of a table, up to 256 KB of them, however large the table is. */
export const sketchTable: SketchFile = async (table, options) => {
  options.signal?.throwIfAborted();
  try {
    if (table.size === 0) return { code: "EMPTY_FILE", message: "The file is empty." };
    return await sketchHead(table, options);
  } catch (error) {
    if (error instanceof FileRefused) return error.refusal;
    throw error;
  }
};

async function sketchHead(table: Blob, { reading = {}, signal }: SketchOptions): Promise<FileSketch | FileRefusal> {
  const file = new FileBytes(table.slice(0, HEAD_BYTES), READ_PLAN);
  const refusal = refusedKind(await file.head());
  if (refusal) return refusal;
  const isLast = table.size <= HEAD_BYTES;
  const start = isLast ? file : new FileBytes(table.slice(0, headEnd(await file.whole())), READ_PLAN);
  const text = new FileText(start, reading.encoding);
  const pieces: Uint8Array[] = [];
  for await (const { bytes } of text.chunks()) pieces.push(bytes);
  signal?.throwIfAborted();
  const bytes = new Uint8Array(await new Blob(pieces.map((piece) => piece.slice())).arrayBuffer());
  const heads = headsOf({ bytes, isLast }, reading, SAMPLE_ROWS);
  if ("code" in heads) return heads;
  const found = findHeader(heads, reading);
  return "code" in found ? found : { ...sketchOf(found, reading), encoding: text.encoding };
}

/** The header as the reading places it, or as it is recognised. */
function findHeader(heads: readonly Head[], { dataset, headerLine, columns }: Reading): Candidate | FileRefusal {
  const set = columnSetOf(dataset ?? "transactions");
  if (headerLine !== undefined) return headerOnLine(heads, headerLine, set);
  const own = dataset === undefined || columns !== undefined ? undefined : bestHeader(heads, set);
  if (own && fits(own)) return own;
  return (dataset === undefined ? recognisedHeader(heads) : undefined) ?? shownHeader(heads, set);
}

function sketchOf({ head, at, headers, set }: Candidate, reading: Reading): Omit<FileSketch, "encoding"> {
  const names = headers.map(({ name }) => name);
  const recognised = recognise(at < 0 ? [] : names);
  const dataset = reading.dataset ?? recognised?.dataset;
  const ownColumns = dataset === set.dataset ? columnsIn(headers) : recognised?.columns;
  const rows = at < 0 ? head.records.filter((record) => !isSepLine(record)) : head.records.slice(at + 1);
  return {
    dataset,
    delimiter: head.delimiter,
    headerLine: head.records[at]?.line ?? 0,
    headers: names,
    fingerprint: headerFingerprint(names),
    columns: reading.columns ?? ownColumns ?? columnsIn(headers),
    samples: rows.slice(0, SAMPLE_ROWS).map(({ cells }) => cells),
    lines: head.records.slice(0, SHOWN_LINES).map(({ line, text }) => ({ line, text: text.slice(0, SHOWN_TEXT) })),
  };
}
