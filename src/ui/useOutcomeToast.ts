import type { Result } from "#src/domain/result.ts";

import { errorText, type ErrorFacts } from "./errorText.ts";
import { useLanguage } from "./language.tsx";
import { useToast } from "./ToastHost.tsx";

/** What is told once it is done. */
interface Done {
  readonly title: string;
  readonly detail?: string;
}

export interface OutcomeToast {
  readonly outcome: (result: Result<unknown, ErrorFacts>, done: Done) => void;
  readonly fault: (error: Error) => void;
}

/**
 * Tells what became of a change; what was refused or failed stays until it is read.
 *
 * @param failed  what is told where nobody refused it
 */
export function useOutcomeToast(failed: string): OutcomeToast {
  const language = useLanguage();
  const toast = useToast();
  return {
    outcome: (result, done) => {
      if (result.ok) {
        toast.show({ ...done, tone: "good" });
        return;
      }
      const { what, fix } = errorText(result.refusal, language);
      toast.show({ title: what, detail: fix, tone: "bad", timeoutMs: 0 });
    },
    fault: (error) => void toast.show({ title: failed, detail: error.message, tone: "bad", timeoutMs: 0 }),
  };
}
