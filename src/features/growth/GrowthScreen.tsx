import { useQuery, type UseQueryResult } from "@tanstack/react-query";

import type { Filter, GrowthResult } from "#src/engine/protocol.ts";
import { useStrings } from "#src/ui/language.tsx";
import { PanelEmpty } from "#src/ui/PanelEmpty.tsx";
import { PanelFailed } from "#src/ui/PanelFailed.tsx";
import { PanelPending } from "#src/ui/PanelPending.tsx";
import { useEngine } from "#src/view/engine.tsx";
import { filterOf, useViewSearch } from "#src/view/view.ts";

import { AccountingPanel } from "./AccountingPanel.tsx";
import { GrowthTable } from "./GrowthTable.tsx";
import { growthQuery } from "./queries.ts";
import { QuickRatioPanel } from "./QuickRatioPanel.tsx";
import { RetentionPanel } from "./RetentionPanel.tsx";
import { StatesPanel } from "./StatesPanel.tsx";
import { strings } from "./strings.ts";

const ACCOUNTING_PX = 320;
const TREND_PX = 200;

export function GrowthScreen() {
  const filter = filterOf(useViewSearch());
  const { methods, revision } = useEngine();
  const query = useQuery(growthQuery(methods, { filter }, revision));
  const hasRows = query.data !== undefined && query.data.rows.length > 0;
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 xl:grid-cols-[minmax(0,8fr)_minmax(0,4fr)]">
        <Trends query={query} filter={filter} />
        <StatesPanel filter={filter} />
      </div>
      {hasRows && <GrowthTable result={query.data} filter={filter} />}
    </div>
  );
}

interface TrendsProps {
  readonly query: UseQueryResult<GrowthResult>;
  readonly filter: Filter;
}

function Trends({ query, filter }: TrendsProps) {
  const words = useStrings(strings);
  if (query.isPending) return <Pending />;
  if (query.isError) {
    return <PanelFailed title={words.accounting} error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (query.data.rows.length === 0) {
    const filtered = filter.products.length + filter.channels.length > 0 || filter.segment !== undefined;
    return (
      <PanelEmpty
        title={words.accounting}
        message={filtered ? words.noFilter : words.empty}
        hint={filtered ? undefined : words.emptyHint}
        heightPx={ACCOUNTING_PX}
      />
    );
  }
  const shown = { result: query.data, filter };
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <AccountingPanel {...shown} heightPx={ACCOUNTING_PX} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 md:grid-cols-2">
        <QuickRatioPanel {...shown} heightPx={TREND_PX} />
        <RetentionPanel {...shown} heightPx={TREND_PX} />
      </div>
    </div>
  );
}

function Pending() {
  const words = useStrings(strings);
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <PanelPending title={words.accounting} heightPx={ACCOUNTING_PX} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 md:grid-cols-2">
        <PanelPending title={words.quick} heightPx={TREND_PX} />
        <PanelPending title={words.retention} heightPx={TREND_PX} />
      </div>
    </div>
  );
}
