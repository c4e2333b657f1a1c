import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import type { SavedMapping } from "#src/domain/reading.ts";
import type { Result } from "#src/domain/result.ts";
import type { EngineMethods, StoreRefusal } from "#src/engine/protocol.ts";
import { errorText } from "#src/ui/errorText.ts";
import { useLanguage, useStrings } from "#src/ui/language.tsx";
import { useToast } from "#src/ui/ToastHost.tsx";
import { useEngine } from "#src/view/engine.tsx";

import { mappingStrings } from "./mappingStrings.ts";

const QUERY_KEY = ["mappings"];

// Every import may remember another one, so that they are read anew with the data.
const mappingsQuery = (methods: EngineMethods, dataVersion: number) =>
  queryOptions({
    queryKey: [...QUERY_KEY, dataVersion],
    queryFn: ({ signal }) => methods.mappings({}, signal),
    staleTime: 0,
  });

export function useMappings() {
  const { methods, status } = useEngine();
  return useQuery(mappingsQuery(methods, status.dataVersion));
}

export interface MappingChange {
  readonly run: (methods: EngineMethods) => Promise<Result<void, StoreRefusal>>;
  /** What the toast says afterwards. */
  readonly done: string;
}

/** Changes what is remembered and says so. */
export function useChangeMappings() {
  const { methods } = useEngine();
  const words = useStrings(mappingStrings);
  const language = useLanguage();
  const toast = useToast();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ run }: MappingChange) => {
      const result = await run(methods);
      if (result.ok) await client.invalidateQueries({ queryKey: QUERY_KEY });
      return result;
    },
    onSuccess: (result, { done }) => {
      if (result.ok) {
        toast.show({ title: done, tone: "good" });
        return;
      }
      const { what, fix } = errorText(result.refusal, language);
      toast.show({ title: what, detail: fix, tone: "bad", timeoutMs: 0 });
    },
    onError: (error) => toast.show({ title: words.failed, detail: error.message, tone: "bad", timeoutMs: 0 }),
  });
}

/** Later ones stand over those of the same header. */
export function saving(mappings: readonly SavedMapping[]): MappingChange["run"] {
  return (methods) => methods.saveMappings({ mappings });
}
