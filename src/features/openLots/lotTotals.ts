import type { OpenLotsPage } from "#src/engine/protocol.ts";
import type { Format } from "#src/ui/format.ts";
import type { Total } from "#src/ui/TotalList.tsx";

import { strings } from "./strings.ts";

/** What all lots found come to, to the fen; "open" is the figure that was chosen. */
export function lotTotals(
  { total, lenders, amount, open }: Pick<OpenLotsPage, "total" | "lenders" | "amount" | "open">,
  format: Format,
): readonly Total[] {
  const words = strings[format.language];
  return [
    { id: "lots", name: words.lots, value: format.count(total) },
    { id: "lenders", name: words.lenders, value: format.count(lenders) },
    { id: "amount", name: words.columns.amount, value: format.moneyExact(amount), hint: words.hints.amount },
    { id: "open", name: words.columns.open, value: format.moneyExact(open), hint: words.hints.open },
  ];
}
