import { useSyncExternalStore } from "react";

import { useImportRunner } from "#src/view/importing.tsx";

import type { AppImportRunner, ImportReview } from "./importRunner.ts";

/** The runner with what only this folder asks of it. */
export function useAppImportRunner(): AppImportRunner {
  // The context is filled once, in main.tsx, with the whole runner.
  return useImportRunner() as AppImportRunner;
}

/** Own files that wait for an answer. */
export function useSampleQuestion(): readonly File[] | undefined {
  const runner = useAppImportRunner();
  return useSyncExternalStore(runner.subscribe, runner.question);
}

/** Files under review, or on their way to it. */
export function useImportReview(): ImportReview | undefined {
  const runner = useAppImportRunner();
  return useSyncExternalStore(runner.subscribe, runner.review);
}
