import type { Dictionaries } from "#src/domain/ledger.ts";

import type { BackupSource } from "./backup.ts";
import type { Kind, KindRow, RowOf } from "./backupRows.ts";
import type { StoredPartition } from "./blockFormat.ts";
import {
  dictionaryRow,
  FIRST_NAMES,
  joinNames,
  packGrowth,
  sizesAfter,
  type DictionarySizes,
} from "./dictionaryRows.ts";
import type { DictionaryGrowth } from "./ledgerStore.ts";
import type { RestoredLedger, StagedRow } from "./restore.ts";

/** All that one ledger has in memory but its blocks' staging: rows as they would lie in a database. */
export class MemoryLedger {
  nextImportId = 1;
  settings: RowOf["settings"] | undefined;
  lastBackupMs: number | null = null;
  readonly imports = new Map<number, RowOf["imports"]>();
  readonly supersessions = new Map<number, readonly RowOf["supersessions"][]>();
  readonly rejects = new Map<number, readonly RowOf["rejects"][]>();
  readonly tableRows = new Map<number, readonly RowOf["tableRows"][]>();
  readonly partitions = new Map<number, Map<number, StoredPartition>>();
  readonly mappings = new Map<string, RowOf["mappings"]>();
  attempts: readonly RowOf["attempts"][] = [];
  #dictionaries: readonly RowOf["dictionaries"][];
  #sizes: DictionarySizes;
  #names: Dictionaries | undefined;

  constructor(
    dictionaries: readonly RowOf["dictionaries"][] = packGrowth(FIRST_NAMES).map((packed) => dictionaryRow(packed, 0)),
    sizes: DictionarySizes = sizesAfter({ lenders: 0, products: 0, channels: 0 }, FIRST_NAMES),
  ) {
    this.#dictionaries = dictionaries;
    this.#sizes = sizes;
  }

  /** The ledger that a backup makes, of rows that were staged. */
  static restored(restored: RestoredLedger, rows: readonly StagedRow[]): MemoryLedger {
    const ledger = new MemoryLedger(restored.dictionaries, restored.dictionarySizes);
    ledger.nextImportId = restored.nextImportId;
    ledger.settings = restored.settings[0];
    ledger.lastBackupMs = restored.madeAtMs;
    ledger.attempts = restored.attempts;
    for (const row of restored.imports) ledger.imports.set(row.importId, row);
    for (const row of restored.mappings) ledger.mappings.set(row.fingerprint, row);
    for (const one of rows) ledger.#put(one);
    return ledger;
  }

  get names(): Dictionaries {
    // Growth keeps both in step, and restoring checks it.
    this.#names ??= joinNames(this.#dictionaries, this.#sizes) ?? FIRST_NAMES;
    return this.#names;
  }

  grow(growth: DictionaryGrowth): void {
    const { names } = this;
    const rows = packGrowth(growth).map((packed) => dictionaryRow(packed, this.#sizes[packed.dictionary]));
    this.#dictionaries = [...this.#dictionaries, ...rows];
    this.#sizes = sizesAfter(this.#sizes, growth);
    this.#names = {
      lenders: names.lenders.concat(growth.lenders),
      products: names.products.concat(growth.products),
      channels: names.channels.concat(growth.channels),
    };
  }

  remove(importId: number): boolean {
    for (const rows of [this.supersessions, this.rejects, this.tableRows, this.partitions]) rows.delete(importId);
    return this.imports.delete(importId);
  }

  /** Ascending by importId. */
  get importRows(): RowOf["imports"][] {
    return [...this.imports.values()].sort((a, b) => a.importId - b.importId);
  }

  source(): BackupSource {
    const imports = this.importRows;
    const rows = imports.reduce(
      (sum, { infos, record }) =>
        sum + (infos.length > 0 ? infos.reduce((all, info) => all + info.rows, 0) : record.counts.accepted),
      0,
    );
    const read = (kind: Kind): readonly object[] => this.#rowsOf(kind, imports);
    return {
      nextImportId: this.nextImportId,
      imports: imports.length,
      rows,
      bytes: 100_000 + rows * 70,
      read: async function* (kind) {
        yield* read(kind);
      },
    };
  }

  /** In the order of the keys that a database gives them. */
  #rowsOf(kind: Kind, imports: readonly RowOf["imports"][]): readonly object[] {
    const ids = imports.map(({ importId }) => importId);
    switch (kind) {
      case "imports":
        return imports;
      case "dictionaries":
        return this.#dictionaries.toSorted((a, b) => compare(a.dictionary, b.dictionary) || a.from - b.from);
      case "settings":
        return this.settings ? [this.settings] : [];
      case "mappings":
        return [...this.mappings.values()].sort((a, b) => compare(a.fingerprint, b.fingerprint));
      case "attempts":
        return this.attempts;
      case "supersessions":
        return ids.flatMap((id) =>
          (this.supersessions.get(id) ?? []).toSorted((a, b) => a.importId - b.importId || a.ordinal - b.ordinal),
        );
      case "rejects":
        return ids.flatMap((id) => this.rejects.get(id) ?? []);
      case "tableRows":
        return ids.flatMap((id) => this.tableRows.get(id) ?? []);
      case "blocks":
        return ids.flatMap((id) =>
          [...(this.partitions.get(id) ?? [])]
            .sort(([a], [b]) => a - b)
            .flatMap(([, { columns, hashes, texts }]) => [columns, hashes, texts]),
        );
    }
  }

  #put(one: StagedRow): void {
    switch (one.kind) {
      case "supersessions":
        push(this.supersessions, one.row.byImport, one.row);
        break;
      case "rejects":
        push(this.rejects, one.row.importId, one.row);
        break;
      case "tableRows":
        push(this.tableRows, one.row.importId, one.row);
        break;
      case "blocks":
        this.#putBlock(one);
        break;
    }
  }

  #putBlock({ row }: Extract<KindRow, { kind: "blocks" }>): void {
    const held = this.partitions.get(row.importId) ?? new Map<number, StoredPartition>();
    // A backup lists the three blocks of a partition one after another; it is whole after the last.
    held.set(row.ordinal, { ...held.get(row.ordinal), [row.part]: row } as StoredPartition);
    this.partitions.set(row.importId, held);
  }
}

function push<Row>(rows: Map<number, readonly Row[]>, importId: number, row: Row): void {
  rows.set(importId, [...(rows.get(importId) ?? []), row]);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
