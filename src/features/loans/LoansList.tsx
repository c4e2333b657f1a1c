import { useQueries, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";

import type { LoanSort, LoansArgs } from "#src/engine/protocol.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { PAGE_ROWS } from "#src/ui/LazyTable.tsx";
import { PagedList, type AskedPages } from "#src/ui/PagedList.tsx";
import { useEngine } from "#src/view/engine.tsx";
import type { LoansRequest } from "#src/view/loansDrawer.tsx";

import { isLoanSort, largestAmount, loanColumns } from "./loanColumns.tsx";
import { LoansToolbar } from "./LoansToolbar.tsx";
import { LoanTotals } from "./LoanTotals.tsx";
import { loansQuery } from "./queries.ts";
import { strings } from "./strings.ts";

export type AskedLoans = AskedPages<LoanSort>;

/**
 * The order in which a list opens: the one that was asked for; else the most due, the longest overdue or, where days overdue
 * tell nothing apart, the most owed first where that is what was asked; else the newest.
 */
export function firstAsked({ where, sort }: LoansRequest): AskedLoans {
  return { sort: sort ?? { by: firstColumn(where), descending: true }, offsets: [0] };
}

function firstColumn({ due, overdue }: LoansArgs["where"]): LoansArgs["sort"]["by"] {
  if (due !== undefined) return "due";
  if (overdue === undefined) return "disbursedOn";
  return overdue === "any" || overdue === "on_time" ? "owed" : "overdueDays";
}

export interface LoansListProps {
  readonly request: LoansRequest;
  /** Held by the parent, so that a look at one loan does not lose the order. */
  readonly asked: AskedLoans;
  readonly onAskedChange: (change: (now: AskedLoans) => AskedLoans) => void;
  readonly onLoan: (loanId: string) => void;
}

export function LoansList({ request, asked, onAskedChange, onLoan }: LoansListProps) {
  const { where, rules, title } = request;
  const { sort, offsets } = asked;
  const hasDue = where.due !== undefined;
  const { methods, revision } = useEngine();
  const words = useStrings(strings);
  const format = useFormat();
  const firstPage = { where, rules, sort: firstAsked(request).sort, offset: 0, limit: PAGE_ROWS };
  const first = useQuery(loansQuery(methods, firstPage, revision));
  const pages = useQueries({
    queries: offsets.map((offset) => loansQuery(methods, { where, rules, sort, offset, limit: PAGE_ROWS }, revision)),
  });
  const largest = largestAmount(pages.flatMap(({ data }) => data?.rows ?? []));
  const columns = useMemo(() => loanColumns(format, hasDue, largest), [format, hasDue, largest]);
  return (
    <PagedList
      first={first}
      pages={pages}
      asked={asked}
      onAskedChange={onAskedChange}
      total={first.data?.total.loans ?? 0}
      head={first.data && <LoanTotals request={request} page={first.data} />}
      toolbar={<LoansToolbar where={where} rules={rules} sort={sort} />}
      empty={{ message: words.empty, hint: words.emptyHint }}
      name={words.table(title)}
      columns={columns}
      isSort={isLoanSort}
      onRowClick={({ loanId }) => onLoan(loanId)}
    />
  );
}
