import type { EngineMethods, OpenLot, OpenLotsArgs } from "#src/engine/protocol.ts";
import { FILE_PAGE_ROWS, pagedFile, type PagedFile, type PagedFileOptions } from "#src/ui/pagedFile.ts";
import type { Language } from "#src/ui/signs.ts";
import type { TwinCell, TwinColumn } from "#src/ui/tableModel.ts";

import { strings } from "./strings.ts";

export interface LotsFileAsked extends Pick<OpenLotsArgs, "due" | "sort"> {
  readonly language: Language;
  /** As the screen shows a lender's id. */
  readonly lenderText: (id: string) => string;
}

/** Every lot found, in the order of the screen, as one CSV. What a lot does not have is empty. */
export function lotsFile(engine: EngineMethods, asked: LotsFileAsked, options: PagedFileOptions): Promise<PagedFile> {
  const { due, sort, language, lenderText } = asked;
  return pagedFile(
    {
      columns: fileColumns(language),
      pageAt: async (offset, signal) => {
        const { basis, total, rows } = await engine.openLots({ due, sort, offset, limit: FILE_PAGE_ROWS }, signal);
        return { dataVersion: basis.dataVersion, total, rows: rows.map((lot) => fileRow(lot, lenderText)) };
      },
    },
    options,
  );
}

function fileColumns(language: Language): readonly TwinColumn[] {
  const { columns } = strings[language];
  return [
    { id: "lender", label: columns.lender, type: "text" },
    { id: "product", label: columns.product, type: "text" },
    { id: "startDay", label: columns.startDay, type: "day" },
    { id: "termDays", label: columns.termDays, type: "count" },
    { id: "maturityDay", label: columns.maturityDay, type: "day" },
    { id: "amount", label: columns.amount, type: "money" },
    { id: "open", label: columns.open, type: "money" },
  ];
}

function fileRow(lot: OpenLot, lenderText: (id: string) => string): readonly TwinCell[] {
  return [lenderText(lot.lender), lot.product, lot.startDay, lot.termDays, lot.maturityDay, lot.amount, lot.open];
}
