import { useQuery } from "@tanstack/react-query";

import { useStrings } from "#src/ui/language.tsx";
import { PanelEmpty } from "#src/ui/PanelEmpty.tsx";
import { PanelFailed } from "#src/ui/PanelFailed.tsx";
import { PanelPending } from "#src/ui/PanelPending.tsx";
import { useEngine } from "#src/view/engine.tsx";
import { filterOf, useViewSearch } from "#src/view/view.ts";

import { renewalQuery } from "./projectionQueries.ts";
import { RenewalPanel } from "./RenewalPanel.tsx";
import { renewalStrings } from "./renewalStrings.ts";

const PENDING_PX = 240;

/** Renewal at successive maturities, term by term: terms are never mixed, for short ones renew oftener by nature. */
export function RenewalPanels() {
  const { methods, revision } = useEngine();
  const words = useStrings(renewalStrings);
  const filter = filterOf(useViewSearch());
  const query = useQuery(renewalQuery(methods, { filter }, revision));
  if (query.isPending) return <PanelPending title={words.title} heightPx={PENDING_PX} />;
  if (query.isError)
    return <PanelFailed title={words.title} error={query.error} onRetry={() => void query.refetch()} />;
  const { groups, basis } = query.data;
  if (groups.length === 0)
    return <PanelEmpty title={words.title} message={words.empty} hint={words.emptyHint} heightPx={PENDING_PX} />;
  return (
    <section aria-label={words.title} className="flex min-w-0 flex-col gap-3">
      <p className="max-w-3xl text-ink-2">{words.intro}</p>
      <div className="grid grid-cols-1 gap-4 md:grid-cols-2 xl:grid-cols-3">
        {groups.map((group) => (
          <RenewalPanel key={group.termDays} group={group} basis={basis} />
        ))}
      </div>
    </section>
  );
}
