import { useMemo } from "react";

import { Card } from "#src/ui/Card.tsx";
import { HeatTable } from "#src/ui/HeatTable.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";

import { EXPECTED_ID, heatModel } from "./heatModel.ts";
import type { ModelPanelProps } from "./panel.ts";
import { strings } from "./strings.ts";
import { useVintageLoans } from "./useVintageLoans.ts";
import { measureInfo } from "./vintageInfo.ts";

/** Years of months scroll inside the card. */
const MOST_PX = 640;

export function HeatPanel({ view, result, model }: ModelPanelProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const loans = useVintageLoans(view);
  const heat = useMemo(() => heatModel(model, { words, format }), [model, words, format]);
  const { name } = words.measures[model.measure];
  return (
    <Card title={words.heat} subtitle={words.heatSubtitle} info={measureInfo(result, model, { words, format })}>
      <HeatTable
        name={`${words.heat}: ${name}`}
        rowHeader={words.month}
        sizeHeader={words.loans}
        columns={heat.columns}
        rows={heat.rows}
        summary={heat.summary}
        heightPx={MOST_PX}
        onCellClick={(rowId, columnId) => {
          const line = model.lines.find(({ id }) => id === rowId);
          if (rowId === EXPECTED_ID) loans.ofExpected(model, Number(columnId));
          else if (line !== undefined) loans.ofMonth(line, Number(columnId));
        }}
      />
    </Card>
  );
}
