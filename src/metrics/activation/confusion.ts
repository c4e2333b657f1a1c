import { ratio } from "#src/metrics/ratio.ts";

/** Lenders by whether they did something (positive) and whether they stayed (true when the two agree). */
export interface ConfusionCounts {
  readonly truePositive: number;
  readonly falsePositive: number;
  readonly falseNegative: number;
  readonly trueNegative: number;
}

/** How well "did it" tells "stayed"; ratios are null where there is nobody to divide by. */
export interface Confusion extends ConfusionCounts {
  /** Matthews correlation, −1 to 1; 0 when everybody or nobody did it, or stayed. */
  readonly mcc: number;
  readonly f1: number | null;
  /** Of those who did it, the share who stayed. */
  readonly precision: number | null;
  /** Of those who stayed, the share who did it. */
  readonly recall: number | null;
  /** precision ÷ base rate. */
  readonly lift: number | null;
  /** Rate of those who did ÷ rate of those who did not. */
  readonly relativeRate: number | null;
  /** Share of lenders who did it. */
  readonly coverage: number | null;
  /** Share of lenders who stayed. */
  readonly base: number | null;
}

/** The figures of a two by two table (MN3). */
export function confusionOf(counts: ConfusionCounts): Confusion {
  const { truePositive, falsePositive, falseNegative, trueNegative } = counts;
  const did = truePositive + falsePositive;
  const stayed = truePositive + falseNegative;
  const all = did + falseNegative + trueNegative;
  const precision = ratio(truePositive, did);
  const base = ratio(stayed, all);
  const otherRate = ratio(falseNegative, falseNegative + trueNegative);
  return {
    ...counts,
    mcc: matthews({ all, did, stayed }, truePositive),
    f1: ratio(2 * truePositive, did + stayed),
    precision,
    recall: ratio(truePositive, stayed),
    lift: precision === null || base === null ? null : ratio(precision, base),
    relativeRate: precision === null || otherRate === null ? null : ratio(precision, otherRate),
    coverage: ratio(did, all),
    base,
  };
}

/** How many lenders there are, did it, and stayed. */
export interface Margins {
  readonly all: number;
  readonly did: number;
  readonly stayed: number;
}

/** Matthews correlation from the margins and those who both did it and stayed; 0 when a margin is empty. */
export function matthews({ all, did, stayed }: Margins, both: number): number {
  const spread = Math.sqrt(did * (all - did)) * Math.sqrt(stayed * (all - stayed));
  return spread === 0 ? 0 : (all * both - did * stayed) / spread;
}
