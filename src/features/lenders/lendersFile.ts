import type { EngineMethods, LenderRow } from "#src/engine/protocol.ts";
import { toCsv } from "#src/ui/csv.ts";
import { lenderStateNames } from "#src/ui/lenderStateNames.ts";
import type { Language } from "#src/ui/signs.ts";
import type { TwinCell, TwinColumn } from "#src/ui/tableModel.ts";

import type { LendersView } from "./lendersView.ts";
import { kindName } from "./ruleFacts.ts";
import { strings } from "./strings.ts";

const PAGE_LIMIT = 10_000;

export interface LendersFileAsked {
  readonly view: LendersView;
  readonly language: Language;
  /** As the screen shows a lender's id. */
  readonly lenderText: (id: string) => string;
}

export interface LendersFileOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

export type LendersFile =
  | { readonly type: "written"; readonly blob: Blob; readonly lenders: number }
  /** An import came in between: pages of two states of the ledger are no list. */
  | { readonly type: "changed" };

/** Everybody who fits, in the order of the screen, as one CSV in parts. */
export async function lendersFile(
  engine: EngineMethods,
  asked: LendersFileAsked,
  { signal, onProgress }: LendersFileOptions,
): Promise<LendersFile> {
  const columns = fileColumns(asked.language);
  const parts: string[] = [];
  let [done, total, version] = [0, 1, -1];
  while (done < total) {
    const page = await engine.lenders({ ...asked.view, offset: done, limit: PAGE_LIMIT }, signal);
    signal.throwIfAborted();
    if (version !== -1 && version !== page.basis.dataVersion) return { type: "changed" };
    version = page.basis.dataVersion;
    total = page.total;
    const csv = toCsv({ columns, rows: page.rows.map((row) => fileRow(row, asked)) });
    parts.push(parts.length === 0 ? csv : csv.slice(csv.indexOf("\r\n") + 2));
    if (page.rows.length === 0) break;
    done += page.rows.length;
    onProgress(done, total);
  }
  return { type: "written", blob: new Blob(parts, { type: "text/csv;charset=utf-8" }), lenders: done };
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
