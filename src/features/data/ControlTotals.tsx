import type { ImportRecord } from "#src/domain/imports.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";

import { historyStrings } from "./historyStrings.ts";
import { Section } from "./Section.tsx";

export interface ControlTotalsProps {
  readonly record: ImportRecord;
}

/** Footers that name a total, each against the rows that were read above it. */
export function ControlTotals({ record: { controlTotals = [] } }: ControlTotalsProps) {
  const words = useStrings(historyStrings);
  const format = useFormat();
  if (controlTotals.length === 0) return null;
  return (
    <Section title={words.totals} hint={words.totalsHint}>
      <div className="overflow-x-auto">
        <table className="w-full">
          <thead className="text-left text-label text-ink-3">
            <tr>
              <th className="py-1 pr-3 font-regular">{words.totalLine}</th>
              <th className="py-1 pr-3 font-regular">{words.totalText}</th>
              <th className="py-1 pr-3 text-right font-regular">{words.stated}</th>
              <th className="py-1 pr-3 text-right font-regular">{words.found}</th>
              <th className="py-1 text-right font-regular">{words.difference}</th>
            </tr>
          </thead>
          <tbody>
            {controlTotals.map(({ line, text, measure, stated, found }) => {
              const shown = (value: number) => (measure === "amount" ? format.moneyExact(value) : format.count(value));
              return (
                <tr key={`${line} ${measure}`} className="border-t border-line">
                  <td className="py-1.5 pr-3 text-ink-3">{format.count(line)}</td>
                  <td className="max-w-48 truncate py-1.5 pr-3 font-mono text-label" title={text}>
                    {text}
                  </td>
                  <td className="py-1.5 pr-3 text-right">{shown(stated)}</td>
                  <td className="py-1.5 pr-3 text-right">{shown(found)}</td>
                  <td className="py-1.5 text-right">
                    {stated === found ? (
                      <Badge tone="good">{words.agrees}</Badge>
                    ) : (
                      <span className="font-strong text-bad">{shown(found - stated)}</span>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
