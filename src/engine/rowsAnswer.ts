import { textAt } from "#src/domain/columns.ts";
import { EVENT_TYPES } from "#src/domain/eventTypes.ts";

import type { Analysis } from "./analysis.ts";
import { findRows, type FoundRows, type RowPlace } from "./foundRows.ts";
import type { Held } from "./held.ts";
import type { LedgerDictionaries, Texts } from "./ledger.ts";
import type { LedgerRow, RowsArgs, RowsPage } from "./protocol.ts";
import { rowMatcher, type RowMatcher } from "./rowsWhere.ts";

export type RowsAnswer = (analysis: Analysis, args: RowsArgs) => Promise<Omit<RowsPage, "basis">>;

/** Answers drill-down a page at a time; the last question is remembered, so that scrolling only turns pages. */
export function createRowsAnswer(): RowsAnswer {
  let last: { readonly key: string; readonly found: FoundRows } | undefined;
  return async (analysis, args) => {
    const { held } = analysis;
    const key = JSON.stringify([args.where, args.sort, held.state.dataVersion, held.args, held.state.settings]);
    if (last?.key !== key) last = { key, found: await findRows(analysis, args) };
    const { total, lenders, amountByType, placeAt } = last.found;
    const indexes = Array.from(
      { length: Math.max(0, Math.min(args.limit, total - args.offset)) },
      (_, at) => args.offset + at,
    );
    return { total, lenders, amountByType, rows: await rowsAt(analysis, indexes.map(placeAt)) };
  };
}

/** Rows as they are shown, in the order of their places. */
export async function rowsAt(analysis: Analysis, places: readonly RowPlace[]): Promise<LedgerRow[]> {
  const { held } = analysis;
  const texts = new Map<number, Texts>();
  for (const { block } of places) {
    if (!texts.has(block)) texts.set(block, await held.ledger.texts(block));
  }
  const sources = { dictionaries: await held.ledger.dictionaries(), matcher: await rowMatcher(analysis, {}) };
  return Promise.all(places.map((place) => rowAt(held, place, { ...sources, texts: texts.get(place.block)! })));
}

interface RowSources {
  readonly dictionaries: LedgerDictionaries;
  readonly matcher: RowMatcher;
  readonly texts: Texts;
}

async function rowAt(
  { ledger }: Held,
  { block, row }: RowPlace,
  { dictionaries, matcher, texts }: RowSources,
): Promise<LedgerRow> {
  const { columns } = await ledger.part(block);
  const type = columns.type[row]!;
  return {
    txnId: texts.ids ? textAt(texts.ids, row) : null,
    lender: dictionaries.lenders.name(columns.lender[row]!),
    instant: columns.instant[row]!,
    type: EVENT_TYPES[type]!,
    amount: columns.amount[row]!,
    product: dictionaries.products.name(columns.product[row]!),
    channel: dictionaries.channels.name(columns.channel[row]!),
    termDays: columns.termDays[row] === 0 ? null : columns.termDays[row]!,
    importId: ledger.infos[block]!.importId,
    isNew: matcher.isVolume(type) ? matcher.isNew(columns, row) : null,
  };
}
