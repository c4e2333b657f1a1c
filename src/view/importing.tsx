import { createContext, useContext, useSyncExternalStore } from "react";

import type { ImportOrigin } from "#src/domain/imports.ts";
import type { ImportOutcome, ImportStep } from "#src/engine/protocol.ts";

/** One run of the import queue, from the drop of its files until it is put away. */
export interface ImportJob {
  readonly id: number;
  readonly origin: ImportOrigin;
  /** "fetching" is the sample on its way to the engine. */
  readonly state: "fetching" | "importing" | "cancelling" | "finished" | "failed";
  /** In the order in which they are imported. */
  readonly files: readonly { readonly name: string; readonly sizeBytes: number }[];
  readonly doneBytes: number;
  readonly totalBytes: number;
  /** Rows read so far, of all files. */
  readonly rows: number;
  readonly current: ImportStep | undefined;
  readonly rowsPerSecond: number;
  /** Undefined while there is too little to tell. */
  readonly secondsLeft: number | undefined;
  /** One for each file, in their order, as far as they are done. */
  readonly outcomes: readonly ImportOutcome[];
  /** Why the job failed; undefined otherwise. */
  readonly error: Error | undefined;
}

/** Imports outlive screens, so they are run outside of them; made once in `app`. */
export interface ImportRunner {
  readonly subscribe: (onChange: () => void) => () => void;
  readonly job: () => ImportJob | undefined;
  /**
   * Lets the reader review the files before anything of them is stored. Asks first when the sample is loaded: own files
   * never mix with it unasked.
   */
  readonly importFiles: (files: readonly File[]) => void;
  /** Imports files that a screen made of what the reader entered there: nothing of them needs a review. */
  readonly importMade: (files: readonly File[]) => void;
  readonly loadSample: () => void;
  readonly removeSample: () => void;
  /** What is stored already stays. */
  readonly cancel: () => void;
  /** Puts a finished job away. */
  readonly dismiss: () => void;
}

export const ImportRunnerContext = createContext<ImportRunner | undefined>(undefined);

export function useImportRunner(): ImportRunner {
  const runner = useContext(ImportRunnerContext);
  if (!runner) throw new Error("ImportRunnerContext is missing");
  return runner;
}

/** Undefined while nothing was imported since the page opened, or the last job was put away. */
export function useImportJob(): ImportJob | undefined {
  const runner = useImportRunner();
  return useSyncExternalStore(runner.subscribe, runner.job);
}

/** A job that still works on its files. */
export function isRunning(job: ImportJob | undefined): boolean {
  return job !== undefined && job.state !== "finished" && job.state !== "failed";
}
