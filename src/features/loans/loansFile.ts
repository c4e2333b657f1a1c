import type { EngineMethods, LoanRow, LoansArgs } from "#src/engine/protocol.ts";
import type { Language } from "#src/ui/signs.ts";
import { FILE_PAGE_ROWS, pagedFile, type PagedFile, type PagedFileOptions } from "#src/ui/pagedFile.ts";
import type { TwinCell, TwinColumn } from "#src/ui/tableModel.ts";

import { strings } from "./strings.ts";

export interface LoansFileAsked extends Pick<LoansArgs, "where" | "rules" | "sort"> {
  readonly language: Language;
  /** As the screen shows a borrower's id. */
  readonly borrowerText: (id: string) => string;
}

/** Every loan found, as one CSV with all that is known of each. */
export function loansFile(engine: EngineMethods, asked: LoansFileAsked, options: PagedFileOptions): Promise<PagedFile> {
  const { where, rules, sort } = asked;
  return pagedFile(
    {
      columns: fileColumns(asked),
      pageAt: async (offset, signal) => {
        const page = await engine.loans({ where, rules, sort, offset, limit: FILE_PAGE_ROWS }, signal);
        return {
          dataVersion: page.basis.dataVersion,
          total: page.total.loans,
          rows: page.rows.map((row) => fileRow(row, asked)),
        };
      },
    },
    options,
  );
}

function fileColumns({ language, where }: LoansFileAsked): readonly TwinColumn[] {
  const { columns, fileColumns: more, funding, marketing } = strings[language];
  return [
    { id: "loanId", label: columns.loanId, type: "text" },
    { id: "product", label: columns.product, type: "text" },
    { id: "disbursedOn", label: columns.disbursedOn, type: "day" },
    { id: "principal", label: columns.principal, type: "money" },
    { id: "rate", label: columns.rate, type: "ratio" },
    { id: "periods", label: columns.periods, type: "count" },
    { id: "method", label: columns.method, type: "text" },
    { id: "interest", label: more.interest, type: "money" },
    { id: "scheduledInterest", label: more.scheduledInterest, type: "money" },
    { id: "penalty", label: more.penalty, type: "money" },
    { id: "fees", label: more.fees, type: "money" },
    { id: "bad", label: columns.bad, type: "money" },
    { id: "funding", label: funding, type: "money" },
    { id: "marketing", label: marketing, type: "money" },
    { id: "profit", label: columns.profit, type: "money" },
    { id: "repaid", label: columns.repaid, type: "money" },
    { id: "owed", label: columns.owed, type: "money" },
    ...(where.due === undefined ? [] : [{ id: "due", label: columns.due, type: "money" as const }]),
    { id: "overdueDays", label: more.overdueDays, type: "count" },
    { id: "status", label: columns.status, type: "text" },
    { id: "borrower", label: columns.borrower, type: "text" },
  ];
}

function fileRow(row: LoanRow, { language, where, borrowerText }: LoansFileAsked): readonly TwinCell[] {
  return [
    row.loanId,
    row.product,
    row.disbursedOn,
    row.principal,
    row.rate,
    row.periods,
    strings[language].methods[row.method],
    row.interest,
    row.scheduledInterest,
    row.penalty,
    row.fees,
    row.bad,
    row.funding,
    row.marketing,
    row.profit,
    row.repaid,
    row.owed,
    ...(where.due === undefined ? [] : [row.due]),
    row.overdueDays,
    row.status,
    row.borrower === "" ? "" : borrowerText(row.borrower),
  ];
}
