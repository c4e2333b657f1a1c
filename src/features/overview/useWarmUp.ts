import type { Period } from "#src/domain/period.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { useEngine } from "#src/view/engine.tsx";

import { strings } from "./strings.ts";

/** Why the split of new and returning is to be read with care in a period; undefined when it is not. */
export function useWarmUp(period: Period): string | undefined {
  const { warmUpUntil } = useEngine().status;
  const words = useStrings(strings);
  const format = useFormat();
  if (warmUpUntil === null || period.from > warmUpUntil) return undefined;
  return words.warmUp(format.day(warmUpUntil));
}
