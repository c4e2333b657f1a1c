import type { ProfitFigures, ReturnRate } from "#src/engine/protocol.ts";
import type { TableModel, TwinCell, TwinType } from "#src/ui/tableModel.ts";
import type { SeriesTone } from "#src/ui/tones.ts";

import { badRate, belowZeroText, breakEvenRate, largest, rateText, realisedHint, type Spoken } from "./figures.ts";
import type { ProfitLine } from "./profitLine.ts";

export type ColumnId = keyof Spoken["words"]["columns"];

interface CellBar {
  readonly share: number;
  readonly tone: SeriesTone;
  readonly tick: number;
}

/** A column of figures: as it is shown, sorted and written to files. */
export interface ProfitColumn {
  readonly id: ColumnId;
  readonly header: string;
  /** Explains the header. */
  readonly title: string;
  readonly text: (figures: ProfitFigures) => string;
  /** The figure in full where the text is short, or what an odd one means; undefined for none. */
  readonly exact?: (figures: ProfitFigures) => string | undefined;
  /** Why there is no figure; null where there is one. */
  readonly why?: (figures: ProfitFigures) => string | null;
  /** Beside the figure; null for none. */
  readonly bar?: (figures: ProfitFigures) => CellBar | null;
  /** A figure below zero is bad for the platform. */
  readonly badBelowZero?: boolean;
  readonly type: TwinType;
  readonly value: (figures: ProfitFigures) => number | null;
}

type FigureOf = ProfitColumn["value"];

/** How far the loans have run, then the answer, so that neither is read without the other; then the returns, then what they are made of. */
export function profitColumns(lines: readonly ProfitLine[], spoken: Spoken): readonly ProfitColumn[] {
  const { format, words } = spoken;
  const named = (id: ColumnId) => ({ id, header: words.columns[id], title: words.titles[id] });
  const money = (id: ColumnId, value: FigureOf): ProfitColumn => ({
    ...named(id),
    text: (figures) => format.money(value(figures)),
    exact: (figures) => format.moneyExact(value(figures)),
    type: "money",
    value,
  });
  const ratio = (id: ColumnId, value: FigureOf, digits = 2): ProfitColumn => ({
    ...named(id),
    text: (figures) => format.percent(value(figures), digits),
    type: "ratio",
    value,
  });
  const earned = (column: ProfitColumn): ProfitColumn => ({ ...column, badBelowZero: true });
  return [
    { ...named("loans"), text: ({ loans }) => format.count(loans), type: "count", value: ({ loans }) => loans },
    ratio("finished", ({ finished }) => finished, 0),
    earned(money("profit", ({ profit }) => profit)),
    earned(ratio("perDisbursed", ({ perDisbursed }) => perDisbursed)),
    { ...ratio("badRate", badRate), bar: badBar(lines) },
    { ...ratio("breakEven", breakEvenRate), exact: (figures) => belowZeroText(figures, words) },
    earned(ratio("closing", ({ closing }) => closing.perYear)),
    earned(ratio("opening", ({ opening }) => opening.perYear)),
    returnColumn("irr", spoken),
    returnColumn("xirr", spoken),
    money("disbursed", ({ disbursed }) => disbursed),
    money("income", ({ income }) => income),
    money("bad", ({ bad }) => bad),
    money("funding", ({ funding }) => funding),
    money("marketing", ({ marketing }) => marketing),
    { ...ratio("realised", ({ realised }) => realised, 1), exact: (figures) => realisedHint(figures, words) },
    ratio("contractRate", ({ contractRate }) => contractRate),
  ];
}

/** The bad rate with a tick where it would be too much; all lines on one scale. */
function badBar(lines: readonly ProfitLine[]): (figures: ProfitFigures) => CellBar | null {
  const most = largest(lines.flatMap(({ figures }) => [badRate(figures), Math.max(0, breakEvenRate(figures) ?? 0)]));
  return (figures) => {
    const [bad, breakEven] = [badRate(figures), breakEvenRate(figures)];
    if (bad === null || breakEven === null || most === 0) return null;
    return { share: bad / most, tone: "exits", tick: Math.max(0, breakEven) / most };
  };
}

function returnColumn(id: "irr" | "xirr", { words, format }: Spoken): ProfitColumn {
  return {
    id,
    header: words.columns[id],
    title: words.titles[id],
    text: (figures) => rateText(figures[id].rate, format),
    why: (figures) => whyNot(figures[id], words),
    exact: (figures) => ((figures[id].rate ?? 0) < -1 ? words.nominalBelow : undefined),
    badBelowZero: true,
    type: "ratio",
    value: (figures) => figures[id].rate,
  };
}

function whyNot(rate: ReturnRate, words: Spoken["words"]): string | null {
  return rate.rate === null ? words.noReturn[rate.reason] : null;
}

/** What a table is sorted by: a column, or the order given. */
export interface ProfitSort {
  readonly by: ColumnId | "name";
  readonly descending: boolean;
}

/** Lines in the order of a column; those without a figure stay behind, in the order given. */
export function sortedLines(
  lines: readonly ProfitLine[],
  columns: readonly ProfitColumn[],
  { by, descending }: ProfitSort,
): ProfitLine[] {
  const column = columns.find(({ id }) => id === by);
  const sign = descending ? -1 : 1;
  if (column === undefined) return lines.toSorted((a, b) => sign * (a.place - b.place));
  return lines.toSorted((a, b) => {
    const [left, right] = [column.value(a.figures), column.value(b.figures)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * (left - right);
  });
}

/** The order after a click on a header: figures begin with the largest. */
export function sortAfter(by: ProfitSort["by"], sort: ProfitSort): ProfitSort {
  return { by, descending: sort.by === by ? !sort.descending : by !== "name" };
}

/** The same figures for files and the clipboard. */
export function profitTableModel(
  { caption, rowHeader }: { readonly caption: string; readonly rowHeader: string },
  columns: readonly ProfitColumn[],
  lines: readonly ProfitLine[],
): TableModel {
  return {
    caption,
    columns: [
      { id: "name", label: rowHeader, type: "text" },
      ...columns.map(({ id, header, type }) => ({ id, label: header, type })),
    ],
    rows: lines.map(({ name, figures }): TwinCell[] => [name, ...columns.map(({ value }) => value(figures))]),
  };
}
