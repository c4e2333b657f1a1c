import { epochDay } from "#src/domain/units.ts";
import { createEngine } from "#src/engine/engine.ts";
import type { Filter, ImportOutcome } from "#src/engine/protocol.ts";
import { decodeFile } from "#src/ingest/decodeFile.ts";
import type { LedgerStore } from "#src/store/ledgerStore.ts";
import { createMemoryStore } from "#src/store/memoryStore.ts";

export const TODAY = epochDay(30_000);
const ALL: Filter = { products: [], channels: [] };
export const EVER = { from: epochDay(8_000), to: epochDay(40_000) };

/** One ledger event as a file spells it. */
export interface FileRow {
  readonly txnId: string;
  readonly lender: string;
  readonly at: string;
  readonly type: string;
  readonly amount: string;
  readonly product: string;
  readonly term: string;
  readonly channel: string;
}

export function csvOf(rows: readonly FileRow[]): string {
  const lines = rows.map(({ txnId, lender, at, type, amount, product, term, channel }) =>
    [txnId, lender, at, type, amount, product, term, channel].join(","),
  );
  return ["txn_id,user_id,occurred_at,type,amount,product,term_days,channel", ...lines, ""].join("\n");
}

/** The real engine, decoder included, over a store. */
export async function openEngine(store: LedgerStore = createMemoryStore()) {
  const { methods, watch } = createEngine({ store, decode: decodeFile });
  const opened = await methods.open({ today: TODAY });
  if (!opened.ok) throw new Error(opened.refusal.message);
  return {
    methods,
    watch,
    drop: (files: Readonly<Record<string, string>>): Promise<readonly ImportOutcome[]> =>
      methods.importFiles({
        files: Object.entries(files).map(([name, text]) => new File([text], name)),
        origin: "own",
        today: TODAY,
        nowMs: 0,
      }),
    days: () => methods.series({ period: EVER, grain: "day", filter: ALL, comparison: "none" }),
  };
}
