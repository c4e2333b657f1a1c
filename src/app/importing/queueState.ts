import type { ImportQueueState, QueuedFile } from "#src/features/data/importQueue.ts";
import { isRunning, type ImportJob } from "#src/view/importing.tsx";

/** A job as the queue panel draws it. */
export function queueState(job: ImportJob): ImportQueueState {
  return {
    files: job.files.map((file, index) => ({
      index,
      fileName: file.name,
      sizeBytes: file.sizeBytes,
      ...placeOf(job, index),
    })),
    running: isRunning(job),
    doneBytes: job.doneBytes,
    totalBytes: job.totalBytes,
    rowsPerSecond: job.rowsPerSecond > 0 ? job.rowsPerSecond : null,
    secondsLeft: job.secondsLeft ?? null,
  };
}

function placeOf({ current, outcomes }: ImportJob, index: number): Pick<QueuedFile, "step" | "rows" | "outcome"> {
  const outcome = outcomes[index] ?? null;
  if (outcome) return { step: "done", rows: 0, outcome };
  if (!current || index > current.fileIndex) return { step: "waiting", rows: 0, outcome: null };
  if (index < current.fileIndex) return { step: "done", rows: 0, outcome: null };
  return { step: current.step, rows: current.rows, outcome: null };
}
