import type { ReactNode } from "react";

import type { RowsPage, RowsWhere } from "#src/engine/protocol.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { useLenderText } from "#src/ui/reveal.tsx";
import { useEngine } from "#src/view/engine.tsx";

import { rowTotals } from "./rowTotals.ts";
import { strings } from "./strings.ts";
import { whereFacts } from "./whereFacts.ts";

export interface RowFactsProps {
  readonly where: RowsWhere;
  readonly page: RowsPage;
}

/** What was asked and what it comes to, to be held against the number that was clicked. */
export function RowFacts({ where, page }: RowFactsProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const lenderText = useLenderText();
  const { segments } = useEngine().status.settings;
  const facts = whereFacts(where, { lenderText, segments }, format);
  const { rows, lenders, byType, effect } = rowTotals(page);
  return (
    <>
      {facts.length > 0 && (
        <dl aria-label={words.facts} className="flex flex-wrap gap-1.5">
          {facts.map(({ id, name, value }) => (
            <div key={id} className="flex max-w-full gap-1.5 rounded-control bg-sunken px-2 py-1 text-label">
              <dt className="shrink-0 text-ink-3">{name}</dt>
              <dd className="min-w-0 truncate text-ink" title={value}>
                {value}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <dl aria-label={words.totals} className="flex flex-wrap gap-x-8 gap-y-3">
        <Total name={words.rows}>{format.count(rows)}</Total>
        <Total name={words.lenders}>{format.count(lenders)}</Total>
        {byType.map(({ type, amount }) => (
          <Total key={type} name={words.sumOf(words.types[type])}>
            {format.moneyExact(amount)}
          </Total>
        ))}
        {effect !== null && <Total name={words.effect}>{format.moneyExact(effect, { sign: true })}</Total>}
      </dl>
    </>
  );
}

function Total({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt className="text-label text-ink-2">{name}</dt>
      <dd className="text-leaf font-strong">{children}</dd>
    </div>
  );
}
