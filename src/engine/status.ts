import type { Book } from "#src/metrics/book.ts";
import { CUBE, CUBE_WIDTH, type DayCube } from "#src/metrics/dayCube.ts";
import { KIND } from "#src/metrics/lenderProfiles.ts";
import { warmUpUntil } from "#src/metrics/checks.ts";

import type { Held } from "./held.ts";
import { checksOfBook } from "./keptBook.ts";
import type { EngineStatus } from "./protocol.ts";

export function statusOf({ state, kept }: Held): Omit<EngineStatus, "tables" | "internalLenders"> {
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
    products: namesOf(book.dayCube, book.dayCube.product, kept.productNames),
    channels: namesOf(book.dayCube, book.dayCube.channel, kept.channelNames),
    origins: { own, sample: state.imports.length - own },
    checksFailing: checksOfBook(kept).filter(({ holds }) => !holds).length,
    settings: state.settings,
    lastBackupMs: state.lastBackupMs,
  };
}

function lendersWithFirstLend({ profiles }: Book): number {
  return profiles.kind.reduce((lenders, kind) => lenders + (kind === KIND.lent || kind === KIND.before ? 1 : 0), 0);
}

/** Names of the codes that rows stand under, ascending; a cell that its rows have left counts no more. */
function namesOf({ cells, values }: DayCube, codes: Uint16Array, names: readonly string[]): string[] {
  const rows = new Float64Array(names.length);
  for (let cell = 0; cell < cells; cell++) rows[codes[cell]!]! += values[cell * CUBE_WIDTH + CUBE.rows]!;
  return names.filter((_, code) => rows[code]! > 0).toSorted();
}

export function rejectedRows(state: Held["state"]): number {
  return state.imports.reduce((rows, { counts }) => rows + counts.rejected, 0);
}
