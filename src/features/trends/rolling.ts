import type { TrendSeries } from "./queries.ts";
import type { TrendPart } from "./trendSpecs.ts";

type Values = readonly (number | null)[];

/**
 * A part's values a bucket. With a rolling average the value of a bucket is the mean of the days that end with its
 * last one; null until all of them were observed. Quotients divide sum by sum.
 */
export function valuesOf(part: TrendPart, series: TrendSeries, rolling: number): Values {
  const { buckets, points, days } = series;
  if (rolling === 0 || !days) return buckets.map((_, index) => points[part.measure]?.[index] ?? null);
  const place = new Map<number, number>(days.buckets.map(({ to }, index) => [to, index]));
  const sumAt = (values: Values | undefined, day: number) => windowSum(values, place.get(day), rolling);
  return buckets.map(({ to }) => {
    if (!part.quotient) {
      const sum = sumAt(days.points[part.measure], to);
      return sum === null ? null : sum / rolling;
    }
    const [numerator, denominator] = part.quotient.map((measure) => sumAt(days.points[measure], to));
    return numerator === null || numerator === undefined || !denominator ? null : numerator / denominator;
  });
}

function windowSum(values: Values | undefined, last: number | undefined, length: number): number | null {
  if (!values || last === undefined || last < length - 1) return null;
  let sum = 0;
  for (const value of values.slice(last - length + 1, last + 1)) {
    if (value === null) return null;
    sum += value;
  }
  return sum;
}
