import type { LenderPoints, Points } from "#src/engine/protocol.ts";
import type { SeriesTone } from "#src/ui/tones.ts";

export type TrendId =
  | "volume"
  | "exits"
  | "outstanding"
  | "netInflow"
  | "lending"
  | "holding"
  | "averageLend"
  | "averageBalance";

/** Lenders' counts are there only where a trend asks for them. */
export type TrendPoints = Points & Partial<LenderPoints>;
export type TrendMeasure = Extract<
  keyof TrendPoints,
  | "volume"
  | "volumeNew"
  | "volumeReturning"
  | "lends"
  | "exits"
  | "exitsScheduled"
  | "exitsEarly"
  | "exitsCompensated"
  | "exitsTransferred"
  | "outstanding"
  | "netInflow"
  | keyof LenderPoints
>;

export interface TrendPart {
  readonly measure: TrendMeasure;
  readonly tone: SeriesTone;
  /** Left out while it is zero throughout. */
  readonly optional?: true;
  /** An average is averaged as sum over sum, never as the mean of averages. */
  readonly quotient?: readonly [numerator: TrendMeasure, denominator: TrendMeasure];
}

export interface TrendSpec {
  readonly id: TrendId;
  readonly unit: "money" | "count";
  /** What a rolling average averages. */
  readonly kind: "flow" | "stock" | "average";
  readonly lenders: boolean;
  /** Parts add up to a whole, so that they may be stacked and shown as shares. */
  readonly whole?: TrendMeasure;
  /** One series around zero is drawn as bars when parts are stacked. */
  readonly bars?: true;
  readonly fromZero: boolean;
  readonly parts: readonly TrendPart[];
}

export const TRENDS: readonly TrendSpec[] = [
  {
    id: "volume",
    unit: "money",
    kind: "flow",
    lenders: false,
    whole: "volume",
    fromZero: true,
    parts: [
      { measure: "volumeNew", tone: "new" },
      { measure: "volumeReturning", tone: "returning" },
    ],
  },
  {
    id: "exits",
    unit: "money",
    kind: "flow",
    lenders: false,
    whole: "exits",
    fromZero: true,
    parts: [
      { measure: "exitsScheduled", tone: "exits" },
      { measure: "exitsEarly", tone: "exitsEarly" },
      { measure: "exitsCompensated", tone: "other", optional: true },
      { measure: "exitsTransferred", tone: "outstandingFill", optional: true },
    ],
  },
  {
    id: "outstanding",
    unit: "money",
    kind: "stock",
    lenders: false,
    fromZero: false,
    parts: [{ measure: "outstanding", tone: "outstanding" }],
  },
  {
    id: "netInflow",
    unit: "money",
    kind: "flow",
    lenders: false,
    bars: true,
    fromZero: true,
    parts: [{ measure: "netInflow", tone: "volume" }],
  },
  {
    id: "lending",
    unit: "count",
    kind: "flow",
    lenders: true,
    fromZero: true,
    parts: [
      { measure: "lendingLenders", tone: "volume" },
      { measure: "newLenders", tone: "new" },
    ],
  },
  {
    id: "holding",
    unit: "count",
    kind: "stock",
    lenders: true,
    fromZero: false,
    parts: [{ measure: "lendersHolding", tone: "outstanding" }],
  },
  {
    id: "averageLend",
    unit: "money",
    kind: "average",
    lenders: true,
    fromZero: false,
    parts: [{ measure: "averageLend", tone: "volume", quotient: ["volume", "lends"] }],
  },
  {
    id: "averageBalance",
    unit: "money",
    kind: "average",
    lenders: true,
    fromZero: false,
    parts: [{ measure: "averageBalance", tone: "outstanding", quotient: ["outstanding", "lendersHolding"] }],
  },
];
