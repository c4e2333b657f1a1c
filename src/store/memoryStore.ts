import type { ImportRecord, RejectedRow } from "#src/domain/imports.ts";
import type { Dictionaries, Partition, PartitionInfo, PartitionKey, Supersession } from "#src/domain/ledger.ts";
import { accepted, refused, type Result } from "#src/domain/result.ts";
import { DEFAULT_SETTINGS, type Settings } from "#src/domain/switches.ts";

import { decodeColumns, decodeHashes, decodeTexts, encodePartition, type StoredPartition } from "./blockFormat.ts";
import { repeatedHash, requireNames } from "./commitRules.ts";
import { FIRST_NAMES } from "./dictionaryRows.ts";
import type { CommitOutcome, ImportDraft, LedgerStore, StoreRefusal, StoreState, Summary } from "./ledgerStore.ts";
import { damagedImport, TAKEN, UNSTAGED } from "./refusals.ts";
import { currentValue, encodeSummary, type SummaryRow } from "./summaryRows.ts";

interface StoredImport {
  readonly record: ImportRecord;
  readonly infos: readonly PartitionInfo[];
  readonly supersessions: readonly Supersession[];
  readonly rejects: readonly RejectedRow[];
}

/**
 * A ledger that is gone when the process ends. Writing copies, so callers may reuse their buffers;
 * reading columns does not, so callers leave what they read as it is.
 */
export function createMemoryStore(): LedgerStore {
  let dataVersion = 0;
  let nextImportId = 1;
  let settings: Settings = DEFAULT_SETTINGS;
  let dictionaries: Dictionaries = FIRST_NAMES;
  let known: StoreState | undefined;
  const imports = new Map<number, StoredImport>();
  const partitionsByImport = new Map<number, Map<number, StoredPartition>>();
  const staged = new Set<number>();
  const summaries = new Map<string, SummaryRow>();
  const listeners = new Set<(dataVersion: number) => void>();

  function state(): StoreState {
    const all = [...imports.values()].sort((a, b) => a.record.importId - b.record.importId);
    known ??= structuredClone({
      dataVersion,
      nextImportId,
      imports: all.map(({ record }) => record),
      partitions: all.flatMap(({ infos }) => infos),
      settings,
    });
    return known;
  }

  function changed(): CommitOutcome {
    known = undefined;
    dataVersion += 1;
    for (const listener of listeners) listener(dataVersion);
    return { type: "committed", dataVersion };
  }

  const isFree = (importId: number): boolean => importId >= nextImportId || staged.has(importId);

  function putPartitions(importId: number, partitions: readonly Partition[]): void {
    const held = partitionsByImport.get(importId) ?? new Map<number, StoredPartition>();
    for (const partition of partitions)
      held.set(partition.ordinal, structuredClone(encodePartition(importId, partition)));
    partitionsByImport.set(importId, held);
  }

  function isComplete({ record, partitions, partitionInfos }: ImportDraft): boolean {
    const held = partitionsByImport.get(record.importId)?.keys() ?? [];
    const ordinals = new Set([...held, ...partitions.map(({ ordinal }) => ordinal)]);
    return ordinals.size === partitionInfos.length;
  }

  function putImport({ record, partitions, partitionInfos, supersessions, rejects }: ImportDraft): void {
    putPartitions(record.importId, partitions);
    imports.set(record.importId, structuredClone({ record, infos: partitionInfos, supersessions, rejects }));
    staged.delete(record.importId);
    nextImportId = Math.max(nextImportId, record.importId + 1);
  }

  function putSummaries(added: readonly Summary[], version: number): void {
    for (const summary of added) summaries.set(summary.name, structuredClone(encodeSummary(summary, version)));
  }

  function read<Value>(
    { importId, ordinal }: PartitionKey,
    decode: (partition: StoredPartition) => Value,
  ): Result<Value, StoreRefusal> {
    const partition = partitionsByImport.get(importId)?.get(ordinal);
    if (partition) return accepted(decode(partition));
    return refused(damagedImport(importId, imports.get(importId)?.record.fileName));
  }

  return {
    open: async () => accepted(state()),
    readState: async () => accepted(state()),

    async stage(importId, partitions) {
      if (!isFree(importId)) return refused(TAKEN);
      staged.add(importId);
      putPartitions(importId, partitions);
      return accepted(undefined);
    },

    async unstage(importId) {
      if (staged.delete(importId)) partitionsByImport.delete(importId);
    },

    async commit(commit) {
      requireNames(commit.growth);
      const isCurrent = commit.dataVersion === dataVersion;
      if (!isCurrent || !commit.imports.every(({ record }) => isFree(record.importId))) {
        return accepted({ type: "outdated" });
      }
      const stored = new Set(Array.from(imports.values(), ({ record }) => record.sha256));
      const sha256 = repeatedHash(commit.imports, (hash) => stored.has(hash));
      if (sha256 !== undefined) return accepted({ type: "known", sha256 });
      if (!commit.imports.every(isComplete)) return refused(UNSTAGED);
      commit.imports.forEach(putImport);
      dictionaries = grown(dictionaries, commit.growth);
      putSummaries(commit.summaries, dataVersion + 1);
      return accepted(changed());
    },

    async deleteImports(importIds, version) {
      if (version !== dataVersion) return accepted({ type: "outdated" });
      for (const importId of importIds) {
        if (imports.delete(importId)) partitionsByImport.delete(importId);
      }
      summaries.clear();
      return accepted(changed());
    },

    readColumns: async (key) => read(key, ({ columns }) => decodeColumns(columns)),
    readHashes: async (key) => read(key, ({ hashes }) => decodeHashes(hashes)),
    readTexts: async (key) => read(key, ({ texts }) => decodeTexts(texts)),
    readDictionaries: async () => accepted(dictionaries),

    async readSupersessions() {
      const marks = Array.from(imports.values(), (held) => held.supersessions).flat();
      return accepted(marks.filter(({ importId }) => imports.has(importId)));
    },

    readRejects: async (importId) => imports.get(importId)?.rejects ?? [],

    readSummary: async (name, metricVersion, version) =>
      structuredClone(currentValue(summaries.get(name), { metricVersion, dataVersion: version })),

    async writeSummaries(version, added) {
      if (version !== dataVersion) return false;
      putSummaries(added, version);
      return true;
    },

    async saveSettings(saved) {
      settings = structuredClone(saved);
      known = undefined;
      return accepted(undefined);
    },

    async erase() {
      for (const table of [imports, partitionsByImport, staged, summaries]) table.clear();
      nextImportId = 1;
      settings = DEFAULT_SETTINGS;
      dictionaries = FIRST_NAMES;
      changed();
      return accepted(undefined);
    },

    watch(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },

    close: () => listeners.clear(),
  };
}

function grown(held: Dictionaries, growth: Dictionaries): Dictionaries {
  return {
    lenders: held.lenders.concat(growth.lenders),
    products: held.products.concat(growth.products),
    channels: held.channels.concat(growth.channels),
  };
}
