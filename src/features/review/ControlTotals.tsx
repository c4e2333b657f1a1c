import type { Drop } from "#src/engine/protocol.ts";
import { classes } from "#src/ui/classes.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";

import type { GroupOutcome } from "./outcome.ts";
import { Section, type OutcomeProps } from "./Section.tsx";
import { strings } from "./strings.ts";

const MOST_SHOWN = 6;

/** What the files say their rows come to, and whether they do; what differs comes first. */
export function ControlTotals({ drop, outcome }: OutcomeProps & { readonly drop: Drop }) {
  const words = useStrings(strings);
  const format = useFormat();
  const totals = outcome.controlTotals.toSorted((a, b) => Number(holds(a)) - Number(holds(b)));
  const text = (value: number, measure: "amount" | "rows"): string =>
    measure === "amount" ? format.moneyExact(value) : format.count(value);
  if (totals.length === 0) return null;
  return (
    <Section title={words.totals}>
      {!totals.every(holds) && <p className="font-medium text-warn">{words.totalsDiffer}</p>}
      <ul className="flex flex-col gap-1">
        {totals.slice(0, MOST_SHOWN).map((total) => (
          <li key={`${total.table} ${total.line} ${total.measure}`} className="flex flex-wrap gap-x-3">
            <span className="text-ink-3">
              {outcome.tables > 1
                ? words.atLineOf(drop.tables[total.table]?.fileName ?? "", format.count(total.line))
                : words.atLine(format.count(total.line))}
            </span>
            <span className="font-medium">{text(total.stated, total.measure)}</span>
            <span className={classes(holds(total) ? "text-good" : "text-warn")}>
              {holds(total)
                ? words.totalHolds
                : words.totalDiffers(text(total.stated, total.measure), text(total.found, total.measure))}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function holds({ stated, found }: GroupOutcome["controlTotals"][number]): boolean {
  return stated === found;
}
