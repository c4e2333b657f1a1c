import type { EngineMethods, LenderRow } from "#src/engine/protocol.ts";
import { lenderStateNames } from "#src/ui/lenderStateNames.ts";
import { FILE_PAGE_ROWS, pagedFile, type PagedFile, type PagedFileOptions } from "#src/ui/pagedFile.ts";
import type { Language } from "#src/ui/signs.ts";
import type { TwinCell, TwinColumn } from "#src/ui/tableModel.ts";

import type { LendersView } from "./lendersView.ts";
import { kindName } from "./ruleFacts.ts";
import { strings } from "./strings.ts";

export interface LendersFileAsked {
  readonly view: LendersView;
  readonly language: Language;
  /** As the screen shows a lender's id. */
  readonly lenderText: (id: string) => string;
}

/** Everybody who fits, in the order of the screen, as one CSV. */
export function lendersFile(
  engine: EngineMethods,
  asked: LendersFileAsked,
  options: PagedFileOptions,
): Promise<PagedFile> {
  return pagedFile(
    {
      columns: fileColumns(asked.language),
      pageAt: async (offset, signal) => {
        const { basis, total, rows } = await engine.lenders({ ...asked.view, offset, limit: FILE_PAGE_ROWS }, signal);
        return { dataVersion: basis.dataVersion, total, rows: rows.map((row) => fileRow(row, asked)) };
      },
    },
    options,
  );
}

function fileColumns(language: Language): readonly TwinColumn[] {
  const { columns, kind, hunter, internal } = strings[language];
  return [
    { id: "lender", label: columns.lender, type: "text" },
    { id: "state", label: columns.state, type: "text" },
    { id: "channel", label: columns.channel, type: "text" },
    { id: "kind", label: kind, type: "text" },
    { id: "campaign", label: columns.campaign, type: "text" },
    { id: "product", label: columns.product, type: "text" },
    { id: "registered", label: columns.registered, type: "day" },
    { id: "firstLend", label: columns.firstLend, type: "day" },
    { id: "lastLend", label: columns.lastLend, type: "day" },
    { id: "occasions", label: columns.occasions, type: "count" },
    { id: "volume", label: columns.volume, type: "money" },
    { id: "balance", label: columns.balance, type: "money" },
    { id: "peakBalance", label: columns.peakBalance, type: "money" },
    { id: "nextDue", label: columns.nextDue, type: "day" },
    { id: "hunter", label: hunter, type: "text" },
    { id: "internal", label: internal, type: "text" },
  ];
}

function fileRow(row: LenderRow, { language, lenderText }: LendersFileAsked): readonly TwinCell[] {
  const words = strings[language];
  return [
    lenderText(row.lender),
    lenderStateNames[language][row.state],
    row.channel,
    row.kind === "" ? "" : kindName(row.kind, words),
    row.campaign,
    row.product,
    row.registeredDay,
    row.firstLendDay,
    row.lastLendDay,
    row.occasions,
    row.volume,
    row.balance,
    row.peakBalance,
    row.nextDueDay,
    row.isHunter ? words.yes : words.no,
    row.isInternal ? words.yes : words.no,
  ];
}
