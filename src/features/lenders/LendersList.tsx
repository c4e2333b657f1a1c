import { useQueries } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useMemo, useState } from "react";

import type { LenderRow } from "#src/engine/protocol.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { LazyTable, PAGE_ROWS } from "#src/ui/LazyTable.tsx";
import { PanelFailed } from "#src/ui/PanelFailed.tsx";
import { useEngine } from "#src/view/engine.tsx";
import type { ViewSearch } from "#src/view/search.ts";
import { useSetSearch } from "#src/view/view.ts";

import { lenderColumns } from "./lenderColumns.tsx";
import { isLendersColumn, sortToText, type LendersView } from "./lendersView.ts";
import { lendersQuery } from "./queries.ts";
import { strings } from "./strings.ts";

const TABLE_HEIGHT_PX = 640;

/** Pages that are watched at once: those in sight and where the reader was just before. */
const PAGES_WATCHED = 6;

export interface LendersListProps {
  readonly view: LendersView;
  readonly total: number;
}

/** Every lender who fits, fetched by the page as they come in sight; a line leads to the lender. */
export function LendersList({ view, total }: LendersListProps) {
  const { methods, revision } = useEngine();
  const words = useStrings(strings);
  const format = useFormat();
  const setSearch = useSetSearch();
  const navigate = useNavigate();
  const { offsets, onNeedRows } = useOffsets(JSON.stringify([view, revision]));
  const pages = useQueries({
    queries: offsets.map((offset) => lendersQuery(methods, { ...view, offset, limit: PAGE_ROWS }, revision)),
  });
  const columns = useMemo(() => lenderColumns(format), [format]);
  const failed = pages.find((page) => page.isError);

  function rowAt(index: number): LenderRow | undefined {
    const page = pages[offsets.indexOf(index - (index % PAGE_ROWS))];
    return page?.data?.rows[index % PAGE_ROWS];
  }

  return (
    <>
      {failed && <PanelFailed error={failed.error} onRetry={() => void failed.refetch()} />}
      <LazyTable<LenderRow>
        name={words.table}
        columns={columns}
        total={total}
        rowAt={rowAt}
        onNeedRows={onNeedRows}
        sort={view.sort}
        onSortChange={({ by, descending }) => {
          if (isLendersColumn(by)) setSearch({ sort: sortToText({ by, descending }) });
        }}
        onRowClick={({ lender }) =>
          void navigate({ to: "/lender", search: (search: ViewSearch) => ({ ...search, id: lender }) })
        }
        heightPx={TABLE_HEIGHT_PX}
      />
    </>
  );
}

/** Which pages of a question are watched; another question begins anew. */
function useOffsets(question: string) {
  const [asked, setAsked] = useState({ question, offsets: [0] as readonly number[] });
  if (asked.question !== question) setAsked({ question, offsets: [0] });
  const onNeedRows = (offset: number) =>
    setAsked((now) =>
      now.offsets.includes(offset) ? now : { ...now, offsets: [...now.offsets, offset].slice(-PAGES_WATCHED) },
    );
  return { offsets: asked.offsets, onNeedRows };
}
