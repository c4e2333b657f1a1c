import { isoDay, SECONDS_A_DAY } from "#src/domain/calendar.ts";
import { epochDay } from "#src/domain/units.ts";
import type { EngineMethods, LedgerRow, RowsArgs } from "#src/engine/protocol.ts";
import { toCsv } from "#src/ui/csv.ts";
import type { TwinCell, TwinColumn } from "#src/ui/tableModel.ts";

import type { RowsWords } from "./strings.ts";

const PAGE_LIMIT = 10_000;

export interface RowsFileAsked extends Pick<RowsArgs, "where" | "sort"> {
  readonly words: RowsWords;
  /** As the screen shows a lender's id. */
  readonly lenderText: (id: string) => string;
}

export interface RowsFileOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

export type RowsFile =
  | { readonly type: "written"; readonly blob: Blob; readonly rows: number }
  /** An import came in between: pages of two states of the ledger are no list. */
  | { readonly type: "changed" };

/** Every row found, as one CSV in parts, page by page. */
export async function rowsFile(
  engine: EngineMethods,
  asked: RowsFileAsked,
  options: RowsFileOptions,
): Promise<RowsFile> {
  const { where, sort, words, lenderText } = asked;
  const columns = fileColumns(words);
  const parts: string[] = [];
  let [done, total, version] = [0, 1, -1];
  while (done < total) {
    const page = await engine.rows({ where, sort, offset: done, limit: PAGE_LIMIT }, options.signal);
    options.signal.throwIfAborted();
    if (version !== -1 && version !== page.basis.dataVersion) return { type: "changed" };
    version = page.basis.dataVersion;
    total = page.total;
    const csv = toCsv({ columns, rows: page.rows.map((row) => fileRow(row, lenderText)) });
    parts.push(parts.length === 0 ? csv : csv.slice(csv.indexOf("\r\n") + 2));
    if (page.rows.length === 0) break;
    done += page.rows.length;
    options.onProgress(done, total);
  }
  return { type: "written", blob: new Blob(parts, { type: "text/csv;charset=utf-8" }), rows: done };
}

function fileColumns({ columns }: RowsWords): readonly TwinColumn[] {
  return [
    { id: "instant", label: columns.instant, type: "text" },
    { id: "lender", label: columns.lender, type: "text" },
    { id: "type", label: columns.type, type: "text" },
    { id: "newness", label: columns.newness, type: "text" },
    { id: "amount", label: columns.amount, type: "money" },
    { id: "product", label: columns.product, type: "text" },
    { id: "channel", label: columns.channel, type: "text" },
    { id: "termDays", label: columns.termDays, type: "count" },
    { id: "txnId", label: columns.txnId, type: "text" },
    { id: "importId", label: columns.importId, type: "count" },
  ];
}

function fileRow(row: LedgerRow, lenderText: (id: string) => string): readonly TwinCell[] {
  return [
    isoInstant(row.instant),
    lenderText(row.lender),
    row.type,
    row.isNew === null ? "" : row.isNew ? "new" : "returning",
    row.amount,
    row.product,
    row.channel,
    row.termDays,
    row.txnId,
    row.importId,
  ];
}

/** `YYYY-MM-DD HH:MM:SS` on the platform's clock. */
function isoInstant(seconds: number): string {
  const day = epochDay(Math.floor(seconds / SECONDS_A_DAY));
  const rest = seconds - day * SECONDS_A_DAY;
  const [hour, minute, second] = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60];
  return `${isoDay(day)} ${[hour, minute, second].map((part) => String(part).padStart(2, "0")).join(":")}`;
}
