import type { ImportOrigin, ImportRecord } from "#src/domain/imports.ts";
import { accepted } from "#src/domain/result.ts";
import { DEFAULT_SETTINGS } from "#src/domain/switches.ts";
import { epochDay } from "#src/domain/units.ts";
import type { EngineClient } from "#src/engine/client.ts";
import type { DroppedTable, EngineMethods, EngineStatus, ImportOutcome } from "#src/engine/protocol.ts";

export const EMPTY_STATUS: EngineStatus = {
  dataVersion: 0,
  imports: 0,
  rows: 0,
  rejectedRows: 0,
  futureRows: 0,
  lenders: 0,
  firstDay: null,
  asOf: null,
  warmUpUntil: null,
  products: [],
  channels: [],
  origins: { own: 0, sample: 0 },
  checksFailing: 0,
  settings: DEFAULT_SETTINGS,
  tables: {},
  internalLenders: null,
  lastBackupMs: null,
};

export function statusWith(imports: number, change: Partial<EngineStatus> = {}): EngineStatus {
  const asOf = imports > 0 ? epochDay(20_000) : null;
  const origins = { own: imports, sample: 0 };
  return {
    ...EMPTY_STATUS,
    dataVersion: imports,
    imports,
    rows: imports * 10,
    firstDay: asOf,
    asOf,
    origins,
    ...change,
  };
}

/** Methods that are not given fail the test that calls them. */
export function methodsWith(given: Partial<EngineMethods>): EngineMethods {
  return new Proxy(given, {
    get: (target, name): unknown =>
      Reflect.get(target, name) ?? (() => Promise.reject(new Error(`${String(name)} was not expected`))),
  }) as EngineMethods;
}

export interface FakeClient extends EngineClient {
  /** As the engine does after a commit, here or in another tab. */
  readonly tell: (dataVersion: number) => void;
}

export function clientWith(given: Partial<EngineMethods>): FakeClient {
  const watchers = new Set<(dataVersion: number) => void>();
  return {
    methods: methodsWith(given),
    watch(onChange) {
      watchers.add(onChange);
      return () => watchers.delete(onChange);
    },
    tell: (dataVersion) => {
      for (const onChange of watchers) onChange(dataVersion);
    },
  };
}

const NO_COUNTS = { read: 0, accepted: 0, duplicate: 0, replaced: 0, rejected: 0, ignored: 0 };

function recordOf(importId: number, fileName: string, origin: ImportOrigin): ImportRecord {
  return {
    importId,
    fileName,
    origin,
    sizeBytes: 1,
    sha256: `sha of ${fileName}`,
    importedAtMs: 0,
    layout: {
      encoding: "utf-8",
      delimiter: ",",
      headerLine: 1,
      mapping: [],
      unused: [],
      amountScaleFen: 100,
    },
    counts: { ...NO_COUNTS, read: 1, accepted: 1 },
    firstDay: null,
    lastDay: null,
    warnings: [],
    unknownTypes: [],
    skippedLines: [],
    rejectsKept: 0,
    partitions: 1,
    days: [],
  };
}

function tableOf({ name, size }: File, fileIndex: number): DroppedTable {
  return {
    fileName: name,
    fileIndex,
    container: null,
    sizeBytes: size,
    isSuggested: true,
    isMisnamed: false,
    sketch: null,
    refusal: null,
    mapping: null,
  };
}

/** An engine that remembers which files it was given, and by which origin. */
export function memoryEngine() {
  const records: ImportRecord[] = [];
  const drops = new Map<number, readonly DroppedTable[]>();
  let settings = DEFAULT_SETTINGS;
  const given: Partial<EngineMethods> = {
    openDrop: async ({ files }) => {
      const drop = { dropId: drops.size + 1, tables: files.map(tableOf) };
      drops.set(drop.dropId, drop.tables);
      return drop;
    },
    importDrop: async ({ dropId, choices, origin }, _, onProgress) => {
      const outcomes = choices.map(({ table }): ImportOutcome => {
        const { fileName } = drops.get(dropId)![table]!;
        const record = recordOf(records.length + 1, fileName, origin);
        records.push(record);
        return { type: "imported", fileName, record };
      });
      for (const [fileIndex, outcome] of outcomes.entries()) {
        const importStep = { fileIndex, fileName: outcome.fileName, step: "done" as const, rows: 1, outcome };
        onProgress?.({ done: fileIndex + 1, total: outcomes.length, importStep });
      }
      return outcomes;
    },
    closeDrop: async ({ dropId }) => void drops.delete(dropId),
    compact: async () => 0,
    importFiles: async ({ files, origin }) =>
      files.map((file): ImportOutcome => {
        const record = recordOf(records.length + 1, file.name, origin);
        records.push(record);
        return { type: "imported", fileName: file.name, record };
      }),
    imports: async () => records,
    deleteImports: async ({ importIds }) => {
      const kept = records.filter(({ importId }) => !importIds.includes(importId));
      records.splice(0, records.length, ...kept);
      return accepted(EMPTY_STATUS);
    },
    saveSettings: async (args) => {
      settings = args.settings;
      return accepted({ ...EMPTY_STATUS, settings });
    },
  };
  const origins = () => ({
    own: records.filter(({ origin }) => origin === "own").length,
    sample: records.filter(({ origin }) => origin === "sample").length,
  });
  return { given, records, drops, status: () => statusWith(records.length, { origins: origins(), settings }) };
}
