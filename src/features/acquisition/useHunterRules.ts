import { useMutation } from "@tanstack/react-query";

import type { HunterRules } from "#src/domain/segments.ts";
import { errorText } from "#src/ui/errorText.ts";
import { useLanguage, useStrings } from "#src/ui/language.tsx";
import { useToast } from "#src/ui/ToastHost.tsx";
import { useEngine } from "#src/view/engine.tsx";
import { useSettingsChange } from "#src/view/useSettingsChange.ts";

import { strings } from "./strings.ts";

/** The signs of a bonus hunter, and how to change them: they are settings, and every screen follows. */
export function useHunterRules(): { readonly rules: HunterRules; readonly save: (rules: HunterRules) => void } {
  const { hunterRules: inForce } = useEngine().status.settings;
  const change = useSettingsChange();
  const words = useStrings(strings);
  const language = useLanguage();
  const toast = useToast();
  const { mutate, isPending, variables } = useMutation({
    mutationFn: (hunterRules: HunterRules) => change({ hunterRules }),
    onSuccess: (result) => {
      if (result.ok) {
        toast.show({ title: words.saved, detail: words.savedDetail, tone: "good" });
        return;
      }
      const { what, fix } = errorText(result.refusal, language);
      toast.show({ title: what, detail: fix, tone: "bad", timeoutMs: 0 });
    },
    onError: (error) => toast.show({ title: words.notSaved, detail: error.message, tone: "bad", timeoutMs: 0 }),
  });
  // What was just chosen shows at once.
  return { rules: isPending ? variables : inForce, save: mutate };
}
