import { useQuery } from "@tanstack/react-query";

import { useStrings } from "#src/ui/language.tsx";
import { PanelEmpty } from "#src/ui/PanelEmpty.tsx";
import { PanelFailed } from "#src/ui/PanelFailed.tsx";
import { PanelPending } from "#src/ui/PanelPending.tsx";
import { useEngine } from "#src/view/engine.tsx";

import { CohortGroups } from "./CohortGroups.tsx";
import { cohortArgs, type CohortView } from "./cohortView.ts";
import { CURVES_PX } from "./groupPanel.ts";
import { GroupPanels } from "./GroupPanels.tsx";
import { cohortsQuery } from "./queries.ts";
import type { ShownCohorts } from "./shownCohorts.ts";
import { SpreadMissing } from "./SpreadMissing.tsx";
import { strings } from "./strings.ts";

const HEAT_PX = 480;

export interface CohortPanelsProps {
  readonly view: CohortView;
}

/** What cohorts did by age, as far as it is over. */
export function CohortPanels({ view }: CohortPanelsProps) {
  const { methods, status, revision } = useEngine();
  const words = useStrings(strings);
  const query = useQuery(cohortsQuery(methods, view, revision));
  const title = words.measures[view.measure].name;
  const needsLenders = view.splitBy === "kind" || view.splitBy === "campaign";
  if (needsLenders && (status.tables.lenders ?? 0) === 0) return <LendersMissing title={title} />;
  if (query.isPending) {
    return (
      <>
        <PanelPending title={title} heightPx={CURVES_PX} />
        <PanelPending title={words.heat} heightPx={HEAT_PX} />
      </>
    );
  }
  if (query.isError) return <PanelFailed title={title} error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data.missing === "spread") return <SpreadMissing title={title} />;
  return <Shown view={view} result={query.data} />;
}

function Shown({ view, result }: CohortPanelsProps & { readonly result: ShownCohorts }) {
  const words = useStrings(strings);
  const title = words.measures[view.measure].name;
  const [first] = result.groups;
  if (first === undefined || result.groups.every(({ rows }) => rows.length === 0)) {
    return <PanelEmpty title={title} message={words.empty} hint={words.emptyHint} heightPx={CURVES_PX} />;
  }
  const isByFirstLend = cohortArgs(view) === undefined && view.filter.products.length > 0;
  return (
    <>
      {isByFirstLend && <p className="text-label text-ink-3">{words.productsOfFirstLend}</p>}
      {view.splitBy === "none" ? (
        <GroupPanels group={first} view={view} result={result} />
      ) : (
        <CohortGroups view={view} result={result} />
      )}
    </>
  );
}

function LendersMissing({ title }: { readonly title: string }) {
  const words = useStrings(strings);
  return <PanelEmpty title={title} message={words.lendersTitle} hint={words.lendersHint} heightPx={CURVES_PX} />;
}
