import type { Partition, PartitionKey } from "#src/domain/ledger.ts";
import { accepted, refused, type Result } from "#src/domain/result.ts";
import { DEFAULT_SETTINGS } from "#src/domain/switches.ts";

import { writeBackup } from "./backup.ts";
import { decodeColumns, decodeHashes, decodeTexts, encodePartition, type StoredPartition } from "./blockFormat.ts";
import { repeatedHash, requireNames } from "./commitRules.ts";
import {
  decodeImport,
  decodeRejects,
  decodeSupersession,
  encodeImport,
  encodeRejects,
  encodeSupersessions,
} from "./importRows.ts";
import type { CommitOutcome, ImportDraft, LedgerStore, StoreRefusal, StoreState, Summary } from "./ledgerStore.ts";
import { decodeMappings, encodeMapping } from "./mappingRows.ts";
import { MemoryLedger } from "./memoryLedger.ts";
import { damagedImport, TAKEN, UNSTAGED } from "./refusals.ts";
import { restoreInto, summaryOf, type StagedRow } from "./restore.ts";
import { ATTEMPTS_KEPT } from "./smallWrites.ts";
import { carriedOn, currentValue, encodeSummary, type SummaryRow } from "./summaryRows.ts";
import { decodeTable, encodeTable } from "./tableRows.ts";

/**
 * A ledger that is gone when the process ends. Writing copies, so callers may reuse their buffers;
 * reading columns does not, so callers leave what they read as it is.
 */
export function createMemoryStore(): LedgerStore {
  let dataVersion = 0;
  let ledger = new MemoryLedger();
  let known: StoreState | undefined;
  const staged = new Set<number>();
  const summaries = new Map<string, SummaryRow>();
  const listeners = new Set<(dataVersion: number) => void>();

  function state(): StoreState {
    known ??= structuredClone({
      dataVersion,
      nextImportId: ledger.nextImportId,
      imports: ledger.importRows.map(decodeImport),
      partitions: ledger.importRows.flatMap(({ infos }) => infos),
      settings: { ...DEFAULT_SETTINGS, ...ledger.settings?.settings },
      lastBackupMs: ledger.lastBackupMs,
    });
    return known;
  }

  function changed(): CommitOutcome {
    known = undefined;
    dataVersion += 1;
    for (const listener of listeners) listener(dataVersion);
    return { type: "committed", dataVersion };
  }

  const isFree = (importId: number): boolean => importId >= ledger.nextImportId || staged.has(importId);

  function putPartitions(importId: number, partitions: readonly Partition[]): void {
    const held = ledger.partitions.get(importId) ?? new Map<number, StoredPartition>();
    for (const partition of partitions)
      held.set(partition.ordinal, structuredClone(encodePartition(importId, partition)));
    ledger.partitions.set(importId, held);
  }

  function isComplete({ record, partitions, partitionInfos }: ImportDraft): boolean {
    const held = ledger.partitions.get(record.importId)?.keys() ?? [];
    const ordinals = new Set([...held, ...partitions.map(({ ordinal }) => ordinal)]);
    return ordinals.size === partitionInfos.length;
  }

  /** What an import will be, made before anything of it is put: it may throw. */
  function encoded(draft: ImportDraft): () => void {
    const { importId } = draft.record;
    const row = structuredClone(encodeImport(draft));
    const marks = structuredClone(encodeSupersessions(draft));
    const rejects = encodeRejects(draft);
    const tableRows = structuredClone(encodeTable(draft));
    return () => {
      putPartitions(importId, draft.partitions);
      ledger.imports.set(importId, row);
      ledger.supersessions.set(importId, marks);
      ledger.rejects.set(importId, rejects);
      ledger.tableRows.set(importId, tableRows);
      staged.delete(importId);
      ledger.nextImportId = Math.max(ledger.nextImportId, importId + 1);
    };
  }

  function putSummaries(added: readonly Summary[], version: number): void {
    for (const summary of added) summaries.set(summary.name, structuredClone(encodeSummary(summary, version)));
  }

  function read<Value>(
    { importId, ordinal }: PartitionKey,
    decode: (partition: StoredPartition) => Value,
  ): Result<Value, StoreRefusal> {
    const partition = ledger.partitions.get(importId)?.get(ordinal);
    if (partition) return accepted(decode(partition));
    return refused(damagedImport(importId, ledger.imports.get(importId)?.record.fileName));
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
      if (staged.delete(importId)) ledger.partitions.delete(importId);
    },

    async commit(commit) {
      requireNames(commit.growth);
      const isCurrent = commit.dataVersion === dataVersion;
      if (!isCurrent || !commit.imports.every(({ record }) => isFree(record.importId))) {
        return accepted({ type: "outdated" });
      }
      const stored = new Set(ledger.importRows.map(({ sha256 }) => sha256));
      const sha256 = repeatedHash(commit.imports, (hash) => stored.has(hash));
      if (sha256 !== undefined) return accepted({ type: "known", sha256 });
      if (!commit.imports.every(isComplete)) return refused(UNSTAGED);
      for (const put of commit.imports.map(encoded)) put();
      ledger.grow(commit.growth);
      putSummaries(commit.summaries, dataVersion + 1);
      return accepted(changed());
    },

    async deleteImports(importIds, version) {
      if (version !== dataVersion) return accepted({ type: "outdated" });
      for (const importId of importIds) {
        if (!ledger.remove(importId)) continue;
        for (const [by, marks] of ledger.supersessions) {
          ledger.supersessions.set(
            by,
            marks.filter((mark) => mark.importId !== importId),
          );
        }
      }
      summaries.clear();
      return accepted(changed());
    },

    readColumns: async (key) => read(key, ({ columns }) => decodeColumns(columns)),
    readHashes: async (key) => read(key, ({ hashes }) => decodeHashes(hashes)),
    readTexts: async (key) => read(key, ({ texts }) => decodeTexts(texts)),
    readDictionaries: async () => accepted(ledger.names),

    readSupersessions: async () =>
      accepted(
        ledger.importRows.flatMap(({ importId }) => (ledger.supersessions.get(importId) ?? []).map(decodeSupersession)),
      ),
    readTables: async (dataset) => {
      const tables = ledger.importRows.map(({ importId }) => decodeTable(ledger.tableRows.get(importId) ?? []));
      return accepted(tables.filter((table) => table !== undefined).filter((table) => table.dataset === dataset));
    },
    readRejects: async (importId) => (ledger.rejects.get(importId) ?? []).flatMap(decodeRejects),

    readSummary: async (name, metricVersion, version) =>
      structuredClone(currentValue(summaries.get(name), { metricVersion, dataVersion: version })),

    async writeSummaries(version, added) {
      if (version !== dataVersion) return false;
      putSummaries(added, version);
      return true;
    },

    async saveSettings(settings) {
      ledger.settings = structuredClone({ key: "settings", settings });
      known = undefined;
      return accepted(undefined);
    },

    readMappings: async () => accepted(structuredClone(decodeMappings([...ledger.mappings.values()]))),
    async saveMappings(mappings) {
      for (const mapping of structuredClone(mappings)) ledger.mappings.set(mapping.fingerprint, encodeMapping(mapping));
      return accepted(undefined);
    },
    async deleteMapping(fingerprint) {
      ledger.mappings.delete(fingerprint);
      return accepted(undefined);
    },
    readAttempts: async () => accepted(ledger.attempts.map(({ attempt }) => attempt).reverse()),
    async addAttempts(attempts) {
      const last = ledger.attempts.at(-1)?.id ?? 0;
      const added = structuredClone(attempts).map((attempt, place) => ({ id: last + 1 + place, attempt }));
      ledger.attempts = [...ledger.attempts, ...added].slice(-ATTEMPTS_KEPT);
      return accepted(undefined);
    },

    async compact(compacted, gone, version) {
      if (version !== dataVersion || !compacted.every(({ record }) => ledger.imports.has(record.importId))) {
        return accepted({ type: "outdated" });
      }
      if (compacted.some(({ partitions, partitionInfos }) => partitions.length !== partitionInfos.length)) {
        return refused(UNSTAGED);
      }
      for (const one of compacted) {
        const { importId } = one.record;
        ledger.partitions.delete(importId);
        putPartitions(importId, one.partitions);
        ledger.imports.set(importId, structuredClone(encodeImport(one)));
      }
      for (const { byImport, importId, ordinal } of gone) {
        const marks = ledger.supersessions.get(byImport) ?? [];
        ledger.supersessions.set(
          byImport,
          marks.filter((mark) => mark.importId !== importId || mark.ordinal !== ordinal),
        );
      }
      for (const [name, row] of summaries) if (row.dataVersion === version) summaries.set(name, carriedOn(row));
      return accepted(changed());
    },

    async backup(options) {
      const backup = await writeBackup(ledger.source(), options);
      ledger.lastBackupMs = options.nowMs;
      known = undefined;
      return accepted(backup);
    },
    readBackupSummary: (file) => summaryOf(file),
    async restore(file, options) {
      const rows: StagedRow[] = [];
      const result = await restoreInto(
        {
          reserve: async ([first], nextImportId) => Math.max(0, ledger.nextImportId - (first ?? nextImportId)),
          stage: async (more) => void rows.push(...more),
          flip: async (restored) => {
            ledger = MemoryLedger.restored(
              { ...restored, nextImportId: Math.max(ledger.nextImportId, restored.nextImportId) },
              rows,
            );
          },
          discard: async () => undefined,
        },
        file,
        options,
      );
      if (!result.ok) return result;
      staged.clear();
      summaries.clear();
      changed();
      return accepted(state());
    },

    async erase() {
      ledger = new MemoryLedger();
      staged.clear();
      summaries.clear();
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
