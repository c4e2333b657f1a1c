import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";

import { useStrings } from "#src/ui/language.tsx";
import { NoLoans, NoneFit } from "#src/ui/LoansEmpty.tsx";
import { LoansNote } from "#src/ui/LoansNote.tsx";
import { PanelFailed } from "#src/ui/PanelFailed.tsx";
import { PanelPending } from "#src/ui/PanelPending.tsx";
import { useEngine } from "#src/view/engine.tsx";
import { useSetSearch, useView, useViewSearch } from "#src/view/view.ts";

import { DetailPanel } from "./DetailPanel.tsx";
import { FindingsNote } from "./FindingsNote.tsx";
import { MissingNote } from "./MissingNote.tsx";
import { MonthsPanel } from "./MonthsPanel.tsx";
import { OverTimePanel } from "./OverTimePanel.tsx";
import { CHART_PX, TABLE_PX, type ProfitPanelProps } from "./panel.ts";
import { ProductsPanel } from "./ProductsPanel.tsx";
import { ProfitControls } from "./ProfitControls.tsx";
import { profitArgs, selectionOf } from "./profitView.ts";
import { profitabilityQuery } from "./queries.ts";
import { SensitivityPanels } from "./SensitivityPanels.tsx";
import { strings } from "./strings.ts";
import { WaterfallPanel } from "./WaterfallPanel.tsx";

/** Whose blank cells change what is shown. */
const NOTED = ["interest", "bad", "funding", "marketing"] as const;

/** Whether each credit product makes money after risk, funding and marketing, and at what bad rate it would not. */
export function ProfitabilityScreen() {
  const args = profitArgs(useViewSearch(), useView());
  const { methods, revision } = useEngine();
  const words = useStrings(strings);
  const query = useQuery(profitabilityQuery(methods, args, revision));
  if (query.isError) {
    return <PanelFailed title={words.byProduct} error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (query.data?.result.snapshotDay === null) {
    const said = { title: words.title, message: words.noLoans, hint: words.noLoansHint };
    return <NoLoans {...said} heightPx={TABLE_PX} told={query.data.result} Link={Link} />;
  }
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <ProfitControls args={args} result={query.data?.result} />
      {query.data && <Noted {...query.data} />}
      {query.isPending ? <Pending /> : <Answered {...query.data} />}
    </div>
  );
}

function Noted({ result: { snapshotDay, gaps } }: Pick<ProfitPanelProps, "result">) {
  return <LoansNote snapshotDay={snapshotDay} gaps={gaps} parts={NOTED} />;
}

function Pending() {
  const words = useStrings(strings);
  return (
    <>
      <PanelPending heightPx={64} />
      <PanelPending title={words.byProduct} heightPx={TABLE_PX} />
      <PanelPending title={words.waterfall} heightPx={CHART_PX} />
    </>
  );
}

const PAIR = "grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-2";

function Answered({ args, result }: ProfitPanelProps) {
  const search = useViewSearch();
  if (result.products.length === 0) return <NoProduct />;
  const shown = { args, result, selection: selectionOf(result, search, args) };
  return (
    <>
      <FindingsNote result={result} />
      <MissingNote result={result} />
      <ProductsPanel {...shown} />
      <MonthsPanel {...shown} />
      <div className={PAIR}>
        <WaterfallPanel {...shown} />
        <DetailPanel {...shown} />
      </div>
      <OverTimePanel {...shown} />
      <div className={PAIR}>
        <SensitivityPanels {...shown} />
      </div>
    </>
  );
}

function NoProduct() {
  const words = useStrings(strings);
  const setSearch = useSetSearch();
  const showAll = () => setSearch({ loansIn: undefined, lp: undefined });
  return <NoneFit title={words.title} heightPx={TABLE_PX} onShowAll={showAll} />;
}
