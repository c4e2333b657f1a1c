import type { FileReading } from "#src/ingest/decodedFile.ts";
import type { RefusedAttempt } from "#src/domain/imports.ts";
import type { FileSketch, SavedMapping } from "#src/domain/reading.ts";
import type { LedgerStore } from "#src/store/ledgerStore.ts";

import { throwIfAborted } from "./fault.ts";
import type { RefusedTable } from "./importQueue.ts";
import { mappingFor } from "./mappings.ts";
import { withoutRows } from "./refusedRows.ts";
import type { Drop, DroppedTable, OnProgress, TableChoice } from "./protocol.ts";
import { valueOf } from "./storeFault.ts";
import type { QueuedTable } from "./takeFile.ts";
import { refusedTable, unpackFiles, type FoundTable } from "./unpackFiles.ts";

/** Drops that nobody closed: older ones are let go. */
const OPEN_AT_ONCE = 3;

interface OpenTable {
  readonly found: FoundTable;
  readonly shown: DroppedTable;
  /** As it is recognised without a mapping. */
  readonly recognised: FileSketch | undefined;
}

export interface Waiting {
  readonly signal: AbortSignal | undefined;
  readonly onProgress: OnProgress | undefined;
}

/** The files that wait to be looked through, unpacked; they live as long as the engine does. */
export class Drops {
  readonly #reading: FileReading;
  readonly #store: LedgerStore;
  readonly #open = new Map<number, readonly OpenTable[]>();
  #lastId = 0;

  constructor(reading: FileReading, store: LedgerStore) {
    this.#reading = reading;
    this.#store = store;
  }

  async open(files: readonly File[], { signal, onProgress }: Waiting): Promise<Drop> {
    const mappings = valueOf(await this.#store.readMappings());
    const found = await unpackFiles(files, this.#reading.unpack, { signal, onProgress });
    const tables: OpenTable[] = [];
    for (const one of found) {
      throwIfAborted(signal);
      tables.push(await this.#look(one, mappings, signal));
    }
    const dropId = ++this.#lastId;
    this.#open.set(
      dropId,
      tables.map((table) => ({ ...table, shown: suggested(table, tables) })),
    );
    const [oldest] = this.#open.keys();
    if (this.#open.size > OPEN_AT_ONCE && oldest !== undefined) this.#open.delete(oldest);
    return { dropId, tables: this.tables(dropId) };
  }

  tables(dropId: number): readonly DroppedTable[] {
    return this.#tables(dropId).map(({ shown }) => shown);
  }

  /** The head of one table again, as a reading would have it. */
  async sketch(
    {
      dropId,
      table,
      reading,
    }: { readonly dropId: number } & Pick<TableChoice, "table"> & {
        readonly reading: NonNullable<TableChoice["reading"]>;
      },
    signal: AbortSignal | undefined,
  ): Promise<Pick<DroppedTable, "sketch" | "refusal">> {
    const { found } = this.#table(dropId, table);
    if ("refusal" in found) return { sketch: null, refusal: found.refusal };
    return shownSketch(await this.#reading.sketch(found.table.content, { reading, ...(signal ? { signal } : {}) }));
  }

  /** The chosen tables as the queue takes them, in the order of the choices. */
  queued(dropId: number, choices: readonly TableChoice[]): Promise<(QueuedTable | RefusedTable)[]> {
    return Promise.all(
      choices.map(async (choice) => {
        const { found, recognised } = this.#table(dropId, choice.table);
        if ("refusal" in found) return refusedTable(found);
        const { fileName, container, content } = found.table;
        return {
          fileName,
          container,
          content,
          reading: choice.reading ?? undefined,
          mode: choice.mode ?? undefined,
          dataset: choice.reading?.dataset ?? recognised?.dataset,
        };
      }),
    );
  }

  /** What could not be read of a drop, as attempts; those among the choices are told with their outcomes. */
  unreadable(dropId: number, atMs: number, choices: readonly TableChoice[] = []): RefusedAttempt[] {
    const chosen = new Set(choices.map(({ table }) => table));
    const tables = this.#open.get(dropId) ?? [];
    return tables.flatMap(({ shown: { fileName, sizeBytes, refusal } }, table) => {
      if (refusal === null || chosen.has(table)) return [];
      return [{ fileName, sizeBytes, atMs, refusal: withoutRows(refusal) }];
    });
  }

  close(dropId: number): void {
    this.#open.delete(dropId);
  }

  forget(): void {
    this.#open.clear();
  }

  #tables(dropId: number): readonly OpenTable[] {
    const tables = this.#open.get(dropId);
    if (!tables) throw new Error(`drop ${dropId} is closed`);
    return tables;
  }

  #table(dropId: number, place: number): OpenTable {
    const table = this.#tables(dropId)[place];
    if (!table) throw new Error(`drop ${dropId} has no table ${place}`);
    return table;
  }

  async #look(
    found: FoundTable,
    mappings: readonly SavedMapping[],
    signal: AbortSignal | undefined,
  ): Promise<OpenTable> {
    if ("refusal" in found) {
      const { fileName, fileIndex, file, refusal } = found;
      const none = { container: null, isSuggested: true, isMisnamed: false, sketch: null, mapping: null };
      const shown = { fileName, fileIndex, sizeBytes: file.size, refusal, ...none };
      return { found, shown, recognised: undefined };
    }
    const { fileName, container, content, isSuggested } = found.table;
    const options = signal ? { signal } : {};
    const recognised = shownSketch(await this.#reading.sketch(content, options));
    const known = recognised.sketch
      ? await mappingFor(recognised.sketch, mappings, (reading) =>
          this.#reading.sketch(content, { ...options, reading }),
        )
      : undefined;
    const shown: DroppedTable = {
      fileName,
      fileIndex: found.fileIndex,
      container: container ?? null,
      sizeBytes: content.size,
      isSuggested,
      isMisnamed: isMisnamed(found.file.name, container?.kind ?? "text"),
      ...recognised,
      ...(known ? { sketch: known.sketch } : {}),
      mapping: known?.mapping ?? null,
    };
    return { found, shown, recognised: recognised.sketch ?? undefined };
  }
}

function shownSketch(sketched: Awaited<ReturnType<FileReading["sketch"]>>): Pick<DroppedTable, "sketch" | "refusal"> {
  return "code" in sketched ? { sketch: null, refusal: sketched } : { sketch: sketched, refusal: null };
}

/** Of a workbook's sheets those with a header that we know, if any has one. */
function suggested({ shown }: OpenTable, tables: readonly OpenTable[]): DroppedTable {
  if (shown.container?.kind !== "xlsx" || isKnown(shown)) return shown;
  const hasKnown = tables.some((other) => other.shown.fileIndex === shown.fileIndex && isSheetToTake(other.shown));
  return hasKnown ? { ...shown, isSuggested: false } : shown;
}

function isSheetToTake(shown: DroppedTable): boolean {
  return shown.isSuggested && isKnown(shown);
}

function isKnown({ sketch, mapping }: DroppedTable): boolean {
  return sketch?.dataset !== undefined || mapping !== null;
}

const KIND_OF_ENDING: Readonly<Record<string, string>> = {
  csv: "text",
  tsv: "text",
  txt: "text",
  gz: "gzip",
  zip: "zip",
  xlsx: "xlsx",
  xls: "xls",
};

/** A name that promises no kind of ours promises nothing that could be wrong. */
function isMisnamed(fileName: string, kind: string): boolean {
  const promised = KIND_OF_ENDING[/\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? ""];
  return promised !== undefined && promised !== kind;
}
