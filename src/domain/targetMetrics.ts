/** What a target can be set for, in the order in which targets are read. */
export const TARGET_METRICS = [
  "outstanding",
  "volume",
  "volume_new",
  "volume_returning",
  "exits",
  "net_inflow",
  "new_lenders",
] as const;

export type TargetMetric = (typeof TARGET_METRICS)[number];

/** Undefined for a name that is none of ours. */
export function targetMetricOf(name: string): TargetMetric | undefined {
  return TARGET_METRICS.find((metric) => metric === name);
}
