import { PROFIT_DRIVERS } from "#src/domain/loans.ts";
import type { WhatIfResult } from "#src/engine/protocol.ts";
import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { useSetSearch } from "#src/view/view.ts";

import { DriverSlider } from "./DriverSlider.tsx";
import { selectionName } from "./figures.ts";
import { OutcomeTable } from "./OutcomeTable.tsx";
import type { SelectionPanelProps } from "./panel.ts";
import { profitInfo } from "./profitInfo.ts";
import { strings } from "./strings.ts";
import { changesToText, type Changes } from "./whatIf.ts";

export interface WhatIfPanelProps extends SelectionPanelProps {
  readonly answer: WhatIfResult;
  readonly changes: Changes;
}

/** Drivers to turn, and what would become of profit; kept in the link alone. */
export function WhatIfPanel({ result, selection, answer, changes }: WhatIfPanelProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const setSearch = useSetSearch();
  const put = (next: Changes) => setSearch({ whatif: changesToText(next) });
  const known = PROFIT_DRIVERS.filter((driver) => selection.figures[driver] !== null);
  const unknown = PROFIT_DRIVERS.filter((driver) => !known.includes(driver));
  return (
    <Card
      title={words.whatIf}
      subtitle={words.whatIfSubtitle(selectionName(selection, { words, format }))}
      info={profitInfo(result, {
        name: words.whatIf,
        sentence: words.whatIfSentence,
        formula: words.whatIfFormula,
        rule: "PF1 PF2 PF3 PF6",
      })}
      actions={
        <Button size="sm" disabled={changesToText(changes) === undefined} onClick={() => put({})}>
          {words.reset}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <div role="group" aria-label={words.whatIf} className="flex flex-col gap-1.5">
          {known.map((driver) => (
            <DriverSlider
              key={driver}
              driver={driver}
              percent={changes[driver] ?? 0}
              onChange={(percent) => put({ ...changes, [driver]: percent })}
            />
          ))}
          {unknown.length > 0 && (
            <p className="text-label text-ink-3">
              {words.notKnown(format.list(unknown.map((driver) => words.drivers[driver])))}
            </p>
          )}
        </div>
        <OutcomeTable answer={answer} disbursed={selection.figures.disbursed} />
      </div>
    </Card>
  );
}
