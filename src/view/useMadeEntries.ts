import { useMutation, useQuery } from "@tanstack/react-query";

import type { Result } from "#src/domain/result.ts";
import type { EngineStatus, StoreRefusal } from "#src/engine/protocol.ts";

import { useEngine } from "./engine.tsx";
import { useImportRunner } from "./importing.tsx";

/** The import that a row in force is from. */
interface EntryImport {
  readonly importId: number;
  readonly fileName: string;
  readonly rows: number;
}

/** Who tells the reader what became of a removal. */
export interface RemovalTold {
  readonly outcome: (result: Result<EngineStatus, StoreRefusal>) => void;
  readonly fault: (error: Error) => void;
}

export interface MadeEntries {
  /** Stores a file of one row. */
  readonly save: (file: File) => void;
  /** Stores a row instead of one that has an import of its own; nothing is stored where that one cannot be removed. */
  readonly replace: (importId: number, file: File) => void;
  readonly remove: (importId: number) => void;
  /** Undefined until the history of imports is there. */
  readonly importOf: (importId: number) => EntryImport | undefined;
}

/** Entries made by hand are imports of one row: in the history, and undone like any other. */
export function useMadeEntries(told: RemovalTold): MadeEntries {
  const { methods, revision, refresh, today } = useEngine();
  const { importMade } = useImportRunner();
  const records = useQuery({
    queryKey: ["metric", "imports", {}, revision],
    queryFn: ({ signal }) => methods.imports({}, signal),
  }).data;
  const { mutate } = useMutation({
    mutationFn: async (importId: number) => {
      const result = await methods.deleteImports({ importIds: [importId], today });
      if (result.ok) await refresh();
      return result;
    },
    onSuccess: told.outcome,
    onError: told.fault,
  });
  const save = (file: File): void => importMade([file]);
  return {
    save,
    replace: (importId, file) => mutate(importId, { onSuccess: ({ ok }) => ok && save(file) }),
    remove: (importId) => mutate(importId),
    importOf: (importId) => {
      const record = records?.find((candidate) => candidate.importId === importId);
      return record && { importId, fileName: record.fileName, rows: record.counts.read };
    },
  };
}
