import type { EpochDay } from "#src/domain/units.ts";
import type { CohortGroup } from "#src/engine/protocol.ts";
import { Checkbox } from "#src/ui/Checkbox.tsx";
import type { HeatChoices } from "#src/ui/HeatTable.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { useSetSearch } from "#src/view/view.ts";

import { daysToText, MOST_LINES, type CohortView } from "./cohortView.ts";
import { cohortName } from "./curveTooltip.ts";
import { strings } from "./strings.ts";

export interface CohortChoices {
  readonly columns: HeatChoices;
  readonly clear: () => void;
}

/** Which cohorts enter the mean and which are drawn against each other; both stand in the link. */
export function useCohortChoices({ rows }: CohortGroup, view: CohortView): CohortChoices {
  const words = useStrings(strings);
  const format = useFormat();
  const setSearch = useSetSearch();
  const isFull = view.compared.length >= MOST_LINES;
  return {
    clear: () => setSearch({ hide: undefined, lines: undefined }),
    columns: {
      headers: [words.inMean, words.asLine],
      of: (rowId) => {
        const row = rows.find(({ cohort }) => String(cohort.from) === rowId);
        if (row === undefined || row.cells.length === 0) return [null, null];
        const { from } = row.cohort;
        const name = cohortName(row, view.grain, { words, format });
        const isCompared = view.compared.includes(from);
        return [
          <Checkbox
            key="mean"
            hideLabel
            label={words.inMeanOf(name)}
            checked={!view.hidden.includes(from)}
            onChange={(kept) => setSearch({ hide: daysToText(toggled(view.hidden, from, !kept)) })}
          />,
          <Checkbox
            key="line"
            hideLabel
            label={words.asLineOf(name)}
            checked={isCompared}
            disabled={isFull && !isCompared}
            onChange={(on) => setSearch({ lines: daysToText(toggled(view.compared, from, on)) })}
          />,
        ];
      },
    },
  };
}

function toggled(days: readonly EpochDay[], day: EpochDay, on: boolean): readonly EpochDay[] {
  const others = days.filter((other) => other !== day);
  return on ? [...others, day] : others;
}
