import type { Basis } from "#src/engine/protocol.ts";
import type { Definition } from "#src/ui/InfoPopover.tsx";

import type { MeasureWords } from "./measureWords.ts";

/** A measure with what its figures were made of. */
export function cohortInfo(measure: MeasureWords, { asOf, sourceRows, rejectedRows, switches }: Basis): Definition {
  const { name, sentence, formula, rule } = measure;
  return { name, sentence, formula, rule, asOf, sourceRows, rejectedRows, switches };
}
