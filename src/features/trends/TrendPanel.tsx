import { useQuery } from "@tanstack/react-query";

import { PanelEmpty } from "#src/ui/PanelEmpty.tsx";
import { PanelFailed } from "#src/ui/PanelFailed.tsx";
import { PanelPending } from "#src/ui/PanelPending.tsx";
import { useStrings } from "#src/ui/language.tsx";
import { useEngine } from "#src/view/engine.tsx";
import type { View } from "#src/view/view.ts";

import type { TrendChoices } from "./choices.ts";
import { trendQuery } from "./queries.ts";
import { strings } from "./strings.ts";
import { TREND_HEIGHT_PX, TrendChart } from "./TrendChart.tsx";
import type { TrendSpec } from "./trendSpecs.ts";

export interface TrendPanelProps {
  readonly spec: TrendSpec;
  readonly view: View;
  readonly choices: TrendChoices;
}

export function TrendPanel({ spec, view, choices }: TrendPanelProps) {
  const { methods, revision } = useEngine();
  const words = useStrings(strings);
  const query = useQuery(trendQuery(methods, { ...view, rolling: choices.rolling, lenders: spec.lenders }, revision));
  const frame = { title: words.titles[spec.id], heightPx: TREND_HEIGHT_PX };
  if (query.isPending) return <PanelPending {...frame} />;
  if (query.isError) return <PanelFailed {...frame} error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data.buckets.length === 0) return <PanelEmpty {...frame} message={words.empty} hint={words.emptyHint} />;
  return <TrendChart spec={spec} answer={query.data} choices={choices} />;
}
