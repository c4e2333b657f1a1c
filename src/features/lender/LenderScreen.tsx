import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";

import type { LenderDetail } from "#src/engine/protocol.ts";
import { useStrings } from "#src/ui/language.tsx";
import { PanelEmpty } from "#src/ui/PanelEmpty.tsx";
import { PanelFailed } from "#src/ui/PanelFailed.tsx";
import { PanelPending } from "#src/ui/PanelPending.tsx";
import { useLenderText } from "#src/ui/reveal.tsx";
import { useEngine } from "#src/view/engine.tsx";
import { useViewSearch } from "#src/view/view.ts";

import { BalancePanel } from "./BalancePanel.tsx";
import { EventsPanel } from "./EventsPanel.tsx";
import { BackLink, CohortLink, LenderHeader } from "./LenderHeader.tsx";
import { LenderTiles } from "./LenderTiles.tsx";
import { LotsPanel } from "./LotsPanel.tsx";
import { lenderQuery } from "./queries.ts";
import { strings } from "./strings.ts";

const BALANCE_PX = 220;
const EMPTY_PX = 280;

/** One lender: who it is, what it holds, and everything that happened. */
export function LenderScreen() {
  const { id } = useViewSearch();
  const words = useStrings(strings);
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <BackLink />
      {id === undefined ? (
        <PanelEmpty title={words.figures} message={words.unchosen} heightPx={EMPTY_PX} />
      ) : (
        <Lender id={id} />
      )}
    </div>
  );
}

function Lender({ id }: { readonly id: string }) {
  const { methods, revision } = useEngine();
  const words = useStrings(strings);
  const lenderText = useLenderText();
  const query = useQuery(lenderQuery(methods, { lender: id, withEvents: false }, revision));
  if (query.isPending) {
    return (
      <>
        <PanelPending heightPx={132} />
        <PanelPending heightPx={84} />
        <PanelPending title={words.balanceTitle} heightPx={BALANCE_PX} />
        <PanelPending title={words.lots} heightPx={BALANCE_PX} />
      </>
    );
  }
  if (query.isError) {
    return <PanelFailed title={lenderText(id)} error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (query.data === null) {
    return <PanelEmpty title={lenderText(id)} message={words.unknown} hint={words.unknownHint} heightPx={EMPTY_PX} />;
  }
  return <Known detail={query.data} />;
}

function Known({ detail }: { readonly detail: LenderDetail }) {
  return (
    <>
      <LenderHeader detail={detail} />
      {detail.eventCount === 0 ? <NeverSeen /> : <History detail={detail} />}
    </>
  );
}

function NeverSeen(): ReactNode {
  const words = useStrings(strings);
  return <PanelEmpty title={words.events} message={words.neverLent} hint={words.neverLentHint} heightPx={EMPTY_PX} />;
}

function History({ detail }: { readonly detail: LenderDetail }) {
  return (
    <>
      {detail.cohort && <CohortLink cohort={detail.cohort} />}
      <LenderTiles detail={detail} />
      <BalancePanel detail={detail} heightPx={BALANCE_PX} />
      <LotsPanel detail={detail} />
      <EventsPanel lender={detail.row.lender} />
    </>
  );
}
