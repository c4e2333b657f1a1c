import { useMemo } from "react";

import { ChartCard } from "#src/ui/ChartCard.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { PanelEmpty } from "#src/ui/PanelEmpty.tsx";
import type { TableModel } from "#src/ui/tableModel.ts";
import { NARROW, useMediaQuery } from "#src/ui/useMediaQuery.ts";

import { neededColumns, selectionName, type Spoken } from "./figures.ts";
import { CHART_PX, type SelectionPanelProps } from "./panel.ts";
import { waterfallInfo } from "./profitInfo.ts";
import { SelectionPicker } from "./SelectionPicker.tsx";
import { strings } from "./strings.ts";
import { useProfitLoans } from "./useProfitLoans.ts";
import { waterfallSteps, type WaterfallStep } from "./waterfallModel.ts";
import { stepName, waterfallOption } from "./waterfallOption.ts";

/** From what the chosen loans brought in to what is left of it. */
export function WaterfallPanel(props: SelectionPanelProps) {
  const { args, result, selection } = props;
  const words = useStrings(strings);
  const format = useFormat();
  const showLoans = useProfitLoans(args.rules);
  const width = useMediaQuery(NARROW) ? "narrow" : "wide";
  const { figures, where } = selection;
  const steps = useMemo(() => waterfallSteps(figures), [figures]);
  const option = useMemo(() => waterfallOption(steps, { words, format }, width), [steps, words, format, width]);
  const name = selectionName(selection, { words, format });
  if (steps.length === 0) {
    const hint = neededColumns(result, format);
    return (
      <PanelEmpty
        title={words.waterfall}
        message={words.waterfallEmpty}
        hint={hint === null ? undefined : words.unknown(hint)}
        heightPx={CHART_PX}
      />
    );
  }
  const needed = figures.profit === null ? neededColumns(result, format) : null;
  return (
    <ChartCard
      title={words.waterfall}
      subtitle={words.waterfallOf(name)}
      info={waterfallInfo(props, { words, format })}
      actions={<SelectionPicker {...props} />}
      name={words.waterfallName(name, format.money(figures.income), format.money(figures.profit))}
      option={option}
      heightPx={CHART_PX}
      table={waterfallTable(steps, `${words.waterfall}: ${name}`, { words, format })}
      fileName="income-to-profit"
      footer={needed === null ? undefined : words.waterfallUnknown(needed)}
      onPointClick={({ dataIndex }) =>
        showLoans({ name, profit: figures.profit, where, part: steps[dataIndex]?.id === "bad" ? "bad" : undefined })
      }
    />
  );
}

function waterfallTable(steps: readonly WaterfallStep[], caption: string, { words }: Spoken): TableModel {
  return {
    caption,
    columns: [
      { id: "step", label: words.step, type: "text" },
      { id: "amount", label: words.amount, type: "money" },
      { id: "after", label: words.after, type: "money" },
    ],
    rows: steps.map(({ id, amount, to }) => [stepName(id, words), amount, to]),
  };
}
