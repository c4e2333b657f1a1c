import { useId, useMemo } from "react";

import { useFormat, useStrings } from "#src/ui/language.tsx";
import { PanelEmpty } from "#src/ui/PanelEmpty.tsx";

import { curveModel, drawnGroups } from "./curveModel.ts";
import { CurvePanel } from "./CurvePanel.tsx";
import { firstMissing, type AcquisitionPanelProps } from "./panel.ts";
import { strings } from "./strings.ts";

/** The groups' LTV curves side by side, each against what its lenders cost. */
export function CurvePanels({ args, result }: AcquisitionPanelProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const id = useId();
  const isMonth = args.by === "month";
  const plots = useMemo(
    () => drawnGroups(result.groups).map((group) => ({ group, model: curveModel(group, isMonth) })),
    [result.groups, isMonth],
  );
  const missing = firstMissing(result.missing, ["spread"]);
  if (plots.length === 0) {
    return (
      <PanelEmpty
        title={words.curves}
        message={missing === undefined ? words.curvesYoung : words.curvesEmpty}
        hint={missing === undefined ? undefined : words.missing[missing]}
      />
    );
  }
  const months = Math.max(...plots.map(({ model }) => model.months));
  return (
    <section aria-labelledby={id} className="flex min-w-0 flex-col gap-2">
      <div className="flex flex-col">
        <h2 id={id} className="text-card font-strong">
          {words.curves}
        </h2>
        <p className="text-label text-ink-3">{words.curvesSubtitle}</p>
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 md:grid-cols-2 xl:grid-cols-3">
        {plots.map(({ group, model }) => (
          <CurvePanel key={group.name} args={args} result={result} group={group} model={model} months={months} />
        ))}
      </div>
      {plots.length < result.groups.length && (
        <p className="text-label text-ink-3">
          {words.curvesLargest(format.count(plots.length), format.count(result.groups.length))}
        </p>
      )}
    </section>
  );
}
