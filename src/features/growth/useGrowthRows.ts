import type { Period } from "#src/domain/period.ts";
import type { Filter } from "#src/engine/protocol.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { useShowRows } from "#src/view/rowsDrawer.tsx";

import type { MovingClass } from "./chartModel.ts";
import { classWhere, monthWhere } from "./growthRows.ts";
import { strings } from "./strings.ts";

/** Opens the rows behind a figure of growth accounting: a class of a month, or the whole month. */
export function useGrowthRows(filter: Filter): (month: Period, id?: MovingClass | "transient") => void {
  const words = useStrings(strings);
  const format = useFormat();
  const showRows = useShowRows();
  return (month, id) => {
    const name = format.month(month.from);
    if (id === undefined) {
      showRows({
        title: words.rowsOfMonth(name),
        subtitle: words.rowsOfMonthSubtitle,
        where: monthWhere(month, filter),
      });
      return;
    }
    showRows({
      title: words.rowsOfClass(words.classes[id], name),
      subtitle: words.rowsOfClassSubtitle(words.classHints[id]),
      where: classWhere(id, month, filter),
    });
  };
}
