import type { Grain } from "#src/domain/calendar.ts";
import type { Bucket, Comparison } from "#src/engine/protocol.ts";
import type { SeriesTone } from "#src/ui/tones.ts";

import type { TrendChoices } from "./choices.ts";
import type { TrendAnswer, TrendSeries } from "./queries.ts";
import { valuesOf } from "./rolling.ts";
import type { TrendTarget } from "./trendTargets.ts";
import type { TrendMeasure, TrendPart, TrendSpec } from "./trendSpecs.ts";

type Values = readonly (number | null)[];

export interface TrendLine {
  readonly measure: TrendMeasure;
  readonly tone: SeriesTone;
  readonly values: Values;
  /** The comparison's; undefined where there is nothing to compare with. */
  readonly before: Values | undefined;
}

export interface TrendModel {
  readonly spec: TrendSpec;
  readonly grain: Grain;
  readonly comparison: Comparison;
  readonly rolling: TrendChoices["rolling"];
  readonly draw: "stacked" | "bars" | "lines";
  readonly unit: "money" | "count" | "ratio";
  readonly buckets: readonly Bucket[];
  readonly lines: readonly TrendLine[];
  /** Of parts that add up; undefined where they do not, and for shares. */
  readonly whole: { readonly values: Values; readonly before: Values | undefined } | undefined;
  /** Drawn as dotted steps. */
  readonly targets: readonly TrendTarget[];
  /** Buckets that are cut or not over; an average of whole days has none. */
  readonly isOpen: (index: number) => boolean;
}

/** Without targets: they are of another answer. */
export function trendModel(answer: TrendAnswer, spec: TrendSpec, choices: TrendChoices): TrendModel {
  const { args, buckets, comparison } = answer;
  const rolling = args.rolling;
  const parts = spec.parts.filter((part) => part.optional !== true || isUsed(part, answer));
  const shares = spec.whole !== undefined && choices.scale === "shares";
  const toValues = (part: TrendPart, series: TrendSeries): Values => {
    const values = valuesOf(part, series, rolling);
    return shares ? ratios(values, wholeOf(spec, series, rolling)) : values;
  };
  return {
    spec,
    grain: args.grain,
    comparison: args.comparison,
    rolling,
    draw: choices.draw === "lines" ? "lines" : spec.whole !== undefined ? "stacked" : spec.bars ? "bars" : "lines",
    unit: shares ? "ratio" : spec.unit,
    buckets,
    lines: parts.map((part) => ({
      measure: part.measure,
      tone: part.tone,
      values: toValues(part, answer),
      before: observed(comparison ? toValues(part, comparison) : undefined),
    })),
    whole:
      spec.whole === undefined || shares
        ? undefined
        : {
            values: wholeOf(spec, answer, rolling),
            before: observed(comparison ? wholeOf(spec, comparison, rolling) : undefined),
          },
    targets: [],
    isOpen: (index) => rolling === 0 && buckets[index]?.complete === false,
  };
}

function wholeOf({ whole }: TrendSpec, series: TrendSeries, rolling: number): Values {
  return whole === undefined ? [] : valuesOf({ measure: whole, tone: "volume" }, series, rolling);
}

function ratios(values: Values, wholes: Values): Values {
  return values.map((value, index) => {
    const whole = wholes[index] ?? null;
    return value === null || whole === null || whole === 0 ? null : value / whole;
  });
}

function isUsed({ measure }: TrendPart, { points, comparison }: TrendAnswer): boolean {
  const values = [...(points[measure] ?? []), ...(comparison?.points[measure] ?? [])];
  return values.some((value) => value !== null && value !== 0);
}

function observed(values: Values | undefined): Values | undefined {
  return values?.some((value) => value !== null) === true ? values : undefined;
}

/** A line cut into what is settled and what leads to and from buckets that are cut or not over. */
export function cutOpen(values: Values, isOpen: (index: number) => boolean) {
  if (!values.some((_, index) => isOpen(index))) return { settled: values, open: undefined };
  return {
    settled: values.map((value, index) => (isOpen(index) ? null : value)),
    open: values.map((value, index) => (isOpen(index - 1) || isOpen(index) || isOpen(index + 1) ? value : null)),
  };
}
