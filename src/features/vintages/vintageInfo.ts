import type { VintagesResult } from "#src/engine/protocol.ts";
import type { Definition } from "#src/ui/InfoPopover.tsx";

import { shareText, type Spoken } from "./figures.ts";
import type { VintageModel } from "./vintageModel.ts";

/** A definition as of the day whose state the loans file tells. Ledger rows are not what these figures are made of. */
function dated({ snapshotDay }: VintagesResult, definition: Definition): Definition {
  return { ...definition, asOf: snapshotDay };
}

export function measureInfo(result: VintagesResult, model: VintageModel, { words, format }: Spoken): Definition {
  const { name, sentence, formula } = words.measures[model.measure];
  const last = model.expected.findLastIndex((share) => share !== null);
  const sum = (id: "loans" | "disbursed") => model.lines.reduce((total, line) => total + line[id], 0);
  return dated(result, {
    name,
    sentence,
    formula,
    rule: model.measure === "bad" ? "VT1 VT2 LC1 LC2 LC3 LC5 LC6" : "VT1 VT2 LC1 LC4 LC6",
    inputs: [
      { name: words.loans, value: format.count(sum("loans")) },
      { name: words.disbursed, value: format.money(sum("disbursed")), title: format.moneyExact(sum("disbursed")) },
      { name: words.expected, value: shareText(model.expected[last] ?? null, format) },
    ],
  });
}

export function expectedInfo(result: VintagesResult, { words }: Spoken): Definition {
  return dated(result, {
    name: words.table,
    sentence: words.expectedSentence,
    formula: words.expectedFormula,
    rule: "VT3",
  });
}

export function overdueInfo(result: VintagesResult, { words }: Spoken): Definition {
  return dated(result, {
    name: words.overdue,
    sentence: words.overdueSentence,
    formula: words.overdueFormula,
    rule: "VT4 LC1 LC6",
  });
}
