import type { WhatIfResult } from "#src/engine/protocol.ts";
import { classes } from "#src/ui/classes.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { ScrollTable } from "#src/ui/ScrollTable.tsx";

import { outcomeRows } from "./outcomeRows.ts";
import { strings } from "./strings.ts";

export interface OutcomeTableProps {
  readonly answer: WhatIfResult;
  /** Principal of the loans, fen. */
  readonly disbursed: number;
}

const CELL = "px-2 py-1.5 first:pl-0 last:pr-0";

/** Now beside then. */
export function OutcomeTable({ answer, disbursed }: OutcomeTableProps) {
  const words = useStrings(strings);
  const format = useFormat();
  return (
    <ScrollTable name={words.outcome}>
      <table className="w-full text-right whitespace-nowrap" aria-live="polite">
        <caption className="sr-only">{words.outcome}</caption>
        <thead className="text-label text-ink-2">
          <tr className="border-b border-line">
            {[words.figure, words.now, words.trial, words.difference].map((header, at) => (
              <th key={header} scope="col" className={classes(CELL, "font-medium", at === 0 && "text-left")}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {outcomeRows(answer, disbursed, { words, format }).map(({ id, name, now, trial, change, isWorse }) => (
            <tr key={id} className="border-b border-line last:border-0">
              <th scope="row" className={classes(CELL, "min-w-28 text-left font-medium whitespace-normal")}>
                {name}
              </th>
              <td className={CELL}>{now}</td>
              <td className={classes(CELL, "font-strong")}>{trial}</td>
              <td className={classes(CELL, change !== "" && (isWorse ? "text-bad" : "text-good"))}>{change}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollTable>
  );
}
