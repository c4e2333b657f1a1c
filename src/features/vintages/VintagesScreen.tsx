import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

import { useStrings } from "#src/ui/language.tsx";
import { NoLoans, NoneFit } from "#src/ui/LoansEmpty.tsx";
import { LoansNote } from "#src/ui/LoansNote.tsx";
import { PanelFailed } from "#src/ui/PanelFailed.tsx";
import { PanelPending } from "#src/ui/PanelPending.tsx";
import { UnreadNote } from "#src/ui/UnreadNote.tsx";
import { useEngine } from "#src/view/engine.tsx";
import { useSetSearch, useView, useViewSearch } from "#src/view/view.ts";

import { CURVES_PX, TABLE_PX } from "./panel.ts";
import { vintagesQuery } from "./queries.ts";
import { strings } from "./strings.ts";
import { VintageControls } from "./VintageControls.tsx";
import { VintagePanels } from "./VintagePanels.tsx";
import { vintagesView, type VintagesView } from "./vintagesView.ts";

/** Whose blank cells change what is shown. */
const NOTED = ["bad"] as const;

/** How loans turn out by the month in which they were lent, and what is overdue. */
export function VintagesScreen() {
  const view = vintagesView(useViewSearch(), useView());
  const { methods, revision } = useEngine();
  const words = useStrings(strings);
  const query = useQuery(vintagesQuery(methods, view.args, revision));
  const { title } = words.measures[view.measure];
  if (query.isPending) {
    return (
      <Stack view={view} products={[]}>
        <PanelPending title={title} heightPx={CURVES_PX} />
        <PanelPending title={words.heat} heightPx={TABLE_PX} />
        <PanelPending title={words.overdue} heightPx={160} />
      </Stack>
    );
  }
  if (query.isError) return <PanelFailed title={title} error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data.snapshotDay === null) {
    const said = { title: words.title, message: words.noLoans, hint: words.noLoansHint };
    return <NoLoans {...said} heightPx={CURVES_PX} told={query.data} Link={Link} />;
  }
  const { hasOverdue, hasRepaid } = query.data;
  return (
    <Stack view={view} products={query.data.allProducts}>
      <LoansNote snapshotDay={query.data.snapshotDay} gaps={query.data.gaps} parts={NOTED} />
      <UnreadNote told={query.data} bySchedule={hasOverdue && !hasRepaid} />
      {query.data.vintages.length === 0 ? <NoVintage /> : <VintagePanels view={view} result={query.data} />}
    </Stack>
  );
}

interface StackProps {
  readonly view: VintagesView;
  readonly products: readonly string[];
  readonly children: ReactNode;
}

function Stack({ view, products, children }: StackProps) {
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <VintageControls view={view} products={products} />
      {children}
    </div>
  );
}

function NoVintage() {
  const words = useStrings(strings);
  const setSearch = useSetSearch();
  const showAll = () => setSearch({ loansIn: undefined, lp: undefined });
  return <NoneFit title={words.title} heightPx={CURVES_PX} onShowAll={showAll} />;
}
