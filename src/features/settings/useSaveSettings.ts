import { useMutation } from "@tanstack/react-query";

import type { Settings } from "#src/domain/switches.ts";
import type { EpochDay } from "#src/domain/units.ts";
import { errorText } from "#src/ui/errorText.ts";
import { useLanguage, useStrings } from "#src/ui/language.tsx";
import { useToast } from "#src/ui/ToastHost.tsx";
import { useEngine } from "#src/view/engine.tsx";

import { strings } from "./strings.ts";

export interface SettingsChange {
  readonly change: Partial<Settings>;
  /** The figures that follow, in words. */
  readonly follows: string;
}

/** Saves a change at once; every figure that depends on it is then asked for again. */
export function useSaveSettings(today: () => EpochDay) {
  const { methods, status, refresh } = useEngine();
  const words = useStrings(strings);
  const language = useLanguage();
  const toast = useToast();
  return useMutation({
    mutationFn: async ({ change }: SettingsChange) => {
      const result = await methods.saveSettings({ settings: { ...status.settings, ...change }, today: today() });
      if (result.ok) await refresh();
      return result;
    },
    onSuccess: (result, { follows }) => {
      if (result.ok) {
        toast.show({ title: words.saved, detail: words.savedDetail(follows), tone: "good" });
        return;
      }
      const { what, fix } = errorText(result.refusal, language);
      toast.show({ title: what, detail: fix, tone: "bad", timeoutMs: 0 });
    },
    onError: (error) => toast.show({ title: words.failed, detail: error.message, tone: "bad", timeoutMs: 0 }),
  });
}
