import { useMemo } from "react";

import type { AcquisitionGroup } from "#src/engine/protocol.ts";
import { ChartCard } from "#src/ui/ChartCard.tsx";
import { plural, useFormat, useStrings } from "#src/ui/language.tsx";
import type { TableModel } from "#src/ui/tableModel.ts";

import { acquisitionInfo } from "./acquisitionInfo.ts";
import type { CurveModel } from "./curveModel.ts";
import { curveOption } from "./curveOption.ts";
import type { Spoken } from "./figures.ts";
import { groupLabel } from "./groupLabel.ts";
import type { AcquisitionPanelProps } from "./panel.ts";
import { strings } from "./strings.ts";

const HEIGHT_PX = 176;

export interface CurvePanelProps extends AcquisitionPanelProps {
  readonly group: AcquisitionGroup;
  readonly model: CurveModel;
  readonly months: number;
}

/** One group's LTV against its CAC. */
export function CurvePanel({ args, result, group, model, months }: CurvePanelProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const option = useMemo(() => curveOption({ model, months }, { words, format }), [model, months, words, format]);
  const name = groupLabel(group.name, args.by, { words, format });
  const lenders = plural(format.language, group.newLenders, words.lenderCount).replace(
    "#",
    format.count(group.newLenders),
  );
  const outcome = paybackWords(group, { words, format });
  return (
    <ChartCard
      title={name}
      subtitle={`${lenders} · ${outcome}`}
      info={acquisitionInfo(result.basis, {
        name: words.curves,
        sentence: words.curvesSentence,
        formula: words.curvesFormula,
        inputs: [
          { name: words.cost, value: format.money(group.acquisitionCost) },
          { name: words.value, value: format.money(model.values.at(-1) ?? null) },
        ],
        rule: "LT5 LT6",
      })}
      name={`${words.curveName(name, format.money(model.values.at(-1) ?? null), String(model.months))}; ${outcome}`}
      option={option}
      heightPx={HEIGHT_PX}
      table={curveTable(model, name, { words, format })}
      fileName={`acquisition-value-${args.by}-${name}`}
    />
  );
}

function paybackWords({ payback }: AcquisitionGroup, { words, format }: Spoken): string {
  if (payback === null) return words.curveUnpriced;
  return payback.months === null
    ? words.curveUnpaid(format.count(payback.observedMonths))
    : words.curvePaid(format.number(payback.months, 1));
}

function curveTable(model: CurveModel, name: string, { words }: Spoken): TableModel {
  return {
    caption: `${words.curves}: ${name}`,
    columns: [
      { id: "months", label: words.elapsedHeader, type: "count" },
      { id: "value", label: words.value, type: "money" },
      { id: "cost", label: words.cost, type: "money" },
      { id: "cohorts", label: words.cohorts, type: "count" },
      { id: "lenders", label: words.lenders, type: "count" },
    ],
    rows: model.values.map((value, month) => [
      month,
      value,
      model.cost,
      model.behind[month]?.cohorts ?? null,
      model.behind[month]?.lenders ?? null,
    ]),
  };
}
