import type { ImportOrigin } from "#src/domain/imports.ts";
import type { ImportOutcome, Progress } from "#src/engine/protocol.ts";
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
  const outcomes: ImportOutcome[] = [];
  return ({ done, total, importStep }, nowMs) => {
    if (importStep) {
      if (importStep.fileIndex !== fileIndex) {
        rowsBefore += rowsOfFile;
        ({ fileIndex } = importStep);
      }
      rowsOfFile = importStep.rows;
      if (importStep.outcome) outcomes.push(importStep.outcome);
    }
    const rows = rowsBefore + rowsOfFile;
    const elapsedMs = nowMs - startedAtMs;
    const known = elapsedMs >= MIN_ELAPSED_MS && done > 0;
    return {
      doneBytes: done,
      totalBytes: total,
      rows,
      current: importStep,
      outcomes: [...outcomes],
      rowsPerSecond: known ? (rows / elapsedMs) * 1000 : 0,
      secondsLeft: known ? ((total - done) / done) * (elapsedMs / 1000) : undefined,
    };
  };
}

/** What became of files whose import was cut off: what was done stays, the rest was never taken. */
export function outcomesWhenCancelled(
  files: ImportJob["files"],
  done: readonly ImportOutcome[],
): readonly ImportOutcome[] {
  const rest = files.slice(done.length).map(({ name }): ImportOutcome => ({ type: "cancelled", fileName: name }));
  return [...done, ...rest];
}
