import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";

import type { CohortArgs, CohortResult } from "#src/engine/protocol.ts";
import { buttonClass } from "#src/ui/Button.tsx";
import { useStrings } from "#src/ui/language.tsx";
import { PanelEmpty } from "#src/ui/PanelEmpty.tsx";
import { PanelFailed } from "#src/ui/PanelFailed.tsx";
import { PanelPending } from "#src/ui/PanelPending.tsx";
import { useEngine } from "#src/view/engine.tsx";
import { useViewSearch } from "#src/view/view.ts";

import { CohortControls } from "./CohortControls.tsx";
import { CohortGroups } from "./CohortGroups.tsx";
import { CURVES_PX } from "./groupPanel.ts";
import { GroupPanels } from "./GroupPanels.tsx";
import { cohortArgs } from "./cohortView.ts";
import { cohortsQuery } from "./queries.ts";
import { strings } from "./strings.ts";

const HEAT_PX = 480;

export function CohortsScreen() {
  const args = cohortArgs(useViewSearch());
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <CohortControls args={args} />
      <Cohorts args={args} />
    </div>
  );
}

interface CohortsProps {
  readonly args: CohortArgs;
}

function Cohorts({ args }: CohortsProps) {
  const { methods, revision } = useEngine();
  const words = useStrings(strings);
  const query = useQuery(cohortsQuery(methods, args, revision));
  const title = words.measures[args.measure].name;
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
  return <Shown args={args} result={query.data} />;
}

function Shown({ args, result }: CohortsProps & { readonly result: CohortResult }) {
  const words = useStrings(strings);
  const title = words.measures[args.measure].name;
  const [first] = result.groups;
  if (first === undefined || result.groups.every(({ rows }) => rows.length === 0)) {
    return <PanelEmpty title={title} message={words.empty} hint={words.emptyHint} heightPx={CURVES_PX} />;
  }
  if (args.splitBy === "none") return <GroupPanels group={first} args={args} result={result} />;
  return <CohortGroups args={args} result={result} />;
}

function SpreadMissing({ title }: { readonly title: string }) {
  const words = useStrings(strings);
  return (
    <PanelEmpty
      title={title}
      message={words.spreadTitle}
      hint={words.spreadHint}
      heightPx={CURVES_PX}
      action={
        <Link to="/settings" className={buttonClass("primary", "md")}>
          {words.spreadAction}
        </Link>
      }
    />
  );
}
