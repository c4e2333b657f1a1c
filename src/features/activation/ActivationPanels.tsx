import type { ActivationResult } from "#src/engine/protocol.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { PanelEmpty } from "#src/ui/PanelEmpty.tsx";

import { BestPanel } from "./BestPanel.tsx";
import { CandidatesPanel } from "./CandidatesPanel.tsx";
import { HeatPanel } from "./HeatPanel.tsx";
import { PlanPanel } from "./PlanPanel.tsx";
import { strings } from "./strings.ts";

const EMPTY_PX = 220;

/** What a search found, or why there is nothing to find. */
export function ActivationPanels({ result }: { readonly result: ActivationResult }) {
  const words = useStrings(strings);
  const format = useFormat();
  const { best, lenders, trainLenders, outcome } = result;
  if (lenders === 0)
    return (
      <PanelEmpty
        title={words.best}
        message={words.fewTitle}
        hint={words.fewHint(format.count(outcome.toDay))}
        heightPx={EMPTY_PX}
      />
    );
  if (best === null || best.candidate.figures.mcc <= 0)
    return (
      <>
        <PanelEmpty
          title={words.best}
          message={best === null ? words.noneTitle : words.nothingTitle}
          hint={best === null ? words.noneHint(format.count(trainLenders)) : words.nothingHint}
          heightPx={EMPTY_PX}
        />
        <UnknownActions result={result} />
        <HeatPanel result={result} />
      </>
    );
  return (
    <>
      <BestPanel result={result} best={best} />
      <UnknownActions result={result} />
      <HeatPanel result={result} />
      <CandidatesPanel result={result} />
      <PlanPanel result={result} best={best} />
    </>
  );
}

function UnknownActions({ result: { unknownActions } }: { readonly result: ActivationResult }) {
  const words = useStrings(strings);
  const format = useFormat();
  if (unknownActions.length === 0) return undefined;
  const hints: Readonly<Record<string, string>> = words.unknownHints;
  return (
    <p className="text-ink-2">
      {[
        words.unknown(format.list(unknownActions.map((action) => words.actionNames[action]))),
        ...unknownActions.map((action) => hints[action]),
      ].join(" ")}
    </p>
  );
}
