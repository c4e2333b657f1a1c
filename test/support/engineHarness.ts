import type { ImportMode } from "#src/domain/reading.ts";
import { epochDay } from "#src/domain/units.ts";
import { createEngine } from "#src/engine/engine.ts";
import type { Filter, ImportOutcome } from "#src/engine/protocol.ts";
import { fileReading } from "#src/ingest/fileReading.ts";
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
  const lines = rows.map((row) => [row.txnId, ...contentOf(row)].join(","));
  return [`txn_id,${CONTENT}`, ...lines, ""].join("\n");
}

/** The same rows without their ids. */
export function csvWithoutIds(rows: readonly FileRow[]): string {
  return [CONTENT, ...rows.map((row) => contentOf(row).join(",")), ""].join("\n");
}

const CONTENT = "user_id,occurred_at,type,amount,product,term_days,channel";

export function contentOf({ lender, at, type, amount, product, term, channel }: FileRow): string[] {
  return [lender, at, type, amount, product, term, channel];
}

export function filesOf(texts: Readonly<Record<string, string>>): File[] {
  return Object.entries(texts).map(([name, text]) => new File([text], name));
}

/** The real engine, decoder included, over a store. */
export async function openEngine(store: LedgerStore = createMemoryStore()) {
  const { methods, watch } = createEngine({ store, files: fileReading });
  const opened = await methods.open({ today: TODAY });
  if (!opened.ok) throw new Error(opened.refusal.message);
  return {
    methods,
    watch,
    drop: (files: Readonly<Record<string, string>>, mode?: ImportMode): Promise<readonly ImportOutcome[]> =>
      methods.importFiles({
        files: filesOf(files),
        origin: "own",
        today: TODAY,
        nowMs: 0,
        ...(mode ? { mode } : {}),
      }),
    days: () => methods.series({ period: EVER, grain: "day", filter: ALL, comparison: "none" }),
  };
}
