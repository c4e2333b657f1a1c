import type { FileRefusal } from "#src/domain/imports.ts";
import type { FileSketch, Reading, SavedMapping } from "#src/domain/reading.ts";
import { headerFingerprint } from "#src/ingest/header/headerFingerprint.ts";

import { REJECTED_HEADERS } from "./rejectedFile.ts";

/** What is remembered for a table, and the table's head as that reads it. */
export interface KnownMapping {
  readonly mapping: SavedMapping;
  readonly sketch: FileSketch;
}

type SketchAs = (reading: Reading) => Promise<FileSketch | FileRefusal>;

/** The mapping whose header a table has: where it was recognised, or where the mapping looks for it. */
export async function mappingFor(
  recognised: FileSketch,
  mappings: readonly SavedMapping[],
  sketchAs: SketchAs,
): Promise<KnownMapping | undefined> {
  const found =
    mappings.find(({ fingerprint }) => fingerprint === recognised.fingerprint) ??
    mappingOfRejected(recognised, mappings) ??
    (await mappingElsewhere(recognised, mappings, sketchAs));
  if (!found) return undefined;
  const sketch = await sketchAs(found.reading);
  return "code" in sketch ? undefined : { mapping: found, sketch };
}

/** A mapping that names the header's line, because it is not found otherwise. */
async function mappingElsewhere(
  recognised: FileSketch,
  mappings: readonly SavedMapping[],
  sketchAs: SketchAs,
): Promise<SavedMapping | undefined> {
  for (const mapping of mappings) {
    const { headerLine, encoding, delimiter } = mapping.reading;
    // Without a header only the number of columns tells: not enough against a header that we know.
    if (headerLine === 0 && recognised.dataset !== undefined) continue;
    const isPlaced = headerLine !== undefined && headerLine !== recognised.headerLine;
    if (!isPlaced && encoding === undefined && delimiter === undefined) continue;
    const sketch = await sketchAs(mapping.reading);
    if (!("code" in sketch) && sketch.fingerprint === mapping.fingerprint) return mapping;
  }
  return undefined;
}

/** Rejected rows that were given out have two columns more, in front, and are in our own encoding. */
function mappingOfRejected(
  { headers, fingerprint }: FileSketch,
  mappings: readonly SavedMapping[],
): SavedMapping | undefined {
  const added = REJECTED_HEADERS.length;
  if (!REJECTED_HEADERS.every((header, place) => headers[place]?.toLowerCase() === header)) return undefined;
  const original = headerFingerprint(headers.slice(added));
  const mapping = mappings.find((candidate) => candidate.fingerprint === original);
  if (!mapping) return undefined;
  return { ...mapping, fingerprint, headers, reading: movedReading(mapping.reading, added) };
}

/** A reading whose columns stand some places further on, with the header in the first line. */
function movedReading(reading: Reading, by: number): Reading {
  const {
    encoding: _encoding,
    headerLine: _headerLine,
    columns,
    sign,
    description,
    status,
    currency,
    ...rest
  } = reading;
  const moved = (place: number): number => place + by;
  return {
    ...rest,
    ...(columns
      ? {
          // The same columns, each further on.
          columns: Object.fromEntries(
            Object.entries<number>(columns).map(([name, place]) => [name, moved(place)]),
          ) as NonNullable<Reading["columns"]>,
        }
      : {}),
    ...(sign
      ? {
          sign:
            sign.shape === "credit_debit" ? { ...sign, credit: moved(sign.credit), debit: moved(sign.debit) } : sign,
        }
      : {}),
    ...(description === undefined ? {} : { description: moved(description) }),
    ...(status ? { status: { ...status, column: moved(status.column) } } : {}),
    ...(currency ? { currency: { ...currency, column: moved(currency.column) } } : {}),
  };
}

/** What to remember of a table that was read as somebody settled it. */
export function mappingOf(
  sketch: FileSketch,
  reading: Reading,
  about: { readonly name: string; readonly savedAtMs: number },
): SavedMapping | undefined {
  const dataset = reading.dataset ?? sketch.dataset;
  if (dataset === undefined) return undefined;
  const { fingerprint, headers } = sketch;
  return { fingerprint, name: about.name, dataset, headers, reading, savedAtMs: about.savedAtMs };
}
