import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";

import type { CompareArgs, CompareResult, CompareSide } from "#src/engine/protocol.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { MissingNote } from "#src/ui/MissingNote.tsx";
import { PanelEmpty } from "#src/ui/PanelEmpty.tsx";
import { PanelFailed } from "#src/ui/PanelFailed.tsx";
import { PanelPending } from "#src/ui/PanelPending.tsx";
import { useEngine } from "#src/view/engine.tsx";
import { useViewSearch } from "#src/view/view.ts";

import { AgePanel } from "./AgePanel.tsx";
import { compareArgs, defaultSides, LEAST_SIDES, notUnderstood, textToSides } from "./compareView.ts";
import { DifferencesPanel } from "./DifferencesPanel.tsx";
import { compareQuery, namesQuery } from "./queries.ts";
import { SayingsNote } from "./SayingsNote.tsx";
import { sideNames } from "./sideLabel.ts";
import { SidesPanel } from "./SidesPanel.tsx";
import { SidesPicker } from "./SidesPicker.tsx";
import { strings } from "./strings.ts";
import { ValuePanel } from "./ValuePanel.tsx";

const TABLE_PX = 340;
const CHART_PX = 320;

/** Two to four kinds of lenders beside each other: what they cost and bring, and who of them stays. */
export function CompareScreen() {
  const search = useViewSearch();
  const chosen = textToSides(search.sides);
  const odd = notUnderstood(search.sides);
  return chosen.length > 0 || odd.length > 0 ? <Chosen sides={chosen} odd={odd} /> : <ByDefault />;
}

/** The link says nothing: the largest channels. */
function ByDefault() {
  const words = useStrings(strings);
  const { methods, revision, status } = useEngine();
  const { cohorts, filter } = compareArgs(useViewSearch(), status, []);
  const channels = useQuery(namesQuery(methods, { by: "channel", cohorts, filter }, revision));
  if (channels.isPending) return <Pending />;
  if (channels.isError) {
    return <PanelFailed title={words.title} error={channels.error} onRetry={() => void channels.refetch()} />;
  }
  return <Chosen sides={defaultSides(channels.data.groups)} odd={[]} />;
}

interface ChosenProps {
  readonly sides: readonly CompareSide[];
  /** Parts of the link that are not understood. */
  readonly odd: readonly string[];
}

function Chosen({ sides, odd }: ChosenProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const { status } = useEngine();
  const args = compareArgs(useViewSearch(), status, sides);
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <SidesPicker sides={sides} />
      {odd.length > 0 && (
        <p role="status" className="text-warn">
          {words.notUnderstood(format.list(odd.map((part) => words.quoted(part))))}
        </p>
      )}
      {sides.length < LEAST_SIDES ? (
        <PanelEmpty title={words.title} message={words.tooFew} hint={words.tooFewHint} heightPx={TABLE_PX} />
      ) : (
        <Comparison args={args} />
      )}
    </div>
  );
}

function Comparison({ args }: { readonly args: CompareArgs }) {
  const words = useStrings(strings);
  const { methods, revision } = useEngine();
  const query = useQuery(compareQuery(methods, args, revision));
  if (query.isPending) return <Pending />;
  if (query.isError) {
    return <PanelFailed title={words.title} error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (query.data.sides.every(({ newLenders }) => newLenders === 0)) {
    return <PanelEmpty title={words.title} message={words.empty} hint={words.emptyHint} heightPx={TABLE_PX} />;
  }
  return <Panels args={args} result={query.data} />;
}

const PAIR = "grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-2";

function Panels({ args, result }: { readonly args: CompareArgs; readonly result: CompareResult }) {
  const words = useStrings(strings);
  const format = useFormat();
  const { segments } = useEngine().status.settings;
  // Of the answer's own sides: it may still be the one before.
  const names = useMemo(
    () =>
      sideNames(
        result.sides.map(({ side }) => side),
        segments,
        { words, format },
      ),
    [result.sides, segments, words, format],
  );
  const shown = { result, names };
  return (
    <>
      <SayingsNote {...shown} />
      <MissingNote missing={result.missing} sentences={words.missing} Link={Link} />
      <SidesPanel {...shown} args={args} />
      <div className={PAIR}>
        <AgePanel {...shown} measure="held" />
        <AgePanel {...shown} measure="lentAgain" />
      </div>
      <div className={PAIR}>
        <ValuePanel {...shown} />
        <DifferencesPanel {...shown} />
      </div>
    </>
  );
}

function Pending() {
  const words = useStrings(strings);
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <PanelPending title={words.title} heightPx={TABLE_PX} />
      <div className={PAIR}>
        <PanelPending title={words.held} heightPx={CHART_PX} />
        <PanelPending title={words.lentAgain} heightPx={CHART_PX} />
      </div>
    </div>
  );
}
