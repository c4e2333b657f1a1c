import { useQueries, useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";

import type { LedgerRow, RowsArgs } from "#src/engine/protocol.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { LazyTable, PAGE_ROWS } from "#src/ui/LazyTable.tsx";
import { PanelEmpty } from "#src/ui/PanelEmpty.tsx";
import { PanelFailed } from "#src/ui/PanelFailed.tsx";
import { PanelPending } from "#src/ui/PanelPending.tsx";
import { useEngine } from "#src/view/engine.tsx";
import type { RowsRequest } from "#src/view/rowsDrawer.tsx";

import { rowsQuery } from "./queries.ts";
import { isRowsColumn, rowColumns } from "./rowColumns.tsx";
import { RowFacts } from "./RowFacts.tsx";
import { RowsToolbar } from "./RowsToolbar.tsx";
import { strings } from "./strings.ts";

const NEWEST_FIRST: RowsArgs["sort"] = { by: "instant", descending: true };
const TABLE_HEIGHT_PX = 560;

export interface RowsListProps {
  readonly request: RowsRequest;
}

export function RowsList({ request: { where, title } }: RowsListProps) {
  const { methods, revision } = useEngine();
  const words = useStrings(strings);
  const format = useFormat();
  const [asked, setAsked] = useState({ sort: NEWEST_FIRST, offsets: [0] as readonly number[] });
  const { sort, offsets } = asked;
  // The totals hold in any order, so the first page of the first order keeps answering for them.
  const first = useQuery(rowsQuery(methods, { where, sort: NEWEST_FIRST, offset: 0, limit: PAGE_ROWS }, revision));
  const pages = useQueries({
    queries: offsets.map((offset) => rowsQuery(methods, { where, sort, offset, limit: PAGE_ROWS }, revision)),
  });
  const columns = useMemo(() => rowColumns(format), [format]);
  const failed = pages.find((page) => page.isError);

  function rowAt(index: number): LedgerRow | undefined {
    const page = pages[offsets.indexOf(index - (index % PAGE_ROWS))];
    return page?.data?.rows[index % PAGE_ROWS];
  }

  function onNeedRows(offset: number) {
    setAsked((now) => (now.offsets.includes(offset) ? now : { ...now, offsets: [...now.offsets, offset] }));
  }

  if (first.isPending) return <PanelPending heightPx={TABLE_HEIGHT_PX} />;
  if (first.isError) return <PanelFailed error={first.error} onRetry={() => void first.refetch()} />;
  const { total } = first.data;
  return (
    <div className="flex flex-col gap-4">
      <RowFacts where={where} page={first.data} />
      {total === 0 ? (
        <PanelEmpty message={words.empty} hint={words.emptyHint} />
      ) : (
        <>
          <RowsToolbar where={where} sort={sort} />
          {failed && <PanelFailed error={failed.error} onRetry={() => void failed.refetch()} />}
          <LazyTable<LedgerRow>
            name={words.table(title)}
            columns={columns}
            total={total}
            rowAt={rowAt}
            onNeedRows={onNeedRows}
            sort={sort}
            onSortChange={({ by, descending }) => {
              if (isRowsColumn(by)) setAsked({ sort: { by, descending }, offsets: [0] });
            }}
            heightPx={TABLE_HEIGHT_PX}
          />
        </>
      )}
    </div>
  );
}
