import type { Period } from "#src/domain/period.ts";
import { epochDay } from "#src/domain/units.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { useEngine } from "#src/view/engine.tsx";
import { useShowRows } from "#src/view/rowsDrawer.tsx";

import { figureName } from "./definitions.ts";
import { definitionStrings } from "./definitionStrings.ts";
import { rowsOfFigure, type FigureRows } from "./figureRows.ts";
import type { SeriesAnswer } from "./queries.ts";
import { strings } from "./strings.ts";
import { TERMS } from "./terms.ts";

export interface FigureAsked {
  readonly figure: FigureRows["figure"];
  /** The period of the answer when left out. */
  readonly period?: Period | undefined;
}

/** Opens the rows that a figure of an answer was made of. */
export function useFigureRows({ args, basis, total }: SeriesAnswer): (asked: FigureAsked) => void {
  const show = useShowRows();
  const { status } = useEngine();
  const words = useStrings(strings);
  const definitions = useStrings(definitionStrings);
  const format = useFormat();
  return ({ figure, period = total.period }) => {
    const { filter } = args;
    const firstDay = status.firstDay ?? period.from;
    const where = rowsOfFigure({ figure, period, filter, switches: basis.switches, firstDay });
    if (figure === "everything") {
      show({ title: words.rowsOf(words.flows, format.period(period)), subtitle: definitions.bridge.formula, where });
      return;
    }
    const id = figure === "closing" ? "outstanding" : figure;
    const stock = figure === "opening" || id === "outstanding";
    const when = stock
      ? words.upTo(format.day(figure === "opening" ? epochDay(period.from - 1) : period.to))
      : format.period(period);
    const of = TERMS.find((term) => term.id === id)?.of ?? null;
    // A part's name alone would not say what it is a part of.
    const name = of === null ? figureName(id, words) : `${words[of]} · ${figureName(id, words)}`;
    show({ title: words.rowsOf(name, when), subtitle: definitions[id].formula, where });
  };
}
