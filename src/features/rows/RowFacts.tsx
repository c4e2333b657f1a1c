import type { RowsPage, RowsWhere } from "#src/engine/protocol.ts";
import type { Format } from "#src/ui/format.ts";
import { FactList } from "#src/ui/FactList.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { useLenderText } from "#src/ui/reveal.tsx";
import { TotalList, type Total } from "#src/ui/TotalList.tsx";
import { useEngine } from "#src/view/engine.tsx";

import { rowTotals } from "./rowTotals.ts";
import { strings, type RowsWords } from "./strings.ts";
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
  return (
    <>
      {facts.length > 0 && <FactList name={words.facts} facts={facts} />}
      <TotalList name={words.totals} totals={totalsOf(page, words, format)} />
    </>
  );
}

function totalsOf(page: RowsPage, words: RowsWords, format: Format): readonly Total[] {
  const { rows, lenders, byType, effect } = rowTotals(page);
  return [
    { id: "rows", name: words.rows, value: format.count(rows) },
    { id: "lenders", name: words.lenders, value: format.count(lenders) },
    ...byType.map(({ type, amount }) => ({
      id: type,
      name: words.sumOf(words.types[type]),
      value: format.moneyExact(amount),
    })),
    ...(effect === null
      ? []
      : [{ id: "effect", name: words.effect, value: format.moneyExact(effect, { sign: true }) }]),
  ];
}
