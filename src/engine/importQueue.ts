import type { ImportRecord } from "#src/domain/imports.ts";
import type { DecodeFile } from "#src/ingest/decodedFile.ts";
import type { DictionaryGrowth, LedgerStore, StoreState } from "#src/store/ledgerStore.ts";

import type { Held } from "./held.ts";
import { carryOn, makeBook, toSave } from "./keptBook.ts";
import type { LedgerDictionaries } from "./ledger.ts";
import type { ImportArgs, ImportOutcome, ImportStep, OnProgress, StoreRefusal } from "./protocol.ts";
import { StoreRefused, valueOf } from "./storeFault.ts";
import { takeFile, type TakenFile } from "./takeFile.ts";

/** Files are committed together until one of these is reached; each is still whole or absent. */
const GROUP_BYTES = 8 * 1024 * 1024;
const GROUP_FILES = 64;

/** The lock keeps other tabs away, so this takes a browser without locks. */
export const CHANGED_MEANWHILE: StoreRefusal = {
  code: "STORAGE_BLOCKED",
  message: "another tab changed the data meanwhile; try again",
};

export interface QueueParts {
  readonly store: LedgerStore;
  readonly decode: DecodeFile;
  readonly args: ImportArgs;
  readonly signal: AbortSignal | undefined;
  readonly onProgress: OnProgress | undefined;
  /** What is held after a commit, or anew after one that failed. */
  readonly onCommitted: (held: Held) => void;
  readonly onFailed: () => Promise<Held>;
}

/** Files read and not committed yet, in their order. */
interface Group {
  readonly taken: readonly TakenFile[];
  readonly bytes: number;
  readonly sizes: { readonly lenders: number; readonly products: number; readonly channels: number };
}

/** Takes files one after another; the outcome of each is known only once it is durable. */
export async function runImportQueue(parts: QueueParts, before: Held): Promise<ImportOutcome[]> {
  const { args, signal, onProgress } = parts;
  const total = args.files.reduce((bytes, file) => bytes + file.size, 0);
  const outcomes: ImportOutcome[] = [];
  let held = before;
  let group = await newGroup(held);
  let done = 0;

  const report = (fileIndex: number, step: ImportStep["step"], at: { bytes: number; rows: number }): void =>
    onProgress?.({
      done: done + at.bytes,
      total,
      importStep: { fileIndex, fileName: args.files[fileIndex]!.name, step, rows: at.rows },
    });

  async function flush(): Promise<void> {
    if (group.taken.length === 0) return;
    const committed = await commitGroup(parts.store, held, group);
    if (committed.type === "failed") {
      markUnstored(outcomes, group, committed.refusal);
      for (const { draft } of group.taken) await parts.store.unstage(draft.record.importId);
      held = await parts.onFailed();
    } else {
      held = committed.held;
      parts.onCommitted(held);
    }
    group = await newGroup(held);
  }

  async function take(file: File, fileIndex: number): Promise<void> {
    const { taken } = group;
    const result = await settled(file.name, () =>
      takeFile({
        store: parts.store,
        decode: parts.decode,
        ledger: ledgerOf(held, group),
        zone: held.state.settings.zone,
        args,
        file,
        importId: held.state.nextImportId + taken.length,
        findBySha: (sha256) => recordsOf(held, group).find((record) => record.sha256 === sha256),
        signal,
        onBytes: (bytes, rows) => report(fileIndex, "reading", { bytes, rows }),
      }),
    );
    outcomes.push(result.outcome);
    done += file.size;
    if (result.taken) group = { ...group, taken: [...taken, result.taken], bytes: group.bytes + file.size };
    const rows = result.outcome.type === "imported" ? result.outcome.record.counts.read : 0;
    if (group.bytes >= GROUP_BYTES || group.taken.length >= GROUP_FILES) {
      report(fileIndex, "storing", { bytes: 0, rows });
      await flush();
    }
    report(fileIndex, "done", { bytes: 0, rows });
  }

  for (const [fileIndex, file] of args.files.entries()) {
    report(fileIndex, "reading", { bytes: 0, rows: 0 });
    if (signal?.aborted) outcomes.push({ type: "cancelled", fileName: file.name });
    else await take(file, fileIndex);
  }
  await flush();
  return outcomes;
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
  const { lenders, products, channels } = await held.ledger.dictionaries();
  return { taken: [], bytes: 0, sizes: { lenders: lenders.size, products: products.size, channels: channels.size } };
}

/** The stored ledger with the rows of the group's files on top. */
function ledgerOf(held: Held, group: Group): Held["ledger"] {
  return group.taken.at(-1)?.ledger ?? held.ledger;
}

function recordsOf(held: Held, group: Group): ImportRecord[] {
  return [...held.state.imports, ...group.taken.map(({ draft }) => draft.record)];
}

function markUnstored(outcomes: ImportOutcome[], group: Group, refusal: StoreRefusal): void {
  const waiting = new Set(group.taken.map(({ draft }) => draft.record));
  for (const [index, outcome] of outcomes.entries()) {
    if (outcome.type !== "imported" || !waiting.has(outcome.record)) continue;
    outcomes[index] = { type: "unstored", fileName: outcome.fileName, refusal };
  }
}

type GroupOutcome =
  | { readonly type: "committed"; readonly held: Held }
  | { readonly type: "failed"; readonly refusal: StoreRefusal };

async function commitGroup(store: LedgerStore, held: Held, group: Group): Promise<GroupOutcome> {
  try {
    const { state, kept } = held;
    const ledger = ledgerOf(held, group);
    const firstBlock = held.ledger.infos.length;
    const restates = group.taken.some(({ standsOverStored }) => standsOverStored);
    const added = { parts: await ledger.parts({ from: firstBlock }), firstBlock };
    const carried = restates ? undefined : await carryOn(kept, ledger, added);
    const next = carried ?? (await makeBook(ledger, kept.limit));
    const { saved, summaries } = toSave(next, state.dataVersion + 1);
    const imports = group.taken.map(({ draft }) => draft);
    const growth = growthSince(await ledger.dictionaries(), group.sizes);
    const outcome = valueOf(await store.commit({ dataVersion: state.dataVersion, imports, growth, summaries }));
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
