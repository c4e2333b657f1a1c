import { useQueries, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";

import type { LoanRow, LoansArgs } from "#src/engine/protocol.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { LazyTable, PAGE_ROWS } from "#src/ui/LazyTable.tsx";
import { PanelEmpty } from "#src/ui/PanelEmpty.tsx";
import { PanelFailed } from "#src/ui/PanelFailed.tsx";
import { PanelPending } from "#src/ui/PanelPending.tsx";
import { useEngine } from "#src/view/engine.tsx";
import type { LoansRequest } from "#src/view/loansDrawer.tsx";

import { isLoanSort, loanColumns } from "./loanColumns.tsx";
import { LoansToolbar } from "./LoansToolbar.tsx";
import { LoanTotals } from "./LoanTotals.tsx";
import { loansQuery } from "./queries.ts";
import { strings } from "./strings.ts";

const TABLE_HEIGHT_PX = 560;

/** Which order and which pages have been asked for. */
export interface AskedLoans {
  readonly sort: LoansArgs["sort"];
  readonly offsets: readonly number[];
}

/**
 * The order in which a list opens: the one that was asked for; else the longest overdue or the most due first where that is
 * what was asked, else the newest.
 */
export function firstAsked({ where, sort }: LoansRequest): AskedLoans {
  return { sort: sort ?? { by: firstColumn(where), descending: true }, offsets: [0] };
}

function firstColumn({ due, overdue }: LoansArgs["where"]): LoansArgs["sort"]["by"] {
  if (due !== undefined) return "due";
  return overdue === undefined ? "disbursedOn" : "overdueDays";
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
  // The totals hold in any order, so the first page of the first order keeps answering for them.
  const firstPage = { where, rules, sort: firstAsked(request).sort, offset: 0, limit: PAGE_ROWS };
  const first = useQuery(loansQuery(methods, firstPage, revision));
  const pages = useQueries({
    queries: offsets.map((offset) => loansQuery(methods, { where, rules, sort, offset, limit: PAGE_ROWS }, revision)),
  });
  const columns = useMemo(() => loanColumns(format, hasDue), [format, hasDue]);
  const failed = pages.find((page) => page.isError);

  function rowAt(index: number): LoanRow | undefined {
    const page = pages[offsets.indexOf(index - (index % PAGE_ROWS))];
    return page?.data?.rows[index % PAGE_ROWS];
  }

  function onNeedRows(offset: number) {
    onAskedChange((now) => (now.offsets.includes(offset) ? now : { ...now, offsets: [...now.offsets, offset] }));
  }

  if (first.isPending) return <PanelPending heightPx={TABLE_HEIGHT_PX} />;
  if (first.isError) return <PanelFailed error={first.error} onRetry={() => void first.refetch()} />;
  const { loans } = first.data.total;
  return (
    <div className="flex flex-col gap-4">
      <LoanTotals request={request} page={first.data} />
      {loans === 0 ? (
        <PanelEmpty message={words.empty} hint={words.emptyHint} />
      ) : (
        <>
          <LoansToolbar where={where} rules={rules} sort={sort} />
          {failed && <PanelFailed error={failed.error} onRetry={() => void failed.refetch()} />}
          <LazyTable<LoanRow>
            name={words.table(title)}
            columns={columns}
            total={loans}
            rowAt={rowAt}
            onNeedRows={onNeedRows}
            sort={sort}
            onSortChange={({ by, descending }) => {
              if (isLoanSort(by)) onAskedChange(() => ({ sort: { by, descending }, offsets: [0] }));
            }}
            onRowClick={({ loanId }) => onLoan(loanId)}
            heightPx={TABLE_HEIGHT_PX}
          />
        </>
      )}
    </div>
  );
}
