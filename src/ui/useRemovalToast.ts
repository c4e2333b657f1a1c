import type { Result } from "#src/domain/result.ts";

import type { ErrorFacts } from "./errorText.ts";
import type { Catalogue } from "./language.tsx";
import { useStrings } from "./language.tsx";
import { useOutcomeToast } from "./useOutcomeToast.ts";

const en = {
  removed: "Removed",
  detail: "The import it was stored in is deleted.",
  failed: "It could not be removed",
};
const zh: typeof en = { removed: "已移除", detail: "保存它的那次导入已删除。", failed: "未能移除" };
const strings: Catalogue<typeof en> = { en, zh };

export interface RemovalToast {
  readonly outcome: (result: Result<unknown, ErrorFacts>) => void;
  readonly fault: (error: Error) => void;
}

/** Tells what became of a row that was to be removed with its import. */
export function useRemovalToast(): RemovalToast {
  const words = useStrings(strings);
  const { outcome, fault } = useOutcomeToast(words.failed);
  return { outcome: (result) => outcome(result, { title: words.removed, detail: words.detail }), fault };
}
