import type { CohortGroup } from "#src/engine/protocol.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { useEngine } from "#src/view/engine.tsx";
import { useShowRows } from "#src/view/rowsDrawer.tsx";

import { ageLabel } from "./ageLabel.ts";
import { curvePlace, figureWhere, rowsKind } from "./cohortRows.ts";
import { hasModes, type CohortView } from "./cohortView.ts";
import { groupName } from "./groupName.ts";
import { observedAges, type ShownCohorts } from "./shownCohorts.ts";
import { strings } from "./strings.ts";

export interface CohortRowsActions {
  /** Rows of the lenders that a cohort counts at an age; the cohort is named by its first day. */
  readonly ofCell: (cohortId: string, age: number) => void;
  /** Rows of all cohorts that have reached an age. */
  readonly ofCurve: (age: number) => void;
}

export function useCohortRows(
  group: CohortGroup,
  view: CohortView,
  { columns }: Pick<ShownCohorts, "columns">,
): CohortRowsActions {
  const words = useStrings(strings);
  const format = useFormat();
  const showRows = useShowRows();
  const { status } = useEngine();
  const place = { group, view, transfers: status.settings.transfers, firstDay: status.firstDay };
  const note = words.rowsNotes[rowsKind(view.measure)];
  const ageOf = (age: number) => ageLabel(age, { ...view, columns }, format);
  const titled = (title: string) =>
    group.name === null ? title : words.inGroup(title, groupName(group, view.splitBy, words));
  return {
    ofCell: (cohortId, age) => {
      const row = group.rows.find(({ cohort }) => String(cohort.from) === cohortId);
      const cell = row?.cells[age];
      if (row === undefined || cell === undefined) return;
      const cohort = format.bucket(row.cohort, view.grain);
      showRows({
        title: titled(words.rowsOfCell(cohort, ageOf(age))),
        subtitle: hasModes(view) ? words.rowsRetained[view.measure === "relend" ? "relend" : "holding"] : note,
        where: figureWhere({
          ...place,
          cohort: row.cohort,
          observed: cell.period,
          ages: observedAges(row, age, { ...view, columns }),
        }),
      });
    },
    ofCurve: (age) => {
      const reached = curvePlace(group, age, view.hidden);
      if (reached === null) return;
      showRows({
        title: titled(words.rowsOfCurve(ageOf(age))),
        subtitle: `${note}. ${words.curveNote}`,
        where: figureWhere({ ...place, ...reached }),
      });
    },
  };
}
