import type { TableName } from "#src/domain/datasets.ts";
import type { FileRefusal, ImportRecord } from "#src/domain/imports.ts";
import type { StoredTable } from "#src/domain/tables.ts";
import type { DecodeFile } from "#src/ingest/decodedFile.ts";
import type { DictionaryGrowth, LedgerStore, StoreState } from "#src/store/ledgerStore.ts";

import type { Held } from "./held.ts";
import { carryOn, makeBook, toSave } from "./keptBook.ts";
import { dictionarySizes, type DictionarySizes, type LedgerDictionaries } from "./ledger.ts";
import { carriedLenderBook } from "./lenders/savedLenderBook.ts";
import type { ImportOutcome, ImportStep, OnProgress, StoreRefusal } from "./protocol.ts";
import { StoreRefused, valueOf } from "./storeFault.ts";
import { takeFile, type QueuedTable, type QueueStamp, type TakenFile } from "./takeFile.ts";

/** Files are committed together until one of these is reached; each is still whole or absent. */
const GROUP_BYTES = 8 * 1024 * 1024;
const GROUP_FILES = 64;

/** The lock keeps other tabs away, so this takes a browser without locks. */
export const CHANGED_MEANWHILE: StoreRefusal = {
  code: "STORAGE_BLOCKED",
  message: "another tab changed the data meanwhile; try again",
};

/** A part of a file that could not be unpacked; it takes its turn in the queue, so that there is an outcome for it. */
export interface RefusedTable {
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly refusal: FileRefusal;
}

export interface QueueParts {
  readonly store: LedgerStore;
  readonly decode: DecodeFile;
  readonly tables: readonly (QueuedTable | RefusedTable)[];
  readonly stamp: QueueStamp;
  readonly signal: AbortSignal | undefined;
  readonly onProgress: OnProgress | undefined;
  /** What is held after a commit, or anew after one that failed. */
  readonly onCommitted: (held: Held) => void;
  readonly onFailed: () => Promise<Held>;
}

/** Tables read and not committed yet, in their order. */
interface Group {
  readonly taken: readonly TakenFile[];
  /** Places of their outcomes. */
  readonly places: readonly number[];
  readonly bytes: number;
  readonly sizes: DictionarySizes;
}

/** Takes tables one after another; the outcome of each is known only once it is durable. */
export async function runImportQueue(parts: QueueParts, before: Held): Promise<ImportOutcome[]> {
  const { store, tables, signal, onProgress } = parts;
  const total = tables.reduce((bytes, table) => bytes + sizeOf(table), 0);
  const outcomes: ImportOutcome[] = [];
  let held = before;
  let group = await newGroup(held);
  let done = 0;

  const report = (fileIndex: number, step: ImportStep["step"], at: { bytes: number; rows: number }): void =>
    onProgress?.({
      done: done + at.bytes,
      total,
      importStep: { fileIndex, fileName: tables[fileIndex]!.fileName, step, rows: at.rows },
    });

  /** Only what is final: an import that waits for its commit is not. */
  const reportDone = (fileIndex: number, isFinal: boolean): void => {
    const outcome = outcomes[fileIndex]!;
    const step = { fileIndex, fileName: outcome.fileName, step: "done" as const, rows: rowsOf(outcome) };
    onProgress?.({ done, total, importStep: isFinal ? { ...step, outcome } : step });
  };

  async function flush(): Promise<void> {
    const { taken, places } = group;
    if (taken.length === 0) return;
    const committed = await commitGroup(store, held, group);
    if (committed.type === "failed") {
      markUnstored(outcomes, places, committed.refusal);
      for (const { draft } of taken) await store.unstage(draft.record.importId);
      held = await parts.onFailed();
    } else {
      held = committed.held;
      parts.onCommitted(held);
    }
    group = await newGroup(held);
    for (const place of places) reportDone(place, true);
  }

  async function take(table: QueuedTable, fileIndex: number): Promise<void> {
    const { taken, places } = group;
    const result = await settled(table.fileName, () =>
      takeFile({
        store,
        decode: parts.decode,
        ledger: ledgerOf(held, group),
        tablesBefore: (dataset) => tablesBefore(store, dataset, taken),
        zone: held.state.settings.zone,
        stamp: parts.stamp,
        table,
        importId: held.state.nextImportId + taken.length,
        findBySha: (sha256) => recordsOf(held, group).find((record) => record.sha256 === sha256),
        isPreview: false,
        signal,
        onBytes: (bytes, rows) => report(fileIndex, "reading", { bytes, rows }),
      }),
    );
    outcomes.push(result.outcome);
    done += sizeOf(table);
    if (result.taken) {
      const bytes = group.bytes + sizeOf(table);
      group = { ...group, taken: [...taken, result.taken], places: [...places, fileIndex], bytes };
    }
    if (group.bytes >= GROUP_BYTES || group.taken.length >= GROUP_FILES) {
      report(fileIndex, "storing", { bytes: 0, rows: rowsOf(result.outcome) });
      await flush();
    }
    if (!result.taken || group.taken.length > 0) reportDone(fileIndex, !result.taken);
  }

  for (const [fileIndex, table] of tables.entries()) {
    report(fileIndex, "reading", { bytes: 0, rows: 0 });
    if ("content" in table && !signal?.aborted) {
      await take(table, fileIndex);
      continue;
    }
    const { fileName } = table;
    if ("refusal" in table) outcomes.push({ type: "refused", fileName, sha256: table.sha256, refusal: table.refusal });
    else outcomes.push({ type: "cancelled", fileName });
    done += sizeOf(table);
    reportDone(fileIndex, true);
  }
  await flush();
  return outcomes;
}

export function sizeOf(table: QueuedTable | RefusedTable): number {
  return "content" in table ? table.content.size : table.sizeBytes;
}

/** Rows of a dataset beside the ledger, in the order they came: what is stored, then what waits to be. */
export async function tablesBefore(
  store: LedgerStore,
  dataset: TableName,
  waiting: readonly TakenFile[],
): Promise<StoredTable[]> {
  const stored = valueOf(await store.readTables(dataset));
  return [
    ...stored,
    ...waiting.flatMap(({ draft: { record, table } }) =>
      table && record.dataset === dataset ? [{ importId: record.importId, dataset, data: table }] : [],
    ),
  ];
}

function rowsOf(outcome: ImportOutcome): number {
  return outcome.type === "imported" ? outcome.record.counts.read : 0;
}

/** The file's result, with cancels and store refusals as outcomes of their own. */
async function settled(
  fileName: string,
  take: () => ReturnType<typeof takeFile>,
): Promise<Awaited<ReturnType<typeof takeFile>>> {
  try {
    return await take();
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") {
      return { outcome: { type: "cancelled", fileName }, taken: undefined };
    }
    if (!(error instanceof StoreRefused)) throw error;
    return { outcome: { type: "unstored", fileName, refusal: error.refusal }, taken: undefined };
  }
}

async function newGroup(held: Held): Promise<Group> {
  return { taken: [], places: [], bytes: 0, sizes: (await dictionarySizes(held.ledger)).sizes };
}

/** The stored ledger with the rows of the group's files on top. */
function ledgerOf(held: Held, group: Group): Held["ledger"] {
  return group.taken.at(-1)?.ledger ?? held.ledger;
}

function recordsOf(held: Held, group: Group): ImportRecord[] {
  return [...held.state.imports, ...group.taken.map(({ draft }) => draft.record)];
}

function markUnstored(outcomes: ImportOutcome[], places: readonly number[], refusal: StoreRefusal): void {
  for (const place of places) outcomes[place] = { type: "unstored", fileName: outcomes[place]!.fileName, refusal };
}

type GroupOutcome =
  | { readonly type: "committed"; readonly held: Held }
  | { readonly type: "failed"; readonly refusal: StoreRefusal };

async function commitGroup(store: LedgerStore, held: Held, group: Group): Promise<GroupOutcome> {
  try {
    const { state, kept } = held;
    const ledger = ledgerOf(held, group);
    const firstBlock = held.ledger.infos.length;
    // A list of lenders may change what the past was made of.
    const restates = group.taken.some(
      ({ standsOverStored, draft }) => standsOverStored || draft.record.dataset === "lenders",
    );
    const lenderTables = await tablesBefore(store, "lenders", group.taken);
    const added = { parts: await ledger.parts({ from: firstBlock }), firstBlock, lenderTables };
    const carried = restates ? undefined : await carryOn(kept, ledger, added);
    const next = carried ?? (await makeBook(ledger, kept.limit, { lenderTables }));
    const { saved, summaries } = toSave(next, state.dataVersion + 1);
    const carriedToo = changesLenders(group) ? [] : await carriedLenderBook(held);
    const imports = group.taken.map(({ draft }) => draft);
    const growth = growthSince(await ledger.dictionaries(), group.sizes);
    const outcome = valueOf(
      await store.commit({
        ...{ dataVersion: state.dataVersion, imports, growth },
        summaries: [...summaries, ...carriedToo],
      }),
    );
    if (outcome.type !== "committed") return { type: "failed", refusal: CHANGED_MEANWHILE };
    ledger.release();
    return {
      type: "committed",
      held: { ...held, ledger, kept: saved, state: stateAfter(state, group, outcome.dataVersion) },
    };
  } catch (error) {
    if (!(error instanceof StoreRefused)) throw error;
    return { type: "failed", refusal: error.refusal };
  }
}

/** Whether the group has rows of the ledger, or says something of its lenders; loans, funds and the like do neither. */
function changesLenders({ taken }: Group): boolean {
  return taken.some(({ draft: { record } }) => record.dataset === "transactions" || record.dataset === "lenders");
}

/** What the store would say if it were read again. */
function stateAfter(state: StoreState, group: Group, dataVersion: number): StoreState {
  const imports = group.taken.map(({ draft }) => draft);
  return {
    ...state,
    dataVersion,
    nextImportId: state.nextImportId + imports.length,
    imports: [...state.imports, ...imports.map(({ record }) => record)],
    partitions: [...state.partitions, ...imports.flatMap(({ partitionInfos }) => partitionInfos)],
  };
}

/** Names the dictionaries gained since they had these sizes. */
function growthSince(dictionaries: LedgerDictionaries, sizes: Group["sizes"]): DictionaryGrowth {
  return {
    lenders: dictionaries.lenders.names.slice(sizes.lenders),
    products: dictionaries.products.names.slice(sizes.products),
    channels: dictionaries.channels.names.slice(sizes.channels),
  };
}
