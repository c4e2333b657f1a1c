import { packTexts } from "#src/domain/columns.ts";
import type { Partition, Supersession } from "#src/domain/ledger.ts";
import type { Result } from "#src/domain/result.ts";
import { epochDay } from "#src/domain/units.ts";
import type { Commit, ImportDraft, LedgerStore, StoreRefusal, Summary } from "#src/store/ledgerStore.ts";

/** A partition whose every value tells its row and its seed. */
export function partition(rows: number, { ordinal = 0, seed = 1 } = {}): Partition {
  const value = (row: number): number => row * 7 + seed;
  return {
    ordinal,
    columns: {
      rows,
      instant: Uint32Array.from({ length: rows }, (_, row) => 1_600_000_000 + value(row)),
      type: Uint8Array.from({ length: rows }, (_, row) => row % 13),
      amount: Float64Array.from({ length: rows }, (_, row) => 100 * value(row)),
      lender: Uint32Array.from({ length: rows }, (_, row) => value(row)),
      product: Uint16Array.from({ length: rows }, () => seed),
      channel: Uint16Array.from({ length: rows }, () => 1),
      termDays: Uint16Array.from({ length: rows }, () => 30),
      interestDue: Float64Array.from({ length: rows }, () => -1),
    },
    identity: {
      hashLow: Uint32Array.from({ length: rows }, (_, row) => value(row)),
      hashHigh: Uint32Array.from({ length: rows }, (_, row) => value(row) * 3),
      ids: packTexts(Array.from({ length: rows }, (_, row) => `T${value(row)}`)),
      lots: undefined,
    },
  };
}

export interface DraftParts {
  readonly sha256?: string;
  readonly partitions?: readonly Partition[];
  /** Partitions that were staged: named, but not given again. */
  readonly staged?: readonly Partition[];
  readonly supersessions?: readonly Supersession[];
}

export function draft(importId: number, parts: DraftParts = {}): ImportDraft {
  const { sha256 = `sha-${importId}`, partitions = [partition(5, { seed: importId })], staged = [] } = parts;
  const all = [...staged, ...partitions];
  return {
    record: {
      importId,
      fileName: `day-${importId}.csv`,
      sizeBytes: 1000,
      sha256,
      origin: "own",
      importedAtMs: 1_700_000_000_000,
      layout: { encoding: "utf-8", delimiter: ",", headerLine: 1, mapping: [], unused: [], amountScaleFen: 100 },
      counts: { read: 6, accepted: 5, duplicate: 0, replaced: 0, rejected: 1, ignored: 0 },
      firstDay: epochDay(18_000),
      lastDay: epochDay(18_001),
      warnings: [{ code: "NO_TERM", count: 1, examples: [{ line: 3, value: "甲" }] }],
      unknownTypes: [],
      skippedLines: [],
      rejectsKept: 1,
      partitions: all.length,
      days: [
        { day: epochDay(18_000), rows: 2 },
        { day: epochDay(18_001), rows: 3 },
      ],
    },
    partitions,
    partitionInfos: all.map(({ ordinal, columns }) => ({
      importId,
      ordinal,
      rows: columns.rows,
      firstDay: epochDay(18_000),
      lastDay: epochDay(18_001),
      hasIds: true,
    })),
    supersessions: parts.supersessions ?? [],
    rejects: [{ line: 7, code: "BAD_AMOUNT", column: "amount", value: "一百", text: `a,b,"一百"` }],
  };
}

export function commitOf(dataVersion: number, imports: readonly ImportDraft[], more: Partial<Commit> = {}): Commit {
  return { dataVersion, imports, growth: { lenders: [], products: [], channels: [] }, summaries: [], ...more };
}

export function summary(name: string, value: unknown = Float64Array.of(1, 2, 3)): Summary {
  return { name, metricVersion: 1, value };
}

/** The answer of a call that must not be refused. */
export function answer<Value>(result: Result<Value, StoreRefusal>): Value {
  if (!result.ok) throw new Error(`${result.refusal.code}: ${result.refusal.message}`);
  return result.value;
}

/** Opens the store and commits one import each, in order; the version it then has. */
export async function filled(store: LedgerStore, drafts: readonly ImportDraft[]): Promise<number> {
  let { dataVersion } = answer(await store.open());
  for (const one of drafts) {
    const outcome = answer(await store.commit(commitOf(dataVersion, [one])));
    if (outcome.type !== "committed") throw new Error(outcome.type);
    dataVersion = outcome.dataVersion;
  }
  return dataVersion;
}
