import { packTexts } from "#src/domain/columns.ts";
import { TABLES, type TableName } from "#src/domain/datasets.ts";
import type { RefusedAttempt } from "#src/domain/imports.ts";
import type { Partition, Supersession } from "#src/domain/ledger.ts";
import type { SavedMapping } from "#src/domain/reading.ts";
import type { Result } from "#src/domain/result.ts";
import { DEFAULT_SETTINGS } from "#src/domain/switches.ts";
import type { TableData } from "#src/domain/tables.ts";
import { epochDay } from "#src/domain/units.ts";
import type { Commit, ImportDraft, LedgerStore, Summary } from "#src/store/ledgerStore.ts";

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

/** A table whose every cell tells its row; a name is up to `longest` characters. */
export function table(dataset: TableName, rows: number, longest = 12): TableData {
  const columns = TABLES[dataset].map(({ name, cell }, place): TableData["columns"][number] => {
    if (cell !== "text") {
      const numbers = Float64Array.from({ length: rows }, (_, row) => (row % 5 === 0 ? Number.NaN : row * 10 + place));
      return { type: "number", numbers };
    }
    const texts = Array.from({ length: rows }, (_, row) => `${name}甲${row}`.padEnd(row % (longest + 1), "·"));
    return { type: "text", texts: packTexts(texts) };
  });
  return { rows, columns };
}

export function mapping(fingerprint: string, name = fingerprint): SavedMapping {
  return {
    fingerprint,
    name,
    dataset: "transactions",
    headers: ["流水号", "金额"],
    // A value may be called anything.
    reading: { types: { $: "lend", __proto__x: "ignore", 红包: "exit" }, scaleFen: 100, columns: { amount: 1 } },
    savedAtMs: 1_700_000_000_000,
  };
}

export function attempt(number: number): RefusedAttempt {
  const refusal = { code: "EMPTY_FILE", message: `file ${number} is empty`, line: number } as const;
  return { fileName: `${number}.csv`, sizeBytes: number, atMs: 1_700_000_000_000 + number, refusal };
}

export interface DraftParts {
  readonly sha256?: string;
  readonly partitions?: readonly Partition[];
  /** Partitions that were staged: named, but not given again. */
  readonly staged?: readonly Partition[];
  readonly supersessions?: readonly Supersession[];
  /** A dataset beside the ledger; such an import has no partitions. */
  readonly dataset?: TableName;
  readonly table?: TableData;
}

export function draft(importId: number, parts: DraftParts = {}): ImportDraft {
  const { sha256 = `sha-${importId}`, partitions = [partition(5, { seed: importId })], staged = [] } = parts;
  const all = parts.table ? [] : [...staged, ...partitions];
  return {
    record: {
      importId,
      ...(parts.dataset ? { dataset: parts.dataset } : {}),
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
    partitions: parts.table ? [] : partitions,
    partitionInfos: all.map(({ ordinal, columns }) => ({
      importId,
      ordinal,
      rows: columns.rows,
      firstDay: epochDay(18_000),
      lastDay: epochDay(18_001),
      hasIds: true,
    })),
    supersessions: parts.supersessions ?? [],
    ...(parts.table ? { table: parts.table } : {}),
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
export function answer<Value>(result: Result<Value, { readonly code: string; readonly message: string }>): Value {
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

/** A ledger with something of every kind, at dataVersion 5. */
export async function furnished(store: LedgerStore): Promise<void> {
  await store.open();
  const growth = { lenders: ["u1", "甲", "\uFEFFu3"], products: ["P30"], channels: ["商店"] };
  const supersessions = [{ importId: 1, ordinal: 0, rows: Uint32Array.of(1, 3) }];
  const parts = [partition(50), partition(20, { ordinal: 1, seed: 9 })];
  answer(await store.commit(commitOf(0, [draft(1, { partitions: parts })], { growth })));
  answer(await store.commit(commitOf(1, [draft(2, { supersessions })], { summaries: [summary("cube")] })));
  answer(await store.commit(commitOf(2, [draft(3), draft(4, { dataset: "spend", table: table("spend", 30) })])));
  answer(await store.deleteImports([3], 3));
  answer(await store.commit(commitOf(4, [draft(6, { dataset: "funds", table: table("funds", 9) })])));
  answer(await store.saveSettings({ ...DEFAULT_SETTINGS, newRule: "first_day", weekStart: 7 }));
  answer(await store.saveMappings([mapping("f2"), mapping("f1")]));
  answer(await store.addAttempts([attempt(1), attempt(2)]));
}
