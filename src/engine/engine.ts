import { accepted, refused, type Result } from "#src/domain/result.ts";
import type { EpochDay } from "#src/domain/units.ts";
import type { DecodeFile } from "#src/ingest/decodedFile.ts";
import type { LedgerStore } from "#src/store/ledgerStore.ts";
import { withWriteLock } from "#src/store/writeLock.ts";

import { answerMethods } from "./answers.ts";
import { loadHeld, type Held } from "./held.ts";
import { CHANGED_MEANWHILE, runImportQueue } from "./importQueue.ts";
import type { EngineMethods, EngineStatus, ImportArgs, ImportOutcome, StoreRefusal } from "./protocol.ts";
import { statusOf } from "./status.ts";
import { StoreRefused, valueOf } from "./storeFault.ts";

export interface EngineParts {
  readonly store: LedgerStore;
  readonly decode: DecodeFile;
}

export interface Engine {
  readonly methods: EngineMethods;
  /** Calls back after every change of the stored data, here or in another tab; returns how to stop. */
  readonly watch: (onChange: (dataVersion: number) => void) => () => void;
}

/** The engine over a store: one per tab, or one per report. */
export function createEngine({ store, decode }: EngineParts): Engine {
  const watchers = new Set<(dataVersion: number) => void>();
  let held: Held | undefined;
  let isWriting = false;
  let isOutdated = false;

  const tell = (dataVersion: number): void => {
    for (const onChange of watchers) onChange(dataVersion);
  };

  store.watch((dataVersion) => {
    // While this engine writes it holds the lock: the change is its own.
    if (isWriting || !held || dataVersion === held.state.dataVersion) return;
    isOutdated = true;
    tell(dataVersion);
  });

  /** What is held, read anew when another tab changed the store. */
  async function current(): Promise<Held> {
    if (!held) throw new Error("open() comes first");
    if (isOutdated) {
      isOutdated = false;
      held = await loadHeld(store, held.args, { previous: held });
    }
    return held;
  }

  async function reload(today?: EpochDay): Promise<Held> {
    if (!held) throw new Error("open() comes first");
    isOutdated = false;
    held = await loadHeld(store, { ...held.args, ...(today === undefined ? {} : { today }) }, { previous: held });
    return held;
  }

  async function reopened(today: EpochDay): Promise<EngineStatus> {
    const { state } = await reload(today);
    tell(state.dataVersion);
    return status();
  }

  async function status(): Promise<EngineStatus> {
    return statusOf(await current());
  }

  /** Runs alone among all tabs. */
  const writeAlone = <Value>(work: () => Promise<Value>, signal?: AbortSignal): Promise<Value> =>
    withWriteLock(async () => {
      isWriting = true;
      try {
        return await work();
      } finally {
        isWriting = false;
      }
    }, signal);

  /** What is held, checked against the store: another tab may have written while this one waited for the lock. */
  async function checked(): Promise<Held> {
    const { state } = await current();
    const stored = valueOf(await store.readState());
    return stored.dataVersion === state.dataVersion ? current() : reload();
  }

  const onCommitted = (after: Held): void => {
    held = after;
    tell(after.state.dataVersion);
  };

  const methods: EngineMethods = {
    open: (args, signal, onProgress) =>
      settled(async () => {
        valueOf(await store.open());
        held = await loadHeld(store, args, { signal, onProgress });
        return status();
      }),
    status,
    importFiles: (args, signal, onProgress) =>
      unlessCancelled(args, () =>
        writeAlone(async () => {
          const parts = { store, decode, args, signal, onProgress, onFailed: reload, onCommitted };
          return runImportQueue(parts, await checked());
        }, signal),
      ),
    imports: async () => (await current()).state.imports.toReversed(),
    rejectedRows: ({ importId }) => store.readRejects(importId),
    deleteImports: ({ importIds, today }) =>
      settled(() =>
        writeAlone(async () => {
          const { state } = await checked();
          const outcome = valueOf(await store.deleteImports(importIds, state.dataVersion));
          if (outcome.type !== "committed") throw new StoreRefused(CHANGED_MEANWHILE);
          return reopened(today);
        }),
      ),
    eraseEverything: ({ today }) =>
      settled(() =>
        writeAlone(async () => {
          valueOf(await store.erase());
          valueOf(await store.open());
          return reopened(today);
        }),
      ),
    saveSettings: ({ settings, today }) =>
      settled(async () => {
        valueOf(await store.saveSettings(settings));
        return reopened(today);
      }),
    ...answerMethods(current),
  };
  return {
    methods,
    watch: (onChange) => {
      watchers.add(onChange);
      return () => watchers.delete(onChange);
    },
  };
}

/** A queue that is cancelled while another tab still writes has begun nothing. */
async function unlessCancelled(
  { files }: ImportArgs,
  run: () => Promise<readonly ImportOutcome[]>,
): Promise<readonly ImportOutcome[]> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof DOMException && error.name === "AbortError")) throw error;
    return files.map(({ name }) => ({ type: "cancelled", fileName: name }));
  }
}

/** A store refusal as a value; faults go on as throws. */
async function settled<Value>(work: () => Promise<Value>): Promise<Result<Value, StoreRefusal>> {
  try {
    return accepted(await work());
  } catch (error) {
    if (error instanceof StoreRefused) return refused(error.refusal);
    throw error;
  }
}
