import type { LenderState } from "#src/domain/lenderStates.ts";
import { basisOf, channelCodes } from "#src/engine/codes.ts";
import type { Analysis } from "#src/engine/analysis.ts";
import type { Filter, LenderStatesResult } from "#src/engine/protocol.ts";
import type { Book } from "#src/metrics/book.ts";
import { KIND } from "#src/metrics/lenderProfiles.ts";
import { lenderStateOf } from "#src/metrics/lenders/lenderStateOf.ts";
import { lenderStates } from "#src/metrics/lenderStates.ts";

import { entriesKept } from "./entriesKept.ts";

/**
 * How many lenders are in each state: those with rows by the book of the filter, and those who are in the lenders
 * dataset alone, unless products are asked for.
 */
export async function lenderStatesAnswer(analysis: Analysis, book: Book, filter: Filter): Promise<LenderStatesResult> {
  const { facts } = await analysis.lenderBook();
  const keepChannel = channelCodes(analysis.held, filter.channels);
  const others = filter.products.length > 0 ? undefined : await othersByState(analysis, filter);
  const states = lenderStates(book, { keepChannel, dues: facts }).map((row) => ({
    ...row,
    lenders: row.lenders + (others?.get(row.state) ?? 0),
  }));
  return { basis: basisOf(analysis.held, book.rows), states };
}

async function othersByState(analysis: Analysis, filter: Filter): Promise<ReadonlyMap<LenderState, number>> {
  const [directory, lenderBook] = [await analysis.directory(), await analysis.lenderBook()];
  const counts = new Map<LenderState, number>();
  if (!directory.isKnown) return counts;
  const { book } = analysis.held.kept;
  const { kind } = book.profiles;
  const kept = await entriesKept(analysis, filter);
  for (let entry = 0; entry < directory.entries; entry++) {
    const hasRows = entry < directory.ledgerLenders && (kind[entry] ?? KIND.absent) !== KIND.absent;
    if (hasRows || (kept && kept[entry] !== 1)) continue;
    const state = lenderStateOf(entry, { book, lenderBook, directory });
    if (state !== undefined) counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  return counts;
}
