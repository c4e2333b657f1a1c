import { SECONDS_A_DAY } from "#src/domain/calendar.ts";
import type { ImportRecord, RowCounts, WarningCount } from "#src/domain/imports.ts";
import type { ImportMode } from "#src/domain/reading.ts";
import { epochDay, type EpochDay } from "#src/domain/units.ts";
import type { Duplicates } from "#src/ingest/identity/duplicates.ts";

import type { Dictionary } from "./dictionary.ts";
import type { TakenBlock } from "./takenBlock.ts";
import type { FileJob, ReadFile } from "./takeFile.ts";

const EXAMPLES = 5;

export interface RecordSources {
  readonly read: ReadFile;
  readonly mode: ImportMode;
  readonly duplicates: Duplicates;
  readonly lenders: Dictionary;
}

/** What every record says of its table, whatever the table holds. */
export function recordOf(
  { stamp, table, importId }: FileJob,
  sha256: string,
): Pick<ImportRecord, "importId" | "fileName" | "sizeBytes" | "sha256" | "origin" | "importedAtMs" | "container"> {
  return {
    importId,
    fileName: table.fileName,
    sizeBytes: table.content.size,
    sha256,
    origin: stamp.origin,
    importedAtMs: stamp.nowMs,
    ...(table.container ? { container: table.container } : {}),
  };
}

/** The line that an import leaves in the history. */
export function importRecord(job: FileJob, { read, mode, duplicates, lenders }: RecordSources): ImportRecord {
  const days = rowsByDay(read.blocks);
  const warnings = [
    ...read.file.warnings,
    ...duplicateWarnings(read.blocks, duplicates, lenders),
    ...futureWarning(days, job.stamp.today),
  ];
  return {
    ...recordOf(job, read.sha256),
    dataset: "transactions",
    mode,
    controlTotals: read.file.controlTotals,
    layout: read.file.layout,
    counts: countsOf(read, duplicates),
    firstDay: days[0]?.day ?? null,
    lastDay: days.at(-1)?.day ?? null,
    warnings,
    unknownTypes: read.file.unknownTypes,
    skippedLines: read.file.skippedLines,
    rejectsKept: read.file.rejects.length,
    partitions: read.blocks.length,
    days,
  };
}

function countsOf({ file }: ReadFile, { notNew }: Duplicates): RowCounts {
  const duplicate = notNew.filter(({ standing }) => standing === "duplicate").length;
  return {
    read: file.read,
    accepted: file.rows - notNew.length,
    duplicate,
    replaced: notNew.length - duplicate,
    rejected: file.rejected,
    ignored: file.ignored,
  };
}

function rowsByDay(blocks: readonly TakenBlock[]): ImportRecord["days"] {
  const rows = new Map<number, number>();
  const add = (day: number, count: number): void => void rows.set(day, (rows.get(day) ?? 0) + count);
  for (const { partition } of blocks) {
    let [current, run] = [-1, 0];
    for (const instant of partition.columns.instant) {
      const day = Math.floor(instant / SECONDS_A_DAY);
      if (day === current) run++;
      else {
        if (run > 0) add(current, run);
        [current, run] = [day, 1];
      }
    }
    if (run > 0) add(current, run);
  }
  return [...rows].toSorted(([a], [b]) => a - b).map(([day, count]) => ({ day: epochDay(day), rows: count }));
}

function duplicateWarnings(blocks: readonly TakenBlock[], { notNew }: Duplicates, lenders: Dictionary): WarningCount[] {
  const warning = (code: "DUP_SAME" | "DUP_REPLACED", standing: "duplicate" | "replaced"): WarningCount => {
    const rows = notNew.filter((row) => row.standing === standing);
    const examples = rows.slice(0, EXAMPLES).map(({ block, row }) => ({
      line: blocks[block]!.lineOf(row),
      value: lenders.name(blocks[block]!.partition.columns.lender[row]!),
    }));
    return { code, count: rows.length, examples };
  };
  return [warning("DUP_SAME", "duplicate"), warning("DUP_REPLACED", "replaced")].filter(({ count }) => count > 0);
}

function futureWarning(days: ImportRecord["days"], today: EpochDay): WarningCount[] {
  const count = days.filter(({ day }) => day > today).reduce((sum, { rows }) => sum + rows, 0);
  return count > 0 ? [{ code: "FUTURE_DATE", count, examples: [] }] : [];
}
