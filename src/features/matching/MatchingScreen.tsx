import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

import type { MatchingArgs, MatchingResult } from "#src/engine/protocol.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { NoLoans } from "#src/ui/LoansEmpty.tsx";
import { PanelEmpty } from "#src/ui/PanelEmpty.tsx";
import { PanelFailed } from "#src/ui/PanelFailed.tsx";
import { PanelPending } from "#src/ui/PanelPending.tsx";
import { UnreadNote } from "#src/ui/UnreadNote.tsx";
import { useEngine } from "#src/view/engine.tsx";
import { useView, useViewSearch, type View } from "#src/view/view.ts";

import { LadderPanel } from "./LadderPanel.tsx";
import { ladderStrings } from "./ladderStrings.ts";
import { matchingArgs } from "./matchingView.ts";
import { MATCH_HEIGHT_PX } from "./matchOption.ts";
import { MatchPanel } from "./MatchPanel.tsx";
import { matchSentence } from "./matchSentence.ts";
import { MatchTiles } from "./MatchTiles.tsx";
import { matchingQuery } from "./queries.ts";
import { strings } from "./strings.ts";
import { YieldField } from "./YieldField.tsx";

const TILES_PX = 84;
const SENTENCE_PX = 64;
const LADDER_PX = 368;

/** Is lenders' money at work, what does idle money cost a day, and do lenders fall due before borrowers. */
export function MatchingScreen() {
  const view = useView();
  const words = useStrings(strings);
  if (view === null) return <PanelEmpty title={words.figures} message={words.noData} hint={words.noDataHint} />;
  return <Matching view={view} />;
}

function Matching({ view }: { readonly view: View }) {
  const search = useViewSearch();
  const { methods, revision } = useEngine();
  const words = useStrings(strings);
  const ladderWords = useStrings(ladderStrings);
  const args = matchingArgs(search, view);
  const query = useQuery(matchingQuery(methods, args, revision));
  if (query.isPending) {
    return (
      <Stack>
        <PanelPending heightPx={TILES_PX} />
        <PanelPending heightPx={SENTENCE_PX} />
        <PanelPending title={words.overTime} heightPx={MATCH_HEIGHT_PX} />
        <PanelPending title={ladderWords.ladder} heightPx={LADDER_PX} />
      </Stack>
    );
  }
  if (query.isError) {
    return <PanelFailed title={words.figures} error={query.error} onRetry={() => void query.refetch()} />;
  }
  const { result, args: answered } = query.data;
  return (
    <Stack>
      <MatchTiles result={result} period={answered.period} />
      {result.hasLoans && <UnreadNote told={result} bySchedule={!result.hasRepaid} />}
      <Summary result={result} args={args} />
      <OverTime result={result} args={answered} />
      <LadderPanel result={result} />
    </Stack>
  );
}

function Stack({ children }: { readonly children: ReactNode }) {
  return <div className="flex min-w-0 flex-col gap-4">{children}</div>;
}

interface PartProps {
  readonly result: MatchingResult;
  readonly args: MatchingArgs;
}

/** The answer in words, and the one thing that the reader may enter. */
function Summary({ result, args }: PartProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const unknown = result.unread > 0 ? words.noneReadMessage : words.needsLoansMessage;
  return (
    <section
      aria-label={words.figures}
      className="card flex flex-wrap items-start justify-between gap-x-8 gap-y-3 rounded-card border border-line bg-surface px-4 py-3"
    >
      <div className="flex min-w-0 flex-1 basis-80 flex-col gap-1">
        <p className="max-w-prose text-ink">{matchSentence(result, { words, format }) ?? unknown}</p>
        <p className="text-label text-ink-3">{words.wholeLedger}</p>
      </div>
      <YieldField args={args} />
    </section>
  );
}

function OverTime({ result, args }: PartProps) {
  const words = useStrings(strings);
  if (!result.hasLoans) {
    const said = { title: words.overTime, message: words.needsLoansMessage, hint: words.needsLoansHint };
    return <NoLoans {...said} heightPx={220} told={result} Link={Link} />;
  }
  if (result.points.length === 0) {
    return (
      <PanelEmpty title={words.overTime} message={words.emptyPeriod} hint={words.emptyPeriodHint} heightPx={220} />
    );
  }
  return <MatchPanel result={result} grain={args.grain} />;
}
