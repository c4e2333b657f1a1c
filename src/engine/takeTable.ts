import { TABLES } from "#src/domain/datasets.ts";
import type { ImportRecord } from "#src/domain/imports.ts";
import { filledRows, type RowPlace } from "#src/domain/tableColumns.ts";
import { tableDuplicates } from "#src/domain/tableRows.ts";
import { epochDay } from "#src/domain/units.ts";
import type { DecodedTable } from "#src/ingest/decodedFile.ts";

import { recordOf } from "./importRecord.ts";
import type { LostValues } from "./protocol.ts";
import type { FileJob, FileResult } from "./takeFile.ts";

/** Sets the rows of a dataset beside the ledger against those before them; the ledger stays as it is. */
export async function takeTable(job: FileJob, sha256: string, table: DecodedTable): Promise<FileResult> {
  const before = await job.tablesBefore(table.dataset);
  const { accepted, duplicate, replaced, stoodOver } = tableDuplicates(table.dataset, before, table.data);
  const record: ImportRecord = {
    ...recordOf(job, sha256),
    dataset: table.dataset,
    mode: "merge",
    layout: table.layout,
    counts: {
      read: table.read,
      accepted,
      duplicate,
      replaced,
      rejected: table.rejected,
      ignored: table.ignored,
    },
    ...spanOf(table),
    warnings: table.warnings,
    unknownTypes: [],
    skippedLines: table.skippedLines,
    rejectsKept: table.rejects.length,
    partitions: 0,
    days: [],
  };
  return {
    outcome: { type: "imported", fileName: job.table.fileName, record },
    taken: {
      draft: {
        record,
        partitions: [],
        partitionInfos: [],
        supersessions: [],
        rejects: table.rejects,
        table: table.data,
      },
      ledger: job.ledger,
      standsOverStored: false,
      lostValues: lostValues(table, stoodOver),
    },
  };
}

/** What stored rows say in columns that the file has not got: a row is replaced as a whole. */
function lostValues({ dataset, layout }: DecodedTable, stoodOver: readonly RowPlace[]): readonly LostValues[] {
  const present = new Set<string>(layout.mapping.map(({ column }) => column));
  return TABLES[dataset].flatMap(({ name }, place) => {
    const rows = present.has(name) ? 0 : filledRows(stoodOver, place);
    return rows === 0 ? [] : [{ column: name, rows }];
  });
}

/** By the dataset's first column of days, which every dataset requires. */
function spanOf({ dataset, data }: DecodedTable): Pick<ImportRecord, "firstDay" | "lastDay"> {
  const place = TABLES[dataset].findIndex(({ cell }) => cell === "day");
  const values = data.columns[place];
  if (values?.type !== "number" || data.rows === 0) return { firstDay: null, lastDay: null };
  let [first, last] = [Infinity, -Infinity];
  for (const day of values.numbers) {
    first = Math.min(first, day);
    last = Math.max(last, day);
  }
  return { firstDay: epochDay(first), lastDay: epochDay(last) };
}
