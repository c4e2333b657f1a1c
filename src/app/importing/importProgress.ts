import type { ImportOrigin } from "#src/domain/imports.ts";
import type { Progress } from "#src/engine/protocol.ts";
import type { ImportJob } from "#src/view/importing.tsx";

/** A rate over less time than this says nothing. */
const MIN_ELAPSED_MS = 800;

interface NewJob {
  readonly id: number;
  readonly origin: ImportOrigin;
  readonly state: ImportJob["state"];
  readonly files: ImportJob["files"];
}

export function newJob(start: NewJob): ImportJob {
  return {
    ...start,
    doneBytes: 0,
    totalBytes: start.files.reduce((bytes, file) => bytes + file.sizeBytes, 0),
    rows: 0,
    current: undefined,
    rowsPerSecond: 0,
    secondsLeft: undefined,
    outcomes: [],
    error: undefined,
  };
}

/** Follows an import: rows add up over files, and rates are means since the start. */
export function createMeter(startedAtMs: number): (progress: Progress, nowMs: number) => Partial<ImportJob> {
  let rowsBefore = 0;
  let fileIndex = 0;
  let rowsOfFile = 0;
  return ({ done, total, importStep }, nowMs) => {
    if (importStep) {
      if (importStep.fileIndex !== fileIndex) {
        rowsBefore += rowsOfFile;
        ({ fileIndex } = importStep);
      }
      rowsOfFile = importStep.rows;
    }
    const rows = rowsBefore + rowsOfFile;
    const elapsedMs = nowMs - startedAtMs;
    const known = elapsedMs >= MIN_ELAPSED_MS && done > 0;
    return {
      doneBytes: done,
      totalBytes: total,
      rows,
      current: importStep,
      rowsPerSecond: known ? (rows / elapsedMs) * 1000 : 0,
      secondsLeft: known ? ((total - done) / done) * (elapsedMs / 1000) : undefined,
    };
  };
}
