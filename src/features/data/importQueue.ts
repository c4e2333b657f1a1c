import type { ImportOutcome } from "#src/engine/protocol.ts";

/** A file on its way in. */
export interface QueuedFile {
  /** Its place in the queue; names may repeat. */
  readonly index: number;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly step: "waiting" | "reading" | "storing" | "done";
  /** Rows read so far. */
  readonly rows: number;
  /** Null until it is done. */
  readonly outcome: ImportOutcome | null;
}

export interface ImportQueueState {
  readonly files: readonly QueuedFile[];
  readonly running: boolean;
  readonly doneBytes: number;
  readonly totalBytes: number;
  /** Null while nobody knows. */
  readonly rowsPerSecond: number | null;
  readonly secondsLeft: number | null;
}

export type OutcomeType = ImportOutcome["type"];

/** How the files that are done ended, by kind. */
export function outcomeCounts({ files }: ImportQueueState): Readonly<Record<OutcomeType, number>> {
  const counts = { imported: 0, known: 0, refused: 0, unstored: 0, cancelled: 0 };
  for (const { outcome } of files) if (outcome !== null) counts[outcome.type] += 1;
  return counts;
}

const ATTENTION: Readonly<Record<OutcomeType | "underway", number>> = {
  refused: 0,
  unstored: 1,
  underway: 2,
  cancelled: 3,
  imported: 4,
  known: 5,
};

/** What needs the reader first, then what is under way, then the rest; each in file order. */
export function filesByAttention(files: readonly QueuedFile[]): QueuedFile[] {
  const rank = ({ outcome, step }: QueuedFile) => {
    if (outcome !== null) return ATTENTION[outcome.type];
    // Read, but its outcome has not been told yet.
    return step === "done" ? 7 : step === "waiting" ? 6 : ATTENTION.underway;
  };
  return files.toSorted((a, b) => rank(a) - rank(b) || a.index - b.index);
}
