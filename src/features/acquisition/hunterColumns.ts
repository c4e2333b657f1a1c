import type { HunterGroup } from "#src/engine/protocol.ts";

import type { FigureColumn } from "./figureColumn.ts";
import { columnScale, intervalText, perLenderScale, type Spoken } from "./figures.ts";

type Column = FigureColumn<HunterGroup>;
type ColumnId = keyof Spoken["words"]["hunterColumns"];
type FigureOf = (group: HunterGroup) => number | null;

/** How many came for the bonus alone, what they cost, and what the group is worth with and without them. */
export function hunterColumns(groups: readonly HunterGroup[], { words, format }: Spoken): readonly Column[] {
  const named = (id: ColumnId) => ({ id, header: words.hunterColumns[id], title: words.hunterTitles[id] });
  const values = perLenderScale(
    groups.flatMap(({ value }) => [value.all, value.hunters, value.others]),
    format,
  );
  const count = (id: ColumnId, of: FigureOf): Column => ({
    ...named(id),
    text: (group) => format.count(of(group)),
    order: of,
    type: "count",
    file: of,
  });
  const money = (id: ColumnId, of: FigureOf, scale = columnScale(groups.map(of), format)): Column => ({
    ...named(id),
    text: (group) => format.money(of(group), { scale }),
    exact: (group) => format.moneyExact(of(group)),
    order: of,
    type: "money",
    file: of,
  });
  const ratio = (id: ColumnId, of: FigureOf): Column => ({
    ...named(id),
    text: (group) => format.ratioX(of(group)),
    order: of,
    type: "number",
    file: of,
  });
  return [
    {
      ...named("share"),
      text: ({ hunters }) => format.percent(hunters.value),
      below: ({ hunters }) => intervalText(hunters, format),
      bar: ({ hunters }) => (hunters.value === null ? null : { share: hunters.value, tone: "exits" }),
      order: ({ hunters }) => hunters.value,
      type: "ratio",
      file: ({ hunters }) => hunters.value,
    },
    count("hunters", ({ hunters }) => hunters.count),
    count("newLenders", ({ newLenders }) => newLenders),
    money("cost", ({ cost }) => cost),
    money("subsidies", ({ subsidies }) => subsidies),
    ratio("ratioAll", ({ valueToCost }) => valueToCost.all),
    ratio("ratioOthers", ({ valueToCost }) => valueToCost.others),
    money("all", ({ value }) => value.all, values),
    money("hunterValue", ({ value }) => value.hunters, values),
    money("others", ({ value }) => value.others, values),
  ];
}
