import type { ImportRecord, RejectedRow } from "#src/domain/imports.ts";
import type { PartitionInfo } from "#src/domain/ledger.ts";
import { epochDay } from "#src/domain/units.ts";

import { sealed, type Sealed } from "./checksum.ts";
import { exactBuffer } from "./exactCopy.ts";
import type { ImportDraft, SupersessionBy } from "./ledgerStore.ts";

/** The small part of an import: all that opening reads of it. */
export type ImportRow = Sealed<{
  readonly importId: number;
  readonly sha256: string;
  readonly record: Omit<ImportRecord, "days">;
  /** Day and rows by turns: ten years stay small enough to lie in the database's own pages. */
  readonly days: Int32Array;
  readonly infos: readonly PartitionInfo[];
}>;

/** Rows of partition `[importId, ordinal]` that rows of import `byImport` stand over. */
export type SupersessionRow = Sealed<{
  readonly byImport: number;
  readonly importId: number;
  readonly ordinal: number;
  readonly rows: ArrayBuffer;
}>;

/** Some rejected rows of an import as JSON, since cloning so many small objects is slow. */
export type RejectsRow = Sealed<{ readonly importId: number; readonly from: number; readonly json: ArrayBuffer }>;

const REJECTS_A_ROW = 2000;

export function encodeImport({ record, partitionInfos }: Pick<ImportDraft, "record" | "partitionInfos">): ImportRow {
  const { days, ...rest } = record;
  return sealed({
    importId: record.importId,
    sha256: record.sha256,
    record: rest,
    days: Int32Array.from(days.flatMap(({ day, rows }) => [day, rows])),
    infos: [...partitionInfos],
  });
}

export function decodeImport(row: ImportRow): ImportRecord {
  const days: { day: ImportRecord["days"][number]["day"]; rows: number }[] = [];
  for (let at = 0; at < row.days.length; at += 2) days.push({ day: epochDay(row.days[at]!), rows: row.days[at + 1]! });
  return { ...row.record, days };
}

export function encodeSupersessions({ record, supersessions }: ImportDraft): SupersessionRow[] {
  return supersessions.map(({ importId, ordinal, rows }) =>
    sealed({ byImport: record.importId, importId, ordinal, rows: exactBuffer(rows) }),
  );
}

export function decodeSupersession({ byImport, importId, ordinal, rows }: SupersessionRow): SupersessionBy {
  return { byImport, importId, ordinal, rows: new Uint32Array(rows) };
}

export function encodeRejects({ record, rejects }: ImportDraft): RejectsRow[] {
  const encoder = new TextEncoder();
  const rows: RejectsRow[] = [];
  for (let from = 0; from < rejects.length; from += REJECTS_A_ROW) {
    const bytes = encoder.encode(JSON.stringify(rejects.slice(from, from + REJECTS_A_ROW)));
    rows.push(sealed({ importId: record.importId, from, json: exactBuffer(bytes) }));
  }
  return rows;
}

export function decodeRejects({ json }: RejectsRow): RejectedRow[] {
  // Its checksum vouches that these are the bytes that encodeRejects made.
  return JSON.parse(new TextDecoder().decode(json)) as RejectedRow[];
}
