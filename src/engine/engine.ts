import type { FileReading } from "#src/ingest/decodedFile.ts";
import type { LedgerStore } from "#src/store/ledgerStore.ts";

import { createAnalyses } from "./analysis.ts";
import { analysisMethods } from "./analysisMethods.ts";
import { answerMethods } from "./answers.ts";
import { fileMethods } from "./fileMethods.ts";
import { findingsOf } from "./findingsAnswer.ts";
import { Holder } from "./holder.ts";
import { importRestatement } from "./importRestatement.ts";
import { keepingMethods } from "./keepingMethods.ts";
import type { EngineMethods, ImportOutcome } from "./protocol.ts";
import { rejectedFile } from "./rejectedFile.ts";
import { settled, valueOf } from "./storeFault.ts";

export interface EngineParts {
  readonly store: LedgerStore;
  readonly files: FileReading;
}

export interface Engine {
  readonly methods: EngineMethods;
  /** Calls back after every change of the stored data, here or in another tab; returns how to stop. */
  readonly watch: (onChange: (dataVersion: number) => void) => () => void;
}

/** The engine over a store: one per tab, or one per report. */
export function createEngine({ store, files }: EngineParts): Engine {
  const holder = new Holder(store);
  const taking = fileMethods(holder, files);
  const current: Holder["current"] = () => holder.current();
  const analyses = createAnalyses();

  /** An import of loans ends with what the first question about them would have to wait for; should that fail, it waits. */
  async function prepared(outcomes: readonly ImportOutcome[]): Promise<readonly ImportOutcome[]> {
    const hasLoans = outcomes.some((one) => one.type === "imported" && one.record.dataset === "loans");
    if (hasLoans) await prepareCredit().catch(() => undefined);
    return outcomes;
  }

  async function prepareCredit(): Promise<void> {
    const { prepareLoans } = await import("./credit/prepareLoans.ts");
    await prepareLoans(analyses(await current(), { signal: undefined, onProgress: undefined }));
  }

  const { importFiles, importDrop } = taking.methods;
  const methods: EngineMethods = {
    open: (args, signal, onProgress) => settled(() => holder.open(args, { signal, onProgress })),
    status: () => holder.status(),
    ...taking.methods,
    importFiles: async (...asked) => prepared(await importFiles(...asked)),
    importDrop: async (...asked) => prepared(await importDrop(...asked)),
    ...keepingMethods(holder, taking),
    imports: async () => (await current()).state.imports.toReversed(),
    rejectedRows: ({ importId }) => store.readRejects(importId),
    rejectedFile: async ({ importId }) => {
      const record = (await current()).state.imports.find((one) => one.importId === importId);
      if (!record) throw new Error(`no import ${importId}`);
      return rejectedFile(record.layout, await store.readRejects(importId));
    },
    restatement: async ({ importId }, signal, onProgress) =>
      importRestatement(await current(), { store, importId }, { signal, onProgress }),
    findings: async (_, signal, onProgress) => findingsOf(await current(), signal, onProgress),
    attempts: async () => valueOf(await store.readAttempts()),
    mappings: async () => valueOf(await store.readMappings()),
    saveMappings: ({ mappings }) => store.saveMappings(mappings),
    deleteMapping: ({ fingerprint }) => store.deleteMapping(fingerprint),
    saveSettings: ({ settings, today }) =>
      settled(async () => {
        valueOf(await store.saveSettings(settings));
        return holder.reopened(today);
      }),
    ...answerMethods(current, analyses),
    ...analysisMethods(current, analyses),
  };
  return { methods, watch: (onChange) => holder.watch(onChange) };
}
