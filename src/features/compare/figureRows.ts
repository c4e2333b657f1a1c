import type { ComparedSide } from "#src/engine/protocol.ts";
import type { TableModel, TwinCell } from "#src/ui/tableModel.ts";

import type { Spoken } from "./sideLabel.ts";

type FigureId = keyof Spoken["words"]["figures"];

/** A figure of every side. */
export interface FigureRow {
  readonly id: FigureId;
  readonly name: string;
  readonly title: string;
  /** By place of the side. */
  readonly cells: readonly FigureCell[];
}

export interface FigureCell {
  readonly text: string;
  /** Small, under the figure: its interval. */
  readonly below: string | null;
  /** In full, where the text is short. */
  readonly exact: string | undefined;
}

export function figureRows(sides: readonly ComparedSide[], spoken: Spoken): readonly FigureRow[] {
  const { words, format } = spoken;
  const row = (id: FigureId, cellOf: (side: ComparedSide) => Partial<FigureCell> & { readonly text: string }) => ({
    ...{ id, name: words.figures[id], title: words.titles[id] },
    cells: sides.map((side) => ({ below: null, exact: undefined, ...cellOf(side) })),
  });
  const money = (fen: number | null) => ({ text: format.money(fen), exact: format.moneyExact(fen) });
  const share = ({ value, interval, of }: ComparedSide["held90"]) => ({
    text: format.percent(value),
    below: interval === null ? null : words.range(format.percent(interval.low), format.percent(interval.high)),
    exact: of === 0 ? undefined : `n = ${format.count(of)}`,
  });
  return [
    row("newLenders", ({ newLenders }) => ({ text: format.count(newLenders) })),
    row("firstVolume", ({ firstVolume }) => money(firstVolume)),
    row("volume", ({ volume }) => money(volume)),
    row("cost", ({ acquisitionCost }) => money(acquisitionCost)),
    row("value", ({ observedValue }) => money(observedValue)),
    row("payback", ({ payback }) => ({
      text:
        payback !== null && payback.months === null
          ? `> ${format.count(payback.observedMonths)}`
          : format.number(payback?.months ?? null, 1),
    })),
    row("quickRatio", ({ quickRatio }) => ({ text: format.ratioX(quickRatio) })),
    row("held90", ({ held90 }) => share(held90)),
    row("secondLend", ({ secondLend }) => share(secondLend)),
  ];
}

/** The same for files: a line a side, plain figures. */
export function figureTable(sides: readonly ComparedSide[], names: readonly string[], { words }: Spoken): TableModel {
  const { figures } = words;
  return {
    caption: words.title,
    columns: [
      { id: "side", label: words.sides, type: "text" },
      { id: "newLenders", label: figures.newLenders, type: "count" },
      { id: "firstVolume", label: figures.firstVolume, type: "money" },
      { id: "volume", label: figures.volume, type: "money" },
      { id: "cost", label: figures.cost, type: "money" },
      { id: "value", label: figures.value, type: "money" },
      { id: "payback", label: figures.payback, type: "number" },
      { id: "quickRatio", label: figures.quickRatio, type: "number" },
      { id: "held90", label: figures.held90, type: "ratio" },
      { id: "secondLend", label: figures.secondLend, type: "ratio" },
    ],
    rows: sides.map((side, place) => [names[place] ?? "", ...fileCells(side)]),
  };
}

function fileCells(side: ComparedSide): TwinCell[] {
  const { payback } = side;
  return [
    side.newLenders,
    side.firstVolume,
    side.volume,
    side.acquisitionCost,
    side.observedValue,
    payback === null ? null : (payback.months ?? `>${payback.observedMonths}`),
    side.quickRatio,
    side.held90.value,
    side.secondLend.value,
  ];
}
