import { SECONDS_A_DAY } from "#src/domain/calendar.ts";
import { textAt } from "#src/domain/columns.ts";
import type { Analysis } from "#src/engine/analysis.ts";
import { throwIfAborted } from "#src/engine/fault.ts";
import type { RowPlace } from "#src/engine/foundRows.ts";
import type { Held } from "#src/engine/held.ts";
import type { LenderRows } from "#src/metrics/lenders/lenderRows.ts";

/** All that the ledger says of one lender up to the book's day, oldest first. */
export interface LenderHistory {
  /** The same rows by where they are stored. */
  readonly places: readonly RowPlace[];
  readonly rows: LenderRows;
  /** By place in `rows`, "" where the row names no lot; undefined when a file has no such column. */
  readonly lotIds: readonly string[] | undefined;
}

/** @param lender  code in the ledger's dictionary; undefined for one who has no row */
export async function lenderHistory(analysis: Analysis, lender: number | undefined): Promise<LenderHistory> {
  const places = lender === undefined ? [] : await placesOf(analysis, lender);
  const { held } = analysis;
  return { places, rows: await rowsOf(held, places), lotIds: await lotIdsOf(held, places) };
}

/** Rows of one instant stay in the order of the ledger. */
async function placesOf({ held, signal, onProgress }: Analysis, lender: number): Promise<RowPlace[]> {
  const end = (held.kept.book.asOf + 1) * SECONDS_A_DAY;
  const { infos } = held.ledger;
  const total = infos.reduce((sum, { rows }) => sum + rows, 0);
  const found: { readonly place: RowPlace; readonly instant: number }[] = [];
  let done = 0;
  for (const [block, info] of infos.entries()) {
    throwIfAborted(signal);
    const { columns, dead } = await held.ledger.part(block);
    const codes = columns.lender;
    for (let row = codes.indexOf(lender); row !== -1; row = codes.indexOf(lender, row + 1)) {
      const instant = columns.instant[row]!;
      if (instant < end && dead?.[row] !== 1) found.push({ place: { block, row }, instant });
    }
    done += info.rows;
    onProgress?.({ done, total });
  }
  return found.toSorted((a, b) => a.instant - b.instant).map(({ place }) => place);
}

async function rowsOf({ ledger }: Held, places: readonly RowPlace[]): Promise<LenderRows> {
  const to = places.length;
  const rows = {
    from: 0,
    to,
    day: new Int32Array(to),
    instant: new Uint32Array(to),
    type: new Uint8Array(to),
    amount: new Float64Array(to),
    product: new Uint16Array(to),
    termDays: new Uint16Array(to),
    couponAmount: new Float64Array(to).fill(-1),
  };
  for (const [at, { block, row }] of places.entries()) {
    const { columns } = await ledger.part(block);
    rows.instant[at] = columns.instant[row]!;
    rows.day[at] = Math.floor(columns.instant[row]! / SECONDS_A_DAY);
    rows.type[at] = columns.type[row]!;
    rows.amount[at] = columns.amount[row]!;
    rows.product[at] = columns.product[row]!;
    rows.termDays[at] = columns.termDays[row]!;
    if (columns.couponAmount) rows.couponAmount[at] = columns.couponAmount[row]!;
  }
  return rows;
}

/** Texts are the bulk of a ledger: they are read only where every file of the lender's has a column of lots. */
async function lotIdsOf(held: Held, places: readonly RowPlace[]): Promise<readonly string[] | undefined> {
  const { ledger, state } = held;
  const named = new Set(
    state.imports
      .filter(({ layout }) => layout.mapping.some(({ column }) => column === "lot_id"))
      .map(({ importId }) => importId),
  );
  const blocks = [...new Set(places.map(({ block }) => block))];
  if (!blocks.every((block) => named.has(ledger.infos[block]!.importId))) return undefined;
  const texts = new Map(await Promise.all(blocks.map(async (block) => [block, await ledger.texts(block)] as const)));
  return places.map(({ block, row }) => {
    const lots = texts.get(block)?.lots;
    return lots ? textAt(lots, row) : "";
  });
}
