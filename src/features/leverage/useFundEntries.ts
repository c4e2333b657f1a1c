import { errorText } from "#src/ui/errorText.ts";
import { useLanguage, useStrings } from "#src/ui/language.tsx";
import { useToast } from "#src/ui/ToastHost.tsx";
import { useMadeEntries, type MadeEntries } from "#src/view/useMadeEntries.ts";

import { fundStrings } from "./fundStrings.ts";

/** Funds made by hand, with what becomes of their removal said in a toast. */
export function useFundEntries(): MadeEntries {
  const words = useStrings(fundStrings);
  const language = useLanguage();
  const toast = useToast();
  return useMadeEntries({
    onRemoved: () => toast.show({ title: words.removed, detail: words.removedDetail, tone: "good" }),
    onRefused: (refusal) => {
      const { what, fix } = errorText(refusal, language);
      toast.show({ title: what, detail: fix, tone: "bad", timeoutMs: 0 });
    },
    onFailed: (error) => toast.show({ title: words.removeFailed, detail: error.message, tone: "bad", timeoutMs: 0 }),
  });
}
