import { isoDay, SECONDS_A_DAY } from "#src/domain/calendar.ts";
import { epochDay } from "#src/domain/units.ts";
import type { EngineMethods, LedgerRow, RowsArgs } from "#src/engine/protocol.ts";
import { FILE_PAGE_ROWS, pagedFile, type PagedFile, type PagedFileOptions } from "#src/ui/pagedFile.ts";
import type { TwinCell, TwinColumn } from "#src/ui/tableModel.ts";

import type { RowsWords } from "./strings.ts";

export interface RowsFileAsked extends Pick<RowsArgs, "where" | "sort"> {
  readonly words: RowsWords;
  /** As the screen shows a lender's id. */
  readonly lenderText: (id: string) => string;
}

/** Every row found, as one CSV. */
export function rowsFile(engine: EngineMethods, asked: RowsFileAsked, options: PagedFileOptions): Promise<PagedFile> {
  const { where, sort, words, lenderText } = asked;
  return pagedFile(
    {
      columns: fileColumns(words),
      pageAt: async (offset, signal) => {
        const { basis, total, rows } = await engine.rows({ where, sort, offset, limit: FILE_PAGE_ROWS }, signal);
        return { dataVersion: basis.dataVersion, total, rows: rows.map((row) => fileRow(row, lenderText)) };
      },
    },
    options,
  );
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
