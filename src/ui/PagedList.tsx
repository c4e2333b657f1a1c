import type { ReactNode } from "react";

import type { DataColumn } from "./dataColumn.ts";
import { LazyTable, PAGE_ROWS } from "./LazyTable.tsx";
import { PanelEmpty } from "./PanelEmpty.tsx";
import { PanelFailed } from "./PanelFailed.tsx";
import { PanelPending } from "./PanelPending.tsx";

const TABLE_HEIGHT_PX = 560;

/** Which order and which pages have been asked for. */
export interface AskedPages<By extends string> {
  readonly sort: { readonly by: By; readonly descending: boolean };
  /** Where each page begins. */
  readonly offsets: readonly number[];
}

/** How far a page is. */
interface PageQuery<Page> {
  readonly data: Page | undefined;
  readonly isError: boolean;
  readonly error: Error | null;
  readonly refetch: () => unknown;
}

export interface PagedListProps<Row, By extends string, Page> {
  /** The first page of the first order: totals hold in any order, so it keeps answering for them. */
  readonly first: PageQuery<Page>;
  /** In the order of the offsets that were asked for. */
  readonly pages: readonly PageQuery<Page>[];
  readonly asked: AskedPages<By>;
  readonly onAskedChange: (change: (now: AskedPages<By>) => AskedPages<By>) => void;
  /** How many rows the whole list has; read once the first page is there. */
  readonly total: number;
  /** Above the table, of all rows whatever the page. */
  readonly head: ReactNode;
  readonly toolbar: ReactNode;
  /** Said where no row fits. */
  readonly empty: { readonly message: string; readonly hint: string };
  readonly name: string;
  readonly columns: readonly DataColumn<Row>[];
  /** Whether the engine sorts by a column. */
  readonly isSort: (id: string) => id is By;
  readonly onRowClick?: ((row: Row) => void) | undefined;
}

/** A list that is fetched by the page as it comes into sight, under what all of it comes to. */
export function PagedList<Row, By extends string, Page extends { readonly rows: readonly Row[] }>(
  props: PagedListProps<Row, By, Page>,
) {
  const { first, pages, asked, onAskedChange, total, head, toolbar, empty, isSort, ...table } = props;
  const failed = pages.find((page) => page.isError);

  function rowAt(index: number): Row | undefined {
    const page = pages[asked.offsets.indexOf(index - (index % PAGE_ROWS))];
    return page?.data?.rows[index % PAGE_ROWS];
  }

  function onNeedRows(offset: number) {
    onAskedChange((now) => (now.offsets.includes(offset) ? now : { ...now, offsets: [...now.offsets, offset] }));
  }

  if (first.isError) return <PanelFailed error={first.error} onRetry={() => void first.refetch()} />;
  if (first.data === undefined) return <PanelPending heightPx={TABLE_HEIGHT_PX} />;
  return (
    <div className="flex flex-col gap-4">
      {head}
      {total === 0 ? (
        <PanelEmpty {...empty} />
      ) : (
        <>
          {toolbar}
          {failed && <PanelFailed error={failed.error} onRetry={() => void failed.refetch()} />}
          <LazyTable<Row>
            {...table}
            total={total}
            rowAt={rowAt}
            onNeedRows={onNeedRows}
            sort={asked.sort}
            onSortChange={({ by, descending }) => {
              if (isSort(by)) onAskedChange(() => ({ sort: { by, descending }, offsets: [0] }));
            }}
            heightPx={TABLE_HEIGHT_PX}
          />
        </>
      )}
    </div>
  );
}
