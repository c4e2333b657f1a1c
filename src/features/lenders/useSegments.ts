import { useMutation } from "@tanstack/react-query";

import type { Segment } from "#src/domain/segments.ts";
import { errorText } from "#src/ui/errorText.ts";
import { useLanguage, useStrings } from "#src/ui/language.tsx";
import { useToast } from "#src/ui/ToastHost.tsx";
import { useEngine } from "#src/view/engine.tsx";
import { useSettingsChange } from "#src/view/useSettingsChange.ts";

import { strings } from "./strings.ts";

export interface SegmentsChange {
  readonly segments: readonly Segment[];
  /** What was done, for the reader. */
  readonly done: string;
}

/** The saved segments, and how to change them. */
export function useSegments(): {
  readonly segments: readonly Segment[];
  readonly change: (change: SegmentsChange) => void;
} {
  const { status } = useEngine();
  const save = useSettingsChange();
  const words = useStrings(strings);
  const language = useLanguage();
  const toast = useToast();
  const { mutate } = useMutation({
    mutationFn: ({ segments }: SegmentsChange) => save({ segments }),
    onSuccess: (result, { done }) => {
      if (result.ok) {
        toast.show({ title: done, tone: "good" });
        return;
      }
      const { what, fix } = errorText(result.refusal, language);
      toast.show({ title: what, detail: fix, tone: "bad", timeoutMs: 0 });
    },
    onError: (error) => toast.show({ title: words.notSaved, detail: error.message, tone: "bad", timeoutMs: 0 }),
  });
  return { segments: status.settings.segments, change: mutate };
}
