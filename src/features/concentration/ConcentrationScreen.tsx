import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useMemo, type ReactNode } from "react";

import type { ConcentrationResult, Filter } from "#src/engine/protocol.ts";
import { useStrings } from "#src/ui/language.tsx";
import { PanelEmpty } from "#src/ui/PanelEmpty.tsx";
import { PanelFailed } from "#src/ui/PanelFailed.tsx";
import { PanelPending } from "#src/ui/PanelPending.tsx";
import { useEngine } from "#src/view/engine.tsx";
import { useShowRows } from "#src/view/rowsDrawer.tsx";
import { filterOf, useViewSearch } from "#src/view/view.ts";

import { ConcentrationTiles } from "./ConcentrationTiles.tsx";
import { GroupPanel } from "./GroupPanel.tsx";
import { groupLines, groupName } from "./groupTable.ts";
import { holdersSearch } from "./holdersSearch.ts";
import { LorenzPanel } from "./LorenzPanel.tsx";
import { productRows } from "./productRows.ts";
import { concentrationQuery } from "./queries.ts";
import { strings } from "./strings.ts";

const LORENZ_PX = 340;
const TABLE_PX = 240;

/** How much of outstanding hangs on a few lenders. */
export function ConcentrationScreen() {
  const filter = filterOf(useViewSearch());
  const { methods, revision } = useEngine();
  const words = useStrings(strings);
  const query = useQuery(concentrationQuery(methods, { filter, byProducts: false }, revision));
  if (query.isPending) {
    return (
      <Stack>
        <PanelPending heightPx={84} />
        <PanelPending title={words.lorenz} heightPx={LORENZ_PX} />
        <PanelPending title={words.channels} heightPx={TABLE_PX} />
        <PanelPending title={words.products} heightPx={TABLE_PX} />
      </Stack>
    );
  }
  if (query.isError) {
    return <PanelFailed title={words.figures} error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (query.data.total.lenders === 0) {
    const filtered = filter.products.length + filter.channels.length > 0 || filter.segment !== undefined;
    return (
      <PanelEmpty
        title={words.figures}
        message={filtered ? words.noFilter : words.empty}
        hint={filtered ? undefined : words.emptyHint}
        heightPx={LORENZ_PX}
      />
    );
  }
  return (
    <Stack>
      <ConcentrationTiles result={query.data} filter={filter} />
      <LorenzPanel result={query.data} heightPx={LORENZ_PX} />
      <Channels result={query.data} filter={filter} />
      <Products filter={filter} />
    </Stack>
  );
}

function Stack({ children }: { readonly children: ReactNode }) {
  return <div className="flex min-w-0 flex-col gap-4">{children}</div>;
}

interface GroupsProps {
  readonly result: ConcentrationResult;
  readonly filter: Filter;
}

function Channels({ result: { byChannel, total, basis }, filter }: GroupsProps) {
  const navigate = useNavigate();
  const lines = useMemo(() => groupLines(byChannel, total), [byChannel, total]);
  return (
    <GroupPanel
      by="channel"
      lines={lines}
      basis={basis}
      onLine={({ name }) =>
        void navigate({
          to: "/lenders",
          search: holdersSearch(name ?? "", filter),
        })
      }
    />
  );
}

function Products({ filter }: Pick<GroupsProps, "filter">) {
  const { methods, revision } = useEngine();
  const words = useStrings(strings);
  const query = useQuery(concentrationQuery(methods, { filter, byProducts: true }, revision));
  if (query.isPending) return <PanelPending title={words.products} heightPx={TABLE_PX} />;
  if (query.isError) {
    return <PanelFailed title={words.products} error={query.error} onRetry={() => void query.refetch()} />;
  }
  return <ProductGroups result={query.data} filter={filter} />;
}

function ProductGroups({ result: { byProduct, total, basis }, filter }: GroupsProps) {
  const words = useStrings(strings);
  const showRows = useShowRows();
  const lines = useMemo(() => groupLines(byProduct ?? [], total), [byProduct, total]);
  return (
    <GroupPanel
      by="product"
      lines={lines}
      basis={basis}
      onLine={(line) => {
        const where = productRows(line.name ?? "", filter);
        if (where)
          showRows({ title: words.rowsOf(groupName(line, "product", words)), subtitle: words.rowsSubtitle, where });
      }}
    />
  );
}
