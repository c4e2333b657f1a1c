import { useQueries, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useMemo, useState } from "react";

import type { LotDue, OpenLotsArgs, OpenLotSort } from "#src/engine/protocol.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { PAGE_ROWS } from "#src/ui/LazyTable.tsx";
import { PagedList, type AskedPages } from "#src/ui/PagedList.tsx";
import { TotalList } from "#src/ui/TotalList.tsx";
import { useEngine } from "#src/view/engine.tsx";
import type { LotsRequest } from "#src/view/lotsDrawer.tsx";
import type { ViewSearch } from "#src/view/search.ts";

import { isLotSort, lotColumns } from "./lotColumns.tsx";
import { LotsToolbar } from "./LotsToolbar.tsx";
import { lotTotals } from "./lotTotals.ts";
import { lotsQuery } from "./queries.ts";
import { strings } from "./strings.ts";

/** The order in which a list opens: what is due first; without a due day what is most. */
export function firstSort({ type }: LotDue): OpenLotsArgs["sort"] {
  return type === "undated" ? { by: "open", descending: true } : { by: "maturityDay", descending: false };
}

export interface LotsListProps {
  readonly request: LotsRequest;
}

/** Every lot that is open in the figure; a line leads to its lender. */
export function LotsList({ request: { due, title } }: LotsListProps) {
  const { methods, revision } = useEngine();
  const words = useStrings(strings);
  const format = useFormat();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<AskedPages<OpenLotSort>>({ sort: firstSort(due), offsets: [0] });
  const { sort, offsets } = asked;
  const first = useQuery(lotsQuery(methods, { due, sort: firstSort(due), offset: 0, limit: PAGE_ROWS }, revision));
  const pages = useQueries({
    queries: offsets.map((offset) => lotsQuery(methods, { due, sort, offset, limit: PAGE_ROWS }, revision)),
  });
  const columns = useMemo(() => lotColumns(format), [format]);
  return (
    <PagedList
      first={first}
      pages={pages}
      asked={asked}
      onAskedChange={setAsked}
      total={first.data?.total ?? 0}
      head={first.data && <TotalList name={words.totals} totals={lotTotals(first.data, format)} />}
      toolbar={<LotsToolbar due={due} sort={sort} />}
      empty={{ message: words.empty, hint: words.emptyHint }}
      name={words.table(title)}
      columns={columns}
      isSort={isLotSort}
      onRowClick={({ lender }) =>
        void navigate({ to: "/lender", search: (search: ViewSearch) => ({ ...search, id: lender }) })
      }
    />
  );
}
