import { lookalikes } from "#src/ingest/identity/lookalikes.ts";
import { KIND } from "#src/metrics/lenderProfiles.ts";
import { dayFlows } from "#src/metrics/qualityDays.ts";
import { QualitySweep, type QualityRows } from "#src/metrics/qualitySweep.ts";

import { throwIfAborted } from "./fault.ts";
import { findingsOfDays } from "./findingsOfDays.ts";
import { findingsOfImports } from "./findingsOfImports.ts";
import { findingsOfLenders, lendersToWatch } from "./findingsOfLenders.ts";
import type { Held } from "./held.ts";
import type { Finding, OnProgress } from "./protocol.ts";

/** Blocks after which a large ledger lets go of what was read: four million rows, some 140 MB. */
const RELEASE_AFTER = 32;

/**
 * Everything about the data that its owner should look at, ascending by id; only what has something to look at. One
 * pass over the rows, block by block.
 *
 * @throws AbortError when the signal aborts
 */
export async function findingsOf(
  held: Held,
  signal?: AbortSignal,
  onProgress?: OnProgress,
): Promise<readonly Finding[]> {
  const { book } = held.kept;
  const { lenders } = await held.ledger.dictionaries();
  const rows = await sweptRows(held, signal, onProgress);
  const found = [
    ...findingsOfDays(dayFlows(book), rows),
    ...findingsOfLenders({ book, rows, lenders, alike: alikeLenders(held, lenders.names) }),
    ...findingsOfImports(held.state.imports, rows),
  ];
  throwIfAborted(signal);
  return found.filter((finding) => finding !== undefined).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

async function sweptRows(
  { kept, args, ledger }: Held,
  signal: AbortSignal | undefined,
  onProgress: OnProgress | undefined,
): Promise<QualityRows> {
  const sweep = new QualitySweep({ book: kept.book, today: args.today, lowestOf: lendersToWatch(kept.book) });
  const { infos } = ledger;
  const total = infos.reduce((rows, info) => rows + info.rows, 0);
  let done = 0;
  for (const [block, info] of infos.entries()) {
    throwIfAborted(signal);
    sweep.take(await ledger.part(block), info.importId);
    if ((block + 1) % RELEASE_AFTER === 0) ledger.release();
    done += info.rows;
    onProgress?.({ done, total });
  }
  ledger.release();
  return sweep.finish();
}

/** Groups of ids, of lenders who have rows; names of imports that are gone stay in the dictionary. */
function alikeLenders({ kept }: Held, names: readonly string[]): readonly (readonly string[])[] {
  const { kind } = kept.book.profiles;
  return lookalikes(names.filter((_, code) => code < kind.length && kind[code] !== KIND.absent));
}
