import { useMemo } from "react";

import { ChartCard } from "#src/ui/ChartCard.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { PanelEmpty } from "#src/ui/PanelEmpty.tsx";

import { ageCurves, stepsOf, type AgeCurvesModel, type AgeMeasure } from "./ageCurves.ts";
import { ageOption } from "./ageOption.ts";
import { compareInfo, type ComparePanelProps } from "./comparePanel.ts";
import { ageTable } from "./curveTables.ts";
import { sidesLegend, type Spoken } from "./sideLabel.ts";
import { strings } from "./strings.ts";

const HEIGHT_PX = 280;
/** Told of one curve. */
const MOST_STEPS = 3;

export interface AgePanelProps extends ComparePanelProps {
  readonly measure: AgeMeasure;
}

/** How many lenders of each side hold, or lend again, by age. */
export function AgePanel({ result, names, measure }: AgePanelProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const model = useMemo(() => ageCurves(result.sides, measure), [result.sides, measure]);
  const option = useMemo(() => ageOption(model, names, { words, format }), [model, names, words, format]);
  const title = words[measure];
  if (model.ages === 0) return <PanelEmpty title={title} message={words.young} />;
  const steps = steppedNames(model, names, { words, format });
  return (
    <ChartCard
      title={title}
      subtitle={words[`${measure}Subtitle`]}
      footer={steps.length > 0 ? words.steps(format.list(steps)) : undefined}
      legend={sidesLegend(names)}
      info={compareInfo(result.basis, {
        name: title,
        sentence: words[`${measure}Sentence`],
        formula: words[`${measure}Formula`],
        rule: "RT7 WI1",
      })}
      name={words.curveName(title, format.list(endings(model, names, { words, format })))}
      option={option}
      heightPx={HEIGHT_PX}
      table={ageTable(model, { title, names }, words)}
      fileName={`compare-${measure === "held" ? "holding" : "lending-again"}`}
    />
  );
}

/** Curves with a step that a cohort dropping out may have made, with its ages. */
function steppedNames({ curves }: AgeCurvesModel, names: readonly string[], { words, format }: Spoken): string[] {
  return curves.flatMap((curve, place) => {
    const ages = stepsOf(curve).map((age) => format.age(age, "month"));
    return ages.length === 0 ? [] : [words.stepped(names[place] ?? "", ages.slice(0, MOST_STEPS))];
  });
}

/** Where each curve stops standing on enough months. */
function endings({ curves }: AgeCurvesModel, names: readonly string[], { words, format }: Spoken): string[] {
  return curves.flatMap(({ values, solid }, place) => {
    const last = solid.findLastIndex((value) => value !== null);
    const age = last < 0 ? values.length - 1 : last;
    if (age < 0) return [];
    return [words.curveEnd(names[place] ?? "", format.percent(values[age] ?? null), format.age(age, "month"))];
  });
}
