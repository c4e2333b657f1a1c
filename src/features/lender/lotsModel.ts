import { epochDay, type EpochDay } from "#src/domain/units.ts";
import type { Lot } from "#src/engine/protocol.ts";
import type { TableModel } from "#src/ui/tableModel.ts";

import type { LenderWords } from "./strings.ts";

/** More bars than this are a list. */
export const MOST_BARS = 30;

/** A lot as a bar over days. */
export interface LotBar {
  readonly lot: Lot;
  readonly from: EpochDay;
  /** Its maturity; without one the day it was paid back, or the last day of data. */
  readonly to: EpochDay;
  /** What is still open of its amount, of one. */
  readonly openShare: number;
  /** Open after its maturity, up to the last day of data; null when it is not. */
  readonly overdueTo: EpochDay | null;
  /** Days on which a part left otherwise than on time. */
  readonly marks: readonly { readonly day: EpochDay; readonly isEarly: boolean }[];
}

export interface LotsModel {
  /** Newest first. */
  readonly bars: readonly LotBar[];
  readonly asOf: EpochDay;
  /** What all bars and the last day of data lie between. */
  readonly from: EpochDay;
  readonly to: EpochDay;
}

/** The open lots, then the newest of the others, as many as find room. */
export function lotsModel(lots: readonly Lot[], asOf: EpochDay): LotsModel {
  const newestFirst = lots.toSorted((a, b) => b.startDay - a.startDay);
  const chosen = newestFirst.toSorted((a, b) => Number(b.open > 0) - Number(a.open > 0)).slice(0, MOST_BARS);
  const bars = chosen.toSorted((a, b) => b.startDay - a.startDay).map((lot) => barOf(lot, asOf));
  return {
    bars,
    asOf,
    from: epochDay(Math.min(asOf, ...bars.map((bar) => bar.from))),
    to: epochDay(Math.max(asOf, ...bars.map((bar) => bar.to))),
  };
}

function barOf(lot: Lot, asOf: EpochDay): LotBar {
  const lastExit = lot.exits.at(-1)?.day ?? asOf;
  const end = lot.maturityDay ?? (lot.open > 0 ? asOf : lastExit);
  return {
    lot,
    from: lot.startDay,
    to: epochDay(Math.max(end, lot.startDay + 1)),
    openShare: lot.open / lot.amount,
    overdueTo: lot.open > 0 && lot.maturityDay !== null && lot.maturityDay < asOf ? asOf : null,
    marks: lot.exits
      .filter(({ timing }) => timing !== "scheduled" && timing !== "undated")
      .map(({ day, timing }) => ({ day, isEarly: timing === "early" })),
  };
}

export function productName(name: string, words: LenderWords): string {
  return name === "" ? words.noName : name;
}

/** Lots as lines of a table or a file, in the order given. */
export function lotsTable(lots: readonly Lot[], words: LenderWords): TableModel {
  return {
    caption: words.lots,
    columns: [
      { id: "start", label: words.start, type: "day" },
      { id: "product", label: words.product, type: "text" },
      { id: "maturity", label: words.maturity, type: "day" },
      { id: "amount", label: words.amount, type: "money" },
      { id: "open", label: words.open, type: "money" },
      { id: "left", label: words.parts, type: "money" },
      { id: "early", label: words.leftEarly, type: "money" },
      { id: "lastExit", label: words.lastExit, type: "day" },
    ],
    rows: lots.map((lot) => [
      lot.startDay,
      productName(lot.product, words),
      lot.maturityDay,
      lot.amount,
      lot.open,
      lot.amount - lot.open,
      leftEarly(lot),
      lot.exits.at(-1)?.day ?? null,
    ]),
  };
}

/** Fen that left a lot before its time. */
export function leftEarly({ exits }: Lot): number {
  return exits.reduce((sum, { amount, timing }) => sum + (timing === "early" ? amount : 0), 0);
}
