import { useQuery, type UseQueryResult } from "@tanstack/react-query";

import { monthOf } from "#src/domain/calendar.ts";
import type { Filter, TargetMetric, TargetProgress, TargetsResult } from "#src/engine/protocol.ts";

import { useEngine } from "./engine.tsx";

/** Every target in force. Nothing is asked for without the dataset. */
export function useTargets(): UseQueryResult<TargetsResult> {
  const { methods, status, revision } = useEngine();
  return useQuery({
    queryKey: ["metric", "targets", revision],
    queryFn: ({ signal }) => methods.targets({}, signal),
    enabled: hasTargets(status.tables),
  });
}

export function hasTargets(tables: { readonly targets?: number }): boolean {
  return (tables.targets ?? 0) > 0;
}

/** Targets are of the whole ledger: beside the figures of a part they would mislead. */
export function isWhole({ products, channels, segment }: Filter): boolean {
  return products.length === 0 && channels.length === 0 && segment === undefined;
}

/** The target of a metric for the month of the last day of data. */
export function currentTarget({ basis, targets }: TargetsResult, metric: TargetMetric): TargetProgress | undefined {
  const { asOf } = basis;
  if (asOf === null) return undefined;
  return targets.find((target) => target.metric === metric && monthOf(target.month.from) === monthOf(asOf));
}
