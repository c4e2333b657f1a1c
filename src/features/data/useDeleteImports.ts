import { useMutation } from "@tanstack/react-query";

import type { EpochDay } from "#src/domain/units.ts";
import { errorText } from "#src/ui/errorText.ts";
import { useLanguage, useStrings } from "#src/ui/language.tsx";
import { useToast } from "#src/ui/ToastHost.tsx";
import { useEngine } from "#src/view/engine.tsx";

import { strings } from "./strings.ts";

export interface DeleteRequest {
  readonly importIds: readonly number[];
  /** What the toast says once they are gone. */
  readonly done: string;
}

/** Takes imports out of every figure and says so; `today` is the device's day in the platform's zone. */
export function useDeleteImports(today: () => EpochDay) {
  const { methods, refresh } = useEngine();
  const words = useStrings(strings);
  const language = useLanguage();
  const toast = useToast();
  return useMutation({
    mutationFn: async ({ importIds }: DeleteRequest) => {
      const result = await methods.deleteImports({ importIds, today: today() });
      if (result.ok) await refresh();
      return result;
    },
    onSuccess: (result, { done }) => {
      if (result.ok) {
        toast.show({ title: done, detail: words.figuresFollow, tone: "good" });
        return;
      }
      const { what, fix } = errorText(result.refusal, language);
      toast.show({ title: what, detail: fix, tone: "bad", timeoutMs: 0 });
    },
    onError: (error) => {
      toast.show({ title: words.deleteFailed, detail: error.message, tone: "bad", timeoutMs: 0 });
    },
  });
}
