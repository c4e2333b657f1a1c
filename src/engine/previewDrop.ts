import { EVENT_TYPES } from "#src/domain/eventTypes.ts";
import type { ImportRecord, RejectedRow } from "#src/domain/imports.ts";
import type { DecodeFile } from "#src/ingest/decodedFile.ts";
import type { LedgerStore } from "#src/store/ledgerStore.ts";

import { flowsOfBook } from "./dayFlows.ts";
import type { Waiting } from "./drops.ts";
import { throwIfAborted } from "./fault.ts";
import type { Held } from "./held.ts";
import { changedRows } from "./importRestatement.ts";
import { sizeOf, tablesBefore, type RefusedTable } from "./importQueue.ts";
import { dictionarySizes, type Ledger } from "./ledger.ts";
import type { DropPreview, RejectGroup, Restatement, TablePreview } from "./protocol.ts";
import { restatementOf } from "./restatement.ts";
import { takeFile, type FileResult, type QueuedTable, type QueueStamp, type TakenFile } from "./takeFile.ts";

const EXAMPLES = 3;

export interface PreviewParts extends Waiting {
  readonly store: LedgerStore;
  readonly decode: DecodeFile;
  readonly stamp: QueueStamp;
  /** With their places in the drop. */
  readonly tables: readonly { readonly place: number; readonly queued: QueuedTable | RefusedTable }[];
}

/**
 * Takes tables into a ledger that nobody else sees, one on top of the other as the queue would, and sets the last one
 * against the stored one. Nothing is written, and no name stays in the dictionaries.
 */
export async function previewTables(parts: PreviewParts, held: Held): Promise<DropPreview> {
  const { sizes, truncate } = await dictionarySizes(held.ledger);
  try {
    const { previews, ledger } = await takeAll(parts, held);
    throwIfAborted(parts.signal);
    return { tables: previews, change: await changeOf(held, ledger) };
  } finally {
    truncate(sizes);
  }
}

async function takeAll(
  parts: PreviewParts,
  held: Held,
): Promise<{ readonly previews: TablePreview[]; readonly ledger: Ledger }> {
  const total = parts.tables.reduce((bytes, { queued }) => bytes + sizeOf(queued), 0);
  const previews: TablePreview[] = [];
  const taken: TakenFile[] = [];
  const storedDays = new Set(held.state.imports.filter(isOfLedger).flatMap(({ days }) => days.map(({ day }) => day)));
  let ledger = held.ledger;
  let done = 0;
  for (const { place, queued } of parts.tables) {
    throwIfAborted(parts.signal);
    const behind = done;
    if ("refusal" in queued) previews.push({ type: "refused", table: place, refusal: queued.refusal });
    else {
      const onBytes = (bytes: number): void => parts.onProgress?.({ done: behind + bytes, total });
      const before = ledger;
      const result = await takeOne(parts, { held, ledger, taken, table: queued, onBytes });
      if (result.taken) {
        taken.push(result.taken);
        ledger = result.taken.ledger;
      }
      previews.push(await previewOf(place, result, { held, before, storedDays }));
    }
    done += sizeOf(queued);
    parts.onProgress?.({ done, total });
  }
  return { previews, ledger };
}

interface TakeOne {
  readonly held: Held;
  readonly ledger: Ledger;
  readonly taken: readonly TakenFile[];
  readonly table: QueuedTable;
  readonly onBytes: (bytes: number) => void;
}

function takeOne(
  { store, decode, stamp, signal }: PreviewParts,
  { held, ledger, taken, table, onBytes }: TakeOne,
): Promise<FileResult> {
  const records = [...held.state.imports, ...taken.map(({ draft }) => draft.record)];
  return takeFile({
    store,
    decode,
    ledger,
    tablesBefore: (dataset) => tablesBefore(store, dataset, taken),
    zone: held.state.settings.zone,
    stamp,
    table,
    importId: held.state.nextImportId + taken.length,
    findBySha: (sha256) => records.find((record) => record.sha256 === sha256),
    isPreview: true,
    signal,
    onBytes,
  });
}

function isOfLedger({ dataset = "transactions" }: ImportRecord): boolean {
  return dataset === "transactions";
}

interface Around {
  readonly held: Held;
  /** The ledger before the table. */
  readonly before: Ledger;
  readonly storedDays: ReadonlySet<number>;
}

async function previewOf(table: number, { outcome, taken }: FileResult, around: Around): Promise<TablePreview> {
  if (outcome.type === "refused") return { type: "refused", table, refusal: outcome.refusal };
  if (outcome.type === "known") {
    const stored = around.held.state.imports.find(({ sha256 }) => sha256 === outcome.sha256);
    return { type: "known", table, importedAtMs: stored?.importedAtMs ?? null };
  }
  if (!taken) throw new Error(`a table that was read came to ${outcome.type}`);
  const { record, rejects } = taken.draft;
  const { layout, counts, firstDay, lastDay, warnings, unknownTypes, skippedLines, controlTotals = [] } = record;
  return {
    type: "readable",
    table,
    dataset: record.dataset ?? "transactions",
    mode: record.mode ?? "merge",
    layout,
    counts,
    firstDay,
    lastDay,
    rowsByType: await rowsByType(taken.ledger, around.before.infos.length),
    rejects: rejectGroups(rejects),
    warnings,
    unknownTypes,
    skippedLines,
    controlTotals,
    restatedDays: record.days.filter(({ day }) => around.storedDays.has(day)).length,
    lostValues: taken.lostValues ?? [],
  };
}

/** Of the blocks from one on, every row that was taken. */
async function rowsByType(
  ledger: Ledger,
  from: number,
): Promise<Extract<TablePreview, { readonly type: "readable" }>["rowsByType"]> {
  const counts = EVENT_TYPES.map((type) => ({ type, rows: 0, amount: 0 }));
  for (const { columns } of await ledger.parts({ from })) {
    for (let row = 0; row < columns.rows; row++) {
      const count = counts[columns.type[row]!]!;
      count.rows++;
      count.amount += columns.amount[row]!;
    }
  }
  return counts.filter(({ rows }) => rows > 0);
}

function rejectGroups(rejects: readonly RejectedRow[]): RejectGroup[] {
  const groups = new Map<
    string,
    { -readonly [Key in keyof RejectGroup]: RejectGroup[Key] } & { examples: RejectedRow[] }
  >();
  for (const reject of rejects) {
    const { code, column } = reject;
    const key = `${code}/${column ?? ""}`;
    const group = groups.get(key) ?? { code, column, count: 0, examples: [] };
    group.count++;
    if (group.examples.length < EXAMPLES) group.examples.push(reject);
    groups.set(key, group);
  }
  return [...groups.values()].toSorted((a, b) => b.count - a.count);
}

async function changeOf(held: Held, ledger: Ledger): Promise<Restatement> {
  const { kept, state } = held;
  return restatementOf({
    before: flowsOfBook(held),
    ...(await changedRows(held.ledger, ledger)),
    transfers: state.settings.transfers,
    lastUsed: kept.limit.asOf ?? kept.limit.today,
  });
}
