import { useQueries, useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";

import type { RowsArgs, RowsColumn } from "#src/engine/protocol.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { PAGE_ROWS } from "#src/ui/LazyTable.tsx";
import { PagedList, type AskedPages } from "#src/ui/PagedList.tsx";
import { useEngine } from "#src/view/engine.tsx";
import type { RowsRequest } from "#src/view/rowsDrawer.tsx";

import { rowsQuery } from "./queries.ts";
import { isRowsColumn, rowColumns } from "./rowColumns.tsx";
import { RowFacts } from "./RowFacts.tsx";
import { RowsToolbar } from "./RowsToolbar.tsx";
import { strings } from "./strings.ts";

const NEWEST_FIRST: RowsArgs["sort"] = { by: "instant", descending: true };

export interface RowsListProps {
  readonly request: RowsRequest;
}

export function RowsList({ request: { where, title } }: RowsListProps) {
  const { methods, revision } = useEngine();
  const words = useStrings(strings);
  const format = useFormat();
  const [asked, setAsked] = useState<AskedPages<RowsColumn>>({ sort: NEWEST_FIRST, offsets: [0] });
  const { sort, offsets } = asked;
  const first = useQuery(rowsQuery(methods, { where, sort: NEWEST_FIRST, offset: 0, limit: PAGE_ROWS }, revision));
  const pages = useQueries({
    queries: offsets.map((offset) => rowsQuery(methods, { where, sort, offset, limit: PAGE_ROWS }, revision)),
  });
  const columns = useMemo(() => rowColumns(format), [format]);
  return (
    <PagedList
      first={first}
      pages={pages}
      asked={asked}
      onAskedChange={setAsked}
      total={first.data?.total ?? 0}
      head={first.data && <RowFacts where={where} page={first.data} />}
      toolbar={<RowsToolbar where={where} sort={sort} />}
      empty={{ message: words.empty, hint: words.emptyHint }}
      name={words.table(title)}
      columns={columns}
      isSort={isRowsColumn}
    />
  );
}
