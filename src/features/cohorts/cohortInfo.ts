import type { Basis } from "#src/engine/protocol.ts";
import type { Definition } from "#src/ui/InfoPopover.tsx";

import { hasModes, type CohortView } from "./cohortView.ts";
import type { CohortWords } from "./strings.ts";

interface InfoSources {
  readonly basis: Basis;
  readonly words: CohortWords;
}

/** A measure as the view reads it, with what its figures were made of. */
export function cohortInfo(name: string, view: CohortView, { basis, words }: InfoSources): Definition {
  const { sentence, formula, rule } = words.measures[view.measure];
  const { asOf, sourceRows, rejectedRows, switches } = basis;
  const readings = hasModes(view) ? [words.modeNotes[view.mode], words.clockNotes[view.clock]] : [];
  const means = view.mean === "simple" ? [words.meanNotes.simple] : [];
  return {
    name,
    sentence: [sentence, ...readings, ...means].join(words.sentenceGap),
    formula,
    rule: readings.length > 0 ? `${rule}, RT5` : rule,
    asOf,
    sourceRows,
    rejectedRows,
    switches,
  };
}
