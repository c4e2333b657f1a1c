import type { TableName } from "#src/domain/datasets.ts";
import type { LedgerStore, StoreState } from "#src/store/ledgerStore.ts";

import { makeBook, savedBook, toSave, type BookLimit, type KeptBook } from "./keptBook.ts";
import { Ledger } from "./ledger.ts";
import type { OnProgress, OpenArgs } from "./protocol.ts";
import { valueOf } from "./storeFault.ts";

/** What the engine holds of the store between calls, at one dataVersion. */
export interface Held {
  readonly args: OpenArgs;
  readonly state: StoreState;
  readonly ledger: Ledger;
  readonly kept: KeptBook;
  readonly readSummary: LedgerStore["readSummary"];
  readonly writeSummaries: LedgerStore["writeSummaries"];
  readonly readTables: LedgerStore["readTables"];
}

export interface LoadOptions {
  /** Its blocks need not be read again. */
  readonly previous?: Held | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: OnProgress | undefined;
}

/** The store as it is now: from saved summaries at once, or from every row when they do not match. */
export async function loadHeld(store: LedgerStore, args: OpenArgs, options: LoadOptions = {}): Promise<Held> {
  const state = valueOf(await store.readState());
  const ledger = Ledger.stored(store, state.partitions, options.previous?.ledger);
  const { weekStart, leavesInternalOut } = state.settings;
  const limit: BookLimit = { today: args.today, asOf: args.asOf, weekStart, leavesInternalOut };
  const readSummary: LedgerStore["readSummary"] = (...asked) => store.readSummary(...asked);
  const held = {
    args,
    state,
    ledger,
    readSummary,
    writeSummaries: (...written: Parameters<LedgerStore["writeSummaries"]>) => store.writeSummaries(...written),
    readTables: (dataset: TableName) => store.readTables(dataset),
  };
  const kept = await savedBook(readSummary, state.dataVersion, limit);
  if (kept) return { ...held, kept };
  const lenderTables = valueOf(await store.readTables("lenders"));
  const made = await makeBook(ledger, limit, { ...options, lenderTables });
  const { saved, summaries } = toSave(made, state.dataVersion);
  const isSaved = state.imports.length > 0 && (await store.writeSummaries(state.dataVersion, summaries));
  return { ...held, kept: isSaved ? saved : made };
}
