import { isoDay, SECONDS_A_DAY } from "#src/domain/calendar.ts";
import { epochDay } from "#src/domain/units.ts";
import type { LedgerRow } from "#src/engine/protocol.ts";
import type { TableModel } from "#src/ui/tableModel.ts";

import type { LenderWords } from "./strings.ts";

/** Events as a file. */
export function eventsTable(rows: readonly LedgerRow[], words: LenderWords): Pick<TableModel, "columns" | "rows"> {
  return {
    columns: [
      { id: "time", label: words.time, type: "text" },
      { id: "type", label: words.type, type: "text" },
      { id: "amount", label: words.amount, type: "money" },
      { id: "product", label: words.product, type: "text" },
      { id: "channel", label: words.channel, type: "text" },
      { id: "term", label: words.term, type: "count" },
      { id: "txnId", label: words.transaction, type: "text" },
    ],
    rows: rows.map((row) => [
      isoInstant(row.instant),
      row.type,
      row.amount,
      row.product,
      row.channel,
      row.termDays,
      row.txnId,
    ]),
  };
}

/** `YYYY-MM-DD HH:MM:SS` on the platform's clock. */
function isoInstant(seconds: number): string {
  const day = epochDay(Math.floor(seconds / SECONDS_A_DAY));
  const rest = seconds - day * SECONDS_A_DAY;
  const clock = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60];
  return `${isoDay(day)} ${clock.map((part) => String(part).padStart(2, "0")).join(":")}`;
}
