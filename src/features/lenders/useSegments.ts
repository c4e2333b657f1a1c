import type { Segment } from "#src/domain/segments.ts";
import { useStrings } from "#src/ui/language.tsx";
import { useOutcomeToast } from "#src/ui/useOutcomeToast.ts";
import { useEngine } from "#src/view/engine.tsx";
import { useSaveSettings } from "#src/view/useSaveSettings.ts";

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
  const { segments } = useEngine().status.settings;
  const words = useStrings(strings);
  const { mutate } = useSaveSettings(useOutcomeToast(words.notSaved));
  return {
    segments,
    change: ({ segments: changed, done }) => mutate({ change: { segments: changed }, done: { title: done } }),
  };
}
