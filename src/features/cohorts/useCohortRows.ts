import type { CohortArgs, CohortGroup } from "#src/engine/protocol.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { useEngine } from "#src/view/engine.tsx";
import { useShowRows } from "#src/view/rowsDrawer.tsx";

import { curvePlace, figureWhere, rowsKind } from "./cohortRows.ts";
import { groupName } from "./groupName.ts";
import { strings } from "./strings.ts";

export interface CohortRowsActions {
  /** Rows of one cohort at one age; the cohort is named by its first day. */
  readonly ofCell: (cohortId: string, age: number) => void;
  /** Rows of all cohorts that have reached an age. */
  readonly ofCurve: (age: number) => void;
}

export function useCohortRows(group: CohortGroup, args: CohortArgs): CohortRowsActions {
  const words = useStrings(strings);
  const format = useFormat();
  const showRows = useShowRows();
  const { status } = useEngine();
  const place = { group, args, transfers: status.settings.transfers, firstDay: status.firstDay };
  const note = words.rowsNotes[rowsKind(args.measure)];
  const titled = (title: string) => (group.name === null ? title : words.inGroup(title, groupName(group, words)));
  return {
    ofCell: (cohortId, age) => {
      const row = group.rows.find(({ cohort }) => String(cohort.from) === cohortId);
      const cell = row?.cells[age];
      if (row === undefined || cell === undefined) return;
      const cohort = format.bucket(row.cohort, args.grain);
      showRows({
        title: titled(words.rowsOfCell(cohort, format.age(age, args.grain))),
        subtitle: note,
        where: figureWhere({ ...place, cohort: row.cohort, observed: cell.period }),
      });
    },
    ofCurve: (age) => {
      const reached = curvePlace(group, age);
      if (reached === null) return;
      showRows({
        title: titled(words.rowsOfCurve(format.age(age, args.grain))),
        subtitle: `${note}. ${words.curveNote}`,
        where: figureWhere({ ...place, ...reached }),
      });
    },
  };
}
