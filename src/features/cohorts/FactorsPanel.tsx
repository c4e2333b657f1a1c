import { useMemo } from "react";

import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { downloadCsv } from "#src/ui/csv.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import type { TableModel } from "#src/ui/tableModel.ts";
import { TwinTable } from "#src/ui/TwinTable.tsx";

import type { ProjectionPanelProps } from "./ProjectionChart.tsx";
import { projectionInfo } from "./projectionInfo.ts";
import { projectionStrings } from "./projectionStrings.ts";

/** What the ladder multiplied by. */
export function FactorsPanel({ view, result }: ProjectionPanelProps) {
  const words = useStrings(projectionStrings);
  const format = useFormat();
  const { factors, basis } = result;
  const table = useMemo((): TableModel => {
    const ageText = (age: number) => format.age(age, "month");
    return {
      caption: words.factors,
      columns: [
        { id: "step", label: words.step, type: "text" },
        { id: "factor", label: words.factor, type: "text" },
        { id: "error", label: words.standardError, type: "text" },
        { id: "cohorts", label: words.cohorts, type: "count" },
        { id: "used", label: words.used, type: "text" },
      ],
      rows: factors.map(({ age, factor, standardError, cohorts, isUsed }) => [
        `${ageText(age)} → ${ageText(age + 1)}`,
        format.number(factor, 4),
        format.number(standardError, 4),
        cohorts,
        isUsed ? words.yes : words.no,
      ]),
    };
  }, [factors, words, format]);
  if (factors.length === 0) return null;
  return (
    <Card
      title={words.factors}
      subtitle={words.factorsSubtitle}
      info={{
        ...projectionInfo(words, { measure: view.args.measure, isAll: false, basis }),
        name: words.factors,
        sentence: words.factorsSentence,
        formula: words.factorsFormula,
      }}
      actions={
        <Button size="sm" title={words.csvHint} onClick={() => downloadCsv(`factors-${view.args.measure}`, table)}>
          {words.csv}
        </Button>
      }
    >
      <TwinTable model={table} />
    </Card>
  );
}
