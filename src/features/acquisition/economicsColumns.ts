import type { AcquisitionGroup } from "#src/engine/protocol.ts";

import type { FigureColumn } from "./figureColumn.ts";
import {
  columnScale,
  intervalText,
  paybackCell,
  paybackOrder,
  paybackText,
  perLenderScale,
  type Spoken,
} from "./figures.ts";

type Column = FigureColumn<AcquisitionGroup>;
type ColumnId = keyof Spoken["words"]["columns"];
type FigureOf = (group: AcquisitionGroup) => number | null;

/** LTV is worth three times the CAC: where the tick of the bar stands, in the middle. */
const GOOD_RATIO = 3;

/** What counts most comes first: it is what a phone shows without scrolling. */
export function economicsColumns(groups: readonly AcquisitionGroup[], spoken: Spoken): readonly Column[] {
  const { format, words } = spoken;
  const named = (id: ColumnId) => ({ id, header: words.columns[id], title: words.titles[id] });
  const value = perLenderScale(groups.flatMap(perLenderFigures), format);
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
  const lifetime = (id: "m1" | "m3" | "m6" | "m12") => money(id, ({ lifetimeValue }) => lifetimeValue[id], value);
  return [
    {
      ...named("payback"),
      text: ({ payback }) => paybackText(payback, format),
      order: ({ payback }) => paybackOrder(payback),
      smallestFirst: true,
      type: "number",
      file: ({ payback }) => paybackCell(payback),
    },
    { ...money("cost", ({ acquisitionCost }) => acquisitionCost, value), smallestFirst: true },
    {
      ...ratio("ratio", ({ valueToCost }) => valueToCost),
      text: ({ valueToCost }) =>
        valueToCost === null ? format.ratioX(null) : words.estimated(format.ratioX(valueToCost)),
      bar: ({ valueToCost }) =>
        valueToCost === null
          ? null
          : { share: valueToCost / (2 * GOOD_RATIO), tone: "returning", tick: GOOD_RATIO / (2 * GOOD_RATIO) },
    },
    {
      ...named("newLenders"),
      text: ({ newLenders }) => format.count(newLenders),
      order: ({ newLenders }) => newLenders,
      type: "count",
      file: ({ newLenders }) => newLenders,
    },
    {
      ...money("projected", ({ projectedValue }) => projectedValue, value),
      text: ({ projectedValue }) =>
        projectedValue === null ? format.money(null) : words.estimated(format.money(projectedValue, { scale: value })),
    },
    ratio("observedRatio", ({ observedValueToCost }) => observedValueToCost),
    {
      ...named("held90"),
      text: ({ held90 }) => format.percent(held90?.value ?? null),
      below: ({ held90 }) => intervalText(held90, format),
      order: ({ held90 }) => held90?.value ?? null,
      type: "ratio",
      file: ({ held90 }) => held90?.value ?? null,
    },
    lifetime("m1"),
    lifetime("m3"),
    lifetime("m6"),
    lifetime("m12"),
    money("firstVolume", ({ firstVolume }) => firstVolume),
    {
      ...named("share"),
      text: ({ volumeShare }) => format.percent(volumeShare),
      bar: ({ volumeShare }) => (volumeShare === null ? null : { share: volumeShare, tone: "volume" }),
      order: ({ volumeShare }) => volumeShare,
      type: "ratio",
      file: ({ volumeShare }) => volumeShare,
    },
    money("spend", ({ spend }) => spend),
    money("subsidies", ({ newLenderSubsidies }) => newLenderSubsidies),
    {
      ...named("topTen"),
      text: ({ topTenShare }) => format.percent(topTenShare),
      order: ({ topTenShare }) => topTenShare,
      type: "ratio",
      file: ({ topTenShare }) => topTenShare,
    },
  ];
}

/** CAC and LTV of every age are in one unit, so that a row can be read along. */
function perLenderFigures({ acquisitionCost, lifetimeValue, projectedValue }: AcquisitionGroup): (number | null)[] {
  const { m1, m3, m6, m12 } = lifetimeValue;
  return [acquisitionCost, m1, m3, m6, m12, projectedValue];
}
