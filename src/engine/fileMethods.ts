import type { RefusedAttempt } from "#src/domain/imports.ts";
import type { SavedMapping } from "#src/domain/reading.ts";
import type { FileReading } from "#src/ingest/decodedFile.ts";

import { Drops, type Waiting } from "./drops.ts";
import type { Holder } from "./holder.ts";
import { runImportQueue, sizeOf, type RefusedTable } from "./importQueue.ts";
import { mappingOf } from "./mappings.ts";
import { previewTables } from "./previewDrop.ts";
import type { EngineMethods, ImportArgs, ImportOutcome, TableChoice } from "./protocol.ts";
import { withoutRows } from "./refusedRows.ts";
import type { QueuedTable, QueueStamp } from "./takeFile.ts";
import { refusedTable, unpackFiles } from "./unpackFiles.ts";

type FileMethods = Pick<
  EngineMethods,
  "importFiles" | "openDrop" | "sketchTable" | "previewDrop" | "importDrop" | "closeDrop"
>;

type Queue = readonly (QueuedTable | RefusedTable)[];
type DropArgs = Parameters<EngineMethods["importDrop"]>[0];

/** The methods that take files in: at once, or after they were looked through. */
export function fileMethods(
  holder: Holder,
  reading: FileReading,
): { readonly methods: FileMethods; readonly forgetDrops: () => void } {
  const { store } = holder;
  const drops = new Drops(reading, store);

  async function runQueue(tables: Queue, stamp: QueueStamp, { signal, onProgress }: Waiting): Promise<ImportOutcome[]> {
    const outcomes = await runImportQueue(
      {
        store,
        decode: reading.decode,
        tables,
        stamp,
        signal,
        onProgress,
        onFailed: () => holder.reload(),
        onCommitted: (held) => holder.replace(held),
      },
      await holder.checked(),
    );
    // That a note could not be kept takes nothing from the outcomes, which say the same.
    await store.addAttempts(attemptsOf(tables, outcomes, stamp.nowMs));
    return outcomes;
  }

  /** A queue that is cancelled while another tab still writes has begun nothing. */
  async function inQueue(
    names: readonly string[],
    run: () => Promise<readonly ImportOutcome[]>,
    signal: AbortSignal | undefined,
  ): Promise<readonly ImportOutcome[]> {
    try {
      return await holder.writeAlone(() => holder.inTurn(run, signal), signal);
    } catch (error) {
      if (!(error instanceof DOMException && error.name === "AbortError")) throw error;
      return names.map((fileName) => ({ type: "cancelled", fileName }));
    }
  }

  async function importDrop(args: DropArgs, waiting: Waiting): Promise<readonly ImportOutcome[]> {
    const { dropId, choices } = args;
    const tables = await drops.queued(dropId, choices);
    const names = tables.map(({ fileName }) => fileName);
    const outcomes = await inQueue(names, () => runQueue(tables, args, waiting), waiting.signal);
    const isTaken = (place: number): boolean => ["imported", "known"].includes(outcomes[place]?.type ?? "");
    const taken = choices.filter((_, place) => isTaken(place));
    // As above: a mapping that could not be kept is asked for again.
    await store.saveMappings(await mappingsOf(dropId, taken, args.nowMs));
    await store.addAttempts(drops.unreadable(dropId, args.nowMs, choices));
    drops.close(dropId);
    return outcomes;
  }

  async function mappingsOf(
    dropId: number,
    choices: readonly TableChoice[],
    savedAtMs: number,
  ): Promise<SavedMapping[]> {
    const shown = drops.tables(dropId);
    const mappings: SavedMapping[] = [];
    for (const { table, reading: settled, mappingName } of choices) {
      if (settled === null) continue;
      const { sketch } = await drops.sketch({ dropId, table, reading: settled }, undefined);
      const { mapping, fileName } = shown[table]!;
      const name = mappingName ?? mapping?.name ?? stemOf(fileName);
      const made = sketch ? mappingOf(sketch, settled, { name, savedAtMs }) : undefined;
      if (made) mappings.push(made);
    }
    return mappings;
  }

  return {
    forgetDrops: () => drops.forget(),
    methods: {
      importFiles: (args, signal, onProgress) => {
        const names = args.files.map(({ name }) => name);
        const run = async (): Promise<readonly ImportOutcome[]> =>
          runQueue(await recognisedTables(reading, args, signal), args, { signal, onProgress });
        return inQueue(names, run, signal);
      },
      openDrop: ({ files }, signal, onProgress) => drops.open(files, { signal, onProgress }),
      sketchTable: (args, signal) => drops.sketch(args, signal),
      previewDrop: async ({ dropId, choices, today }, signal, onProgress) => {
        const queued = await drops.queued(dropId, choices);
        const tables = queued.map((table, place) => ({ place: choices[place]!.table, queued: table }));
        const stamp = { origin: "own" as const, today, nowMs: 0 };
        const parts = { store, decode: reading.decode, stamp, tables, signal, onProgress };
        return holder.inTurn(async () => previewTables(parts, await holder.current()), signal);
      },
      importDrop: (args, signal, onProgress) => importDrop(args, { signal, onProgress }),
      closeDrop: async ({ dropId, nowMs }) => {
        await store.addAttempts(drops.unreadable(dropId, nowMs));
        drops.close(dropId);
      },
    },
  };
}

/** The tables of some files that are to be taken without being looked through, as they are recognised. */
async function recognisedTables(
  { unpack, sketch }: FileReading,
  { files, mode }: ImportArgs,
  signal: AbortSignal | undefined,
): Promise<Queue> {
  const found: { readonly fileIndex: number; readonly isRight: boolean; readonly queued: Queue[number] }[] = [];
  const options = signal ? { signal } : {};
  for (const one of await unpackFiles(files, unpack, { signal, onProgress: undefined })) {
    const { fileIndex } = one;
    if ("refusal" in one) {
      found.push({ fileIndex, isRight: true, queued: await refusedTable(one) });
      continue;
    }
    const { fileName, container, content, isSuggested } = one.table;
    const sketched = await sketch(content, options);
    const dataset = "code" in sketched ? undefined : sketched.dataset;
    const isRight = isSuggested && (container?.kind !== "xlsx" || dataset !== undefined);
    found.push({ fileIndex, isRight, queued: { fileName, container, content, reading: undefined, mode, dataset } });
  }
  // A workbook without a sheet that we know has one to tell of all the same.
  return files.flatMap((_, fileIndex) => {
    const own = found.filter((one) => one.fileIndex === fileIndex);
    const right = own.filter(({ isRight }) => isRight);
    return (right.length > 0 ? right : own.slice(0, 1)).map(({ queued }) => queued);
  });
}

function attemptsOf(tables: Queue, outcomes: readonly ImportOutcome[], atMs: number): RefusedAttempt[] {
  return outcomes.flatMap((outcome, place) => {
    if (outcome.type !== "refused") return [];
    const { fileName, refusal } = outcome;
    return [{ fileName, sizeBytes: sizeOf(tables[place]!), atMs, refusal: withoutRows(refusal) }];
  });
}

/** A file's name without its ending, as a name for how such files are read. */
function stemOf(fileName: string): string {
  const last = fileName.split(" › ").at(-1) ?? fileName;
  return last.replace(/(\.[a-z]{2,4}){1,2}$/i, "") || last;
}
