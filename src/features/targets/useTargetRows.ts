import { overlap } from "#src/domain/period.ts";
import type { Basis, TargetProgress } from "#src/engine/protocol.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { useEngine } from "#src/view/engine.tsx";
import { useShowRows } from "#src/view/rowsDrawer.tsx";

import { strings } from "./strings.ts";
import { nameOf } from "./targetNames.ts";
import { rowsOfTarget } from "./targetRows.ts";

/** Opens the rows that the actual figure of a target was made of; undefined where there are none. */
export function useTargetRows(basis: Basis): (target: TargetProgress) => (() => void) | undefined {
  const show = useShowRows();
  const { status } = useEngine();
  const words = useStrings(strings);
  const format = useFormat();
  return (target) => {
    const { metric, month } = target;
    const { firstDay, asOf } = status;
    if (metric === null || target.actual === null || firstDay === null || asOf === null) return undefined;
    const period = overlap(month, { from: firstDay, to: asOf });
    if (!period) return undefined;
    const where = rowsOfTarget({ metric, period, switches: basis.switches, firstDay });
    const when = metric === "outstanding" ? words.upTo(format.day(period.to)) : format.period(period);
    return () => show({ title: words.rowsOf(nameOf(target, words), when), where });
  };
}
