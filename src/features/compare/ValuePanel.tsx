import { useMemo } from "react";

import { ChartCard } from "#src/ui/ChartCard.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { PanelEmpty } from "#src/ui/PanelEmpty.tsx";

import { compareInfo, type ComparePanelProps } from "./comparePanel.ts";
import { valueTable } from "./curveTables.ts";
import { sidesLegend } from "./sideLabel.ts";
import { strings } from "./strings.ts";
import { valueCurves } from "./valueCurves.ts";
import { valueOption } from "./valueOption.ts";

const HEIGHT_PX = 320;

/** What a lender of each side has brought by month, against what each cost. */
export function ValuePanel({ result, names }: ComparePanelProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const model = useMemo(() => valueCurves(result.sides), [result.sides]);
  const option = useMemo(() => valueOption(model, names, { words, format }), [model, names, words, format]);
  if (model.months === 0) {
    const isUnknown = result.missing.includes("spread");
    return (
      <PanelEmpty
        title={words.values}
        message={isUnknown ? words.valuesEmpty : words.young}
        hint={isUnknown ? words.missing.spread : undefined}
      />
    );
  }
  const ends = model.curves.flatMap(({ values }, place) =>
    values.length === 0
      ? []
      : [words.valueEnd(names[place] ?? "", format.money(values.at(-1) ?? null), format.count(values.length - 1))],
  );
  return (
    <ChartCard
      title={words.values}
      subtitle={words.valuesSubtitle}
      legend={sidesLegend(names)}
      info={compareInfo(result.basis, {
        name: words.values,
        sentence: words.valuesSentence,
        formula: words.valuesFormula,
        inputs: model.curves.map(({ cost }, place) => ({
          name: words.costOf(names[place] ?? ""),
          value: format.money(cost),
        })),
        rule: "LT5 LT6",
      })}
      name={words.curveName(words.values, format.list(ends))}
      option={option}
      heightPx={HEIGHT_PX}
      table={valueTable(model, { title: words.values, names }, words)}
      fileName="compare-value"
    />
  );
}
