import type { HunterRules } from "#src/domain/segments.ts";
import { useStrings } from "#src/ui/language.tsx";
import { useOutcomeToast } from "#src/ui/useOutcomeToast.ts";
import { useEngine } from "#src/view/engine.tsx";
import { useSaveSettings } from "#src/view/useSaveSettings.ts";

import { strings } from "./strings.ts";

/** The signs of a bonus hunter, and how to change them: they are settings, and every screen follows. */
export function useHunterRules(): { readonly rules: HunterRules; readonly save: (rules: HunterRules) => void } {
  const { hunterRules: inForce } = useEngine().status.settings;
  const words = useStrings(strings);
  const { mutate, isPending, variables } = useSaveSettings(useOutcomeToast(words.notSaved));
  return {
    // What was just chosen shows at once.
    rules: (isPending ? variables.change.hunterRules : undefined) ?? inForce,
    save: (hunterRules) => mutate({ change: { hunterRules }, done: { title: words.saved, detail: words.savedDetail } }),
  };
}
