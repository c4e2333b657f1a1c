import { useQuery } from "@tanstack/react-query";

import { isoDay } from "#src/domain/calendar.ts";
import type { ProjectionResult } from "#src/engine/protocol.ts";
import { useStrings } from "#src/ui/language.tsx";
import { PanelEmpty } from "#src/ui/PanelEmpty.tsx";
import { PanelFailed } from "#src/ui/PanelFailed.tsx";
import { PanelPending } from "#src/ui/PanelPending.tsx";
import { useEngine } from "#src/view/engine.tsx";
import { useSetSearch, useViewSearch } from "#src/view/view.ts";

import { FactorsPanel } from "./FactorsPanel.tsx";
import { PROJECTION_PX, ProjectionChart } from "./ProjectionChart.tsx";
import { ProjectionControls } from "./ProjectionControls.tsx";
import { projectionQuery } from "./projectionQueries.ts";
import { projectionStrings } from "./projectionStrings.ts";
import { ProjectionTable } from "./ProjectionTable.tsx";
import { projectionView, type ProjectionView } from "./projectionView.ts";
import { SpreadMissing } from "./SpreadMissing.tsx";

/** What cohorts may still come to, and how far to trust it. */
export function ProjectionPanels() {
  const { methods, revision } = useEngine();
  const view = projectionView(useViewSearch());
  const query = useQuery(projectionQuery(methods, view.args, revision));
  return (
    <>
      <ProjectionControls view={view} result={query.data} />
      <Answered view={view} query={query} />
    </>
  );
}

interface AnsweredProps {
  readonly view: ProjectionView;
  readonly query: {
    readonly data: ProjectionResult | undefined;
    readonly error: Error | null;
    readonly refetch: () => unknown;
  };
}

function Answered({ view, query }: AnsweredProps) {
  const words = useStrings(projectionStrings);
  const setSearch = useSetSearch();
  const title = words.titles[view.args.measure];
  if (query.error !== null)
    return <PanelFailed title={title} error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <PanelPending title={title} heightPx={PROJECTION_PX} />;
  const result = query.data;
  if (result.missing === "spread") return <SpreadMissing title={title} />;
  if (result.cohorts.length === 0)
    return <PanelEmpty title={title} message={words.empty} hint={words.emptyHint} heightPx={PROJECTION_PX} />;
  return (
    <>
      <ProjectionChart view={view} result={result} />
      <ProjectionTable view={view} result={result} onCohort={(day) => setSearch({ projectedCohort: isoDay(day) })} />
      <FactorsPanel view={view} result={result} />
    </>
  );
}
