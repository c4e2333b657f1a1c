import { useMemo } from "react";

import { addMonths } from "#src/domain/calendar.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { PanelEmpty } from "#src/ui/PanelEmpty.tsx";

import { ActualPanel } from "./ActualPanel.tsx";
import { CurvesPanel } from "./CurvesPanel.tsx";
import { FindingsNote } from "./FindingsNote.tsx";
import { HeatPanel } from "./HeatPanel.tsx";
import { OverduePanel } from "./OverduePanel.tsx";
import { CURVES_PX, type ModelPanelProps, type VintagePanelProps } from "./panel.ts";
import { strings } from "./strings.ts";
import { isWatched, vintageModel } from "./vintageModel.ts";

/** What the file tells; what it does not is said in its place. */
export function VintagePanels({ view, result }: VintagePanelProps) {
  const model = useMemo(() => vintageModel(result, view.measure), [result, view.measure]);
  return (
    <>
      <FindingsNote view={view} result={result} model={model} />
      <CurvePanels view={view} result={result} model={model} />
      <OverduePanel view={view} result={result} />
    </>
  );
}

function CurvePanels(props: ModelPanelProps) {
  const { result, model } = props;
  const words = useStrings(strings);
  const format = useFormat();
  const { title, unknown, unknownHint } = words.measures[model.measure];
  const isKnown = model.measure === "bad" ? result.hasBad : result.hasPrepaid;
  if (!isKnown) return <PanelEmpty title={title} message={unknown} hint={unknownHint} heightPx={CURVES_PX} />;
  if (!isWatched(model)) {
    const first = model.lines[0];
    const hint = first && words.tooYoungHint(format.day(addMonths(first.month.to, 1)));
    return <PanelEmpty title={title} message={words.tooYoung} hint={hint} heightPx={CURVES_PX} />;
  }
  return (
    <>
      <CurvesPanel {...props} />
      <HeatPanel {...props} />
      <ActualPanel {...props} />
    </>
  );
}
