import type { Book } from "#src/metrics/book.ts";
import { KIND } from "#src/metrics/lenderProfiles.ts";
import { warmUpUntil } from "#src/metrics/checks.ts";

import type { Held } from "./held.ts";
import { checksOfBook } from "./keptBook.ts";
import type { EngineStatus } from "./protocol.ts";

export function statusOf({ state, kept }: Held): EngineStatus {
  const { book } = kept;
  const own = state.imports.filter(({ origin }) => origin === "own").length;
  return {
    dataVersion: state.dataVersion,
    imports: state.imports.length,
    rows: book.rows,
    rejectedRows: rejectedRows(state),
    futureRows: book.futureRows,
    lenders: lendersWithFirstLend(book),
    firstDay: book.firstDay,
    asOf: book.firstDay === null ? null : book.asOf,
    warmUpUntil: warmUpUntil(book),
    products: namesOf(book.dayCube.product, kept.productNames),
    channels: namesOf(book.dayCube.channel, kept.channelNames),
    origins: { own, sample: state.imports.length - own },
    checksFailing: checksOfBook(kept).filter(({ holds }) => !holds).length,
    settings: state.settings,
  };
}

function lendersWithFirstLend({ profiles }: Book): number {
  return profiles.kind.reduce((lenders, kind) => lenders + (kind === KIND.lent || kind === KIND.before ? 1 : 0), 0);
}

/** Names of the codes that occur, ascending. */
function namesOf(codes: Uint16Array, names: readonly string[]): string[] {
  return [...new Set(codes)].map((code) => names[code]!).toSorted();
}

export function rejectedRows(state: Held["state"]): number {
  return state.imports.reduce((rows, { counts }) => rows + counts.rejected, 0);
}
