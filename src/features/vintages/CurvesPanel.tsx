import { useMemo } from "react";

import { ChartCard } from "#src/ui/ChartCard.tsx";
import type { ChartPoint } from "#src/ui/chartPoint.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";

import { curvesLegend, curvesOption, curvesTable } from "./curvesOption.ts";
import { bookMonth, shareText } from "./figures.ts";
import { CURVES_PX, type ModelPanelProps } from "./panel.ts";
import { strings } from "./strings.ts";
import { useVintageLoans } from "./useVintageLoans.ts";
import { measureInfo } from "./vintageInfo.ts";

/** Months of lending by months on book. */
export function CurvesPanel({ view, result, model }: ModelPanelProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const loans = useVintageLoans(view);
  const option = useMemo(() => curvesOption(model, { words, format }), [model, words, format]);
  const spoken = { words, format };
  const { name, title } = words.measures[model.measure];
  const last = model.expected.findLastIndex((share) => share !== null);
  const { worst } = model;
  const notes = [
    words.curvesSubtitle,
    ...(worst && model.measure === "bad" ? [words.curvesWorst(format.month(worst.month.from))] : []),
  ];

  function onPointClick({ dataIndex, seriesId }: ChartPoint) {
    const line = model.lines.find(({ id }) => id === seriesId);
    if (line === undefined) loans.ofExpected(model, dataIndex);
    else loans.ofMonth(line, dataIndex);
  }

  return (
    <ChartCard
      title={title}
      subtitle={notes.join(" · ")}
      legend={curvesLegend(model, spoken)}
      info={measureInfo(result, model, spoken)}
      name={words.curvesName(name, shareText(model.expected[last] ?? null, format), bookMonth(last, format))}
      option={option}
      heightPx={CURVES_PX}
      table={curvesTable(model, spoken)}
      fileName={`vintages-${model.measure}`}
      onPointClick={onPointClick}
      imageNote={`${words.snapshotDay} ${format.day(result.snapshotDay)}`}
    />
  );
}
