import { errorText } from "#src/ui/errorText.ts";
import { useLanguage, useStrings } from "#src/ui/language.tsx";
import { useToast } from "#src/ui/ToastHost.tsx";
import { useMadeEntries, type EntryImport } from "#src/view/useMadeEntries.ts";

import { noteFile, targetFile, type NoteEntry, type TargetEntry } from "./entryFile.ts";
import { strings } from "./strings.ts";

export type { EntryImport };

export interface Entries {
  readonly saveTarget: (entry: TargetEntry) => void;
  readonly saveNote: (entry: NoteEntry) => void;
  /** Stores a note instead of one that has an import of its own. */
  readonly replaceNote: (importId: number, entry: NoteEntry) => void;
  readonly remove: (importId: number) => void;
  /** Undefined until the history of imports is there. */
  readonly importOf: (importId: number) => EntryImport | undefined;
}

/** Targets and notes made by hand, with what becomes of their removal said in a toast. */
export function useEntries(): Entries {
  const words = useStrings(strings);
  const language = useLanguage();
  const toast = useToast();
  const { save, replace, remove, importOf } = useMadeEntries({
    onRemoved: () => toast.show({ title: words.removed, detail: words.removedDetail, tone: "good" }),
    onRefused: (refusal) => {
      const { what, fix } = errorText(refusal, language);
      toast.show({ title: what, detail: fix, tone: "bad", timeoutMs: 0 });
    },
    onFailed: (error) => toast.show({ title: words.removeFailed, detail: error.message, tone: "bad", timeoutMs: 0 }),
  });
  return {
    saveTarget: (entry) => save(targetFile(entry, new Date())),
    saveNote: (entry) => save(noteFile(entry, new Date())),
    replaceNote: (importId, entry) => replace(importId, noteFile(entry, new Date())),
    remove,
    importOf,
  };
}
