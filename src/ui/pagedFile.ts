import { toCsv } from "./csv.ts";
import type { TwinCell, TwinColumn } from "./tableModel.ts";

/** How many rows are asked for at once. */
export const FILE_PAGE_ROWS = 10_000;

export interface FilePage {
  /** Of the data that the page was read from. */
  readonly dataVersion: number;
  /** Rows of the whole list. */
  readonly total: number;
  readonly rows: readonly (readonly TwinCell[])[];
}

export interface PagedTable {
  readonly columns: readonly TwinColumn[];
  /** Up to `FILE_PAGE_ROWS` rows from an offset on. */
  readonly pageAt: (offset: number, signal: AbortSignal) => Promise<FilePage>;
}

export interface PagedFileOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

export type PagedFile =
  | { readonly type: "written"; readonly blob: Blob; readonly rows: number }
  /** An import came in between: pages of two states of the data are no list. */
  | { readonly type: "changed" };

/** A whole list, page by page, as one CSV in parts under one header. */
export async function pagedFile(
  { columns, pageAt }: PagedTable,
  { signal, onProgress }: PagedFileOptions,
): Promise<PagedFile> {
  const parts: string[] = [];
  let [done, total, version] = [0, 1, -1];
  while (done < total) {
    const page = await pageAt(done, signal);
    signal.throwIfAborted();
    if (version !== -1 && version !== page.dataVersion) return { type: "changed" };
    version = page.dataVersion;
    total = page.total;
    const csv = toCsv({ columns, rows: page.rows });
    parts.push(parts.length === 0 ? csv : csv.slice(csv.indexOf("\r\n") + 2));
    if (page.rows.length === 0) break;
    done += page.rows.length;
    onProgress(done, total);
  }
  return { type: "written", blob: new Blob(parts, { type: "text/csv;charset=utf-8" }), rows: done };
}
