import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";

import type { AcquisitionArgs } from "#src/engine/protocol.ts";
import { useStrings } from "#src/ui/language.tsx";
import { MissingNote } from "#src/ui/MissingNote.tsx";
import { PanelEmpty } from "#src/ui/PanelEmpty.tsx";
import { PanelFailed } from "#src/ui/PanelFailed.tsx";
import { PanelPending } from "#src/ui/PanelPending.tsx";
import { useEngine } from "#src/view/engine.tsx";
import { useViewSearch } from "#src/view/view.ts";

import { AcquisitionControls } from "./AcquisitionControls.tsx";
import { acquisitionArgs } from "./acquisitionView.ts";
import { CurvePanels } from "./CurvePanels.tsx";
import { EconomicsPanel } from "./EconomicsPanel.tsx";
import { FindingsNote } from "./FindingsNote.tsx";
import { FunnelPanel } from "./FunnelPanel.tsx";
import { FunnelTable } from "./FunnelTable.tsx";
import { HuntersPanel } from "./HuntersPanel.tsx";
import type { AcquisitionPanelProps } from "./panel.ts";
import { acquisitionQuery } from "./queries.ts";
import { ScatterPanel } from "./ScatterPanel.tsx";
import { SecondLendPanel } from "./SecondLendPanel.tsx";
import { strings } from "./strings.ts";
import { CostTrendPanel, PaybackTrendPanel } from "./TrendPanels.tsx";

const TABLE_PX = 300;
const CHART_PX = 340;

/** Which acquisition brings lenders who stay, what each costs, and when it is paid back. */
export function AcquisitionScreen() {
  const { status } = useEngine();
  const args = acquisitionArgs(useViewSearch(), status);
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <AcquisitionControls args={args} />
      <Acquisition args={args} />
    </div>
  );
}

function Acquisition({ args }: { readonly args: AcquisitionArgs }) {
  const { methods, revision } = useEngine();
  const words = useStrings(strings);
  const query = useQuery(acquisitionQuery(methods, args, revision));
  if (query.isPending) {
    return (
      <>
        <PanelPending title={words.economics} heightPx={TABLE_PX} />
        <PanelPending title={words.scatter} heightPx={CHART_PX} />
      </>
    );
  }
  if (query.isError) {
    return <PanelFailed title={words.economics} error={query.error} onRetry={() => void query.refetch()} />;
  }
  const result = query.data;
  if (result.groups.length === 0) {
    return <PanelEmpty title={words.economics} message={words.empty} hint={words.emptyHint} heightPx={TABLE_PX} />;
  }
  return <Panels args={args} result={result} />;
}

const PAIR = "grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-2";

function Panels({ args, result }: AcquisitionPanelProps) {
  const words = useStrings(strings);
  const shown = { args, result };
  return (
    <>
      <FindingsNote {...shown} />
      <MissingNote missing={result.missing} sentences={words.missing} Link={Link} />
      <EconomicsPanel {...shown} />
      <ScatterPanel {...shown} />
      <CurvePanels {...shown} />
      <div className={PAIR}>
        <FunnelPanel {...shown} />
        <SecondLendPanel {...shown} />
      </div>
      <FunnelTable {...shown} />
      <div className={PAIR}>
        <CostTrendPanel {...shown} />
        <PaybackTrendPanel {...shown} />
      </div>
      <HuntersPanel args={args} />
    </>
  );
}
