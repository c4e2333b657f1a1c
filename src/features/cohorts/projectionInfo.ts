import type { Basis, ProjectedMeasure } from "#src/engine/protocol.ts";
import type { Definition } from "#src/ui/InfoPopover.tsx";

import type { ProjectionWords } from "./projectionStrings.ts";

interface InfoOf {
  readonly measure: ProjectedMeasure;
  readonly isAll: boolean;
  readonly basis: Basis;
}

export function projectionInfo(words: ProjectionWords, { measure, isAll, basis }: InfoOf): Definition {
  const { asOf, sourceRows, rejectedRows, switches } = basis;
  return {
    name: words.titles[measure],
    sentence: isAll ? `${words.sentence} ${words.allSentence}` : words.sentence,
    formula: words.formula,
    rule: "PJ1",
    asOf,
    sourceRows,
    rejectedRows,
    switches,
  };
}
