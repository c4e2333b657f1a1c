import type { ActivationCandidate } from "#src/engine/protocol.ts";
import type { TableModel } from "#src/ui/tableModel.ts";

import type { ActivationWords } from "./strings.ts";

/** Every rule with its counts, those that cannot be chosen too. */
export function candidateFile(
  candidates: readonly ActivationCandidate[],
  { columns, actionNames, yes, no }: ActivationWords,
): Pick<TableModel, "columns" | "rows"> {
  return {
    columns: [
      { id: "action", label: columns.action, type: "text" },
      { id: "window", label: columns.window, type: "count" },
      { id: "threshold", label: columns.threshold, type: "count" },
      { id: "eligible", label: columns.eligible, type: "text" },
      { id: "truePositive", label: columns.truePositive, type: "count" },
      { id: "falsePositive", label: columns.falsePositive, type: "count" },
      { id: "falseNegative", label: columns.falseNegative, type: "count" },
      { id: "trueNegative", label: columns.trueNegative, type: "count" },
      { id: "mcc", label: columns.mcc, type: "number" },
      { id: "precision", label: columns.precision, type: "ratio" },
      { id: "recall", label: columns.recall, type: "ratio" },
      { id: "f1", label: columns.f1, type: "number" },
      { id: "lift", label: columns.lift, type: "number" },
      { id: "coverage", label: columns.coverage, type: "ratio" },
    ],
    rows: candidates.map(({ action, windowDays, threshold, isEligible, figures }) => [
      actionNames[action],
      windowDays,
      threshold,
      isEligible ? yes : no,
      figures.truePositive,
      figures.falsePositive,
      figures.falseNegative,
      figures.trueNegative,
      figures.mcc,
      figures.precision,
      figures.recall,
      figures.f1,
      figures.lift,
      figures.coverage,
    ]),
  };
}
