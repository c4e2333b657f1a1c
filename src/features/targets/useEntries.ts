import { useMutation, useQuery } from "@tanstack/react-query";

import { errorText } from "#src/ui/errorText.ts";
import { useLanguage, useStrings } from "#src/ui/language.tsx";
import { useToast } from "#src/ui/ToastHost.tsx";
import { useEngine } from "#src/view/engine.tsx";
import { useImportRunner } from "#src/view/importing.tsx";

import { noteFile, targetFile, type NoteEntry, type TargetEntry } from "./entryFile.ts";
import { importsQuery } from "./queries.ts";
import { strings } from "./strings.ts";

/** The import that a row in force is from. */
export interface EntryImport {
  readonly importId: number;
  readonly fileName: string;
  readonly rows: number;
}

export interface Entries {
  readonly saveTarget: (entry: TargetEntry) => void;
  readonly saveNote: (entry: NoteEntry) => void;
  /** Stores a note instead of one that has an import of its own. */
  readonly replaceNote: (importId: number, entry: NoteEntry) => void;
  readonly remove: (importId: number) => void;
  /** Undefined until the history of imports is there. */
  readonly importOf: (importId: number) => EntryImport | undefined;
}

/** Entries made by hand are imports of one row: in the history, and undone like any other. */
export function useEntries(): Entries {
  const { methods, revision } = useEngine();
  const { importMade } = useImportRunner();
  const records = useQuery(importsQuery(methods, revision)).data;
  const remove = useRemove();
  const saveNote = (entry: NoteEntry): void => importMade([noteFile(entry, new Date())]);
  return {
    saveTarget: (entry) => importMade([targetFile(entry, new Date())]),
    saveNote,
    replaceNote: (importId, entry) => remove.mutate(importId, { onSuccess: ({ ok }) => ok && saveNote(entry) }),
    remove: (importId) => remove.mutate(importId),
    importOf: (importId) => {
      const record = records?.find((candidate) => candidate.importId === importId);
      return record && { importId, fileName: record.fileName, rows: record.counts.read };
    },
  };
}

function useRemove() {
  const { methods, refresh, today } = useEngine();
  const words = useStrings(strings);
  const language = useLanguage();
  const toast = useToast();
  return useMutation({
    mutationFn: async (importId: number) => {
      const result = await methods.deleteImports({ importIds: [importId], today });
      if (result.ok) await refresh();
      return result;
    },
    onSuccess: (result) => {
      if (result.ok) {
        toast.show({ title: words.removed, detail: words.removedDetail, tone: "good" });
        return;
      }
      const { what, fix } = errorText(result.refusal, language);
      toast.show({ title: what, detail: fix, tone: "bad", timeoutMs: 0 });
    },
    onError: (error) => toast.show({ title: words.removeFailed, detail: error.message, tone: "bad", timeoutMs: 0 }),
  });
}
