import type { Period } from "#src/domain/period.ts";
import type { GrowthRow } from "#src/metrics/growth.ts";
import type { SeriesTone } from "#src/ui/tones.ts";

/** The classes that move the balance, inflows first, in the order in which bars are stacked from zero. */
export const CLASSES = ["new", "resurrected", "expansion", "contraction", "churned"] as const;

export type MovingClass = (typeof CLASSES)[number];

export const CLASS_TONES: Readonly<Record<MovingClass, SeriesTone>> = {
  new: "new",
  resurrected: "ramp4",
  expansion: "returning",
  contraction: "exitsEarly",
  churned: "exits",
};

export const CLASS_SIGNS: Readonly<Record<MovingClass, 1 | -1>> = {
  new: 1,
  resurrected: 1,
  expansion: 1,
  contraction: -1,
  churned: -1,
};

export interface AccountingModel {
  readonly months: readonly Period[];
  /** Fen with the sign that the balance moves by. */
  readonly signed: Readonly<Record<MovingClass, readonly number[]>>;
  /** Close − open. */
  readonly net: readonly number[];
  readonly open: readonly number[];
  readonly close: readonly number[];
  /** The tallest stack, for the unit of the axis. */
  readonly maxFen: number;
}

export function accountingModel(rows: readonly GrowthRow[]): AccountingModel {
  const signedOf = (id: MovingClass) => rows.map((row) => withoutMinusZero(CLASS_SIGNS[id] * row[id]));
  return {
    months: rows.map(({ month }) => month),
    signed: {
      new: signedOf("new"),
      resurrected: signedOf("resurrected"),
      expansion: signedOf("expansion"),
      contraction: signedOf("contraction"),
      churned: signedOf("churned"),
    },
    net: rows.map(({ open, close }) => close - open),
    open: rows.map(({ open }) => open),
    close: rows.map(({ close }) => close),
    maxFen: Math.max(0, ...rows.flatMap((row) => [inflow(row), row.contraction + row.churned])),
  };
}

function inflow(row: GrowthRow): number {
  return row.new + row.resurrected + row.expansion;
}

function withoutMinusZero(value: number): number {
  return value === 0 ? 0 : value;
}

/** What the row leaves unexplained, fen: zero when the identity holds. */
export function residual(row: GrowthRow): number {
  return row.open + inflow(row) - row.contraction - row.churned - row.close;
}

export interface RatioModel {
  readonly months: readonly Period[];
  readonly balance: readonly (number | null)[];
  readonly lenders: readonly (number | null)[];
  /** Where the axis ends: a first month against almost no exits would flatten all others. */
  readonly top: number;
  /** Between two ticks. */
  readonly interval: number;
  /** Months whose ratio of balances lies above it. */
  readonly above: readonly { readonly month: Period; readonly ratio: number }[];
}

export function ratioModel(rows: readonly GrowthRow[]): RatioModel {
  const balance = rows.map(({ quickRatio }) => quickRatio);
  const lenders = rows.map(({ lenderQuickRatio }) => lenderQuickRatio);
  const { top, interval } = ratioAxis([...balance, ...lenders].filter((ratio) => ratio !== null));
  return {
    months: rows.map(({ month }) => month),
    balance,
    lenders,
    top,
    interval,
    above: rows.flatMap(({ month, quickRatio }) =>
      quickRatio !== null && quickRatio > top ? [{ month, ratio: quickRatio }] : [],
    ),
  };
}

/** Ends at three times the median, but at 2 at least; earlier when all is shown there. Whole ticks. */
function ratioAxis(ratios: readonly number[]): Pick<RatioModel, "top" | "interval"> {
  const ascending = ratios.toSorted((a, b) => a - b);
  const median = ascending[Math.floor(ascending.length / 2)] ?? 1;
  const largest = ascending.at(-1) ?? 2;
  const reach = Math.min(largest, Math.max(2, median * 3));
  const interval = [0.5, 1, 2, 5, 10, 20, 50].find((step) => reach / step <= 4) ?? 100;
  return { top: Math.max(1, Math.ceil(reach / interval)) * interval, interval };
}

export interface RetentionModel {
  readonly months: readonly Period[];
  readonly gross: readonly (number | null)[];
  readonly net: readonly (number | null)[];
}

export function retentionModel(rows: readonly GrowthRow[]): RetentionModel {
  return {
    months: rows.map(({ month }) => month),
    gross: rows.map(({ grossBalanceRetention }) => grossBalanceRetention),
    net: rows.map(({ netBalanceRetention }) => netBalanceRetention),
  };
}
