import { useRemovalToast } from "#src/ui/useRemovalToast.ts";
import { useMadeEntries, type MadeEntries } from "#src/view/useMadeEntries.ts";

import { noteFile, targetFile, type NoteEntry, type TargetEntry } from "./entryFile.ts";

export interface Entries extends Pick<MadeEntries, "remove" | "importOf"> {
  readonly saveTarget: (entry: TargetEntry) => void;
  readonly saveNote: (entry: NoteEntry) => void;
  /** Stores a note instead of one that has an import of its own. */
  readonly replaceNote: (importId: number, entry: NoteEntry) => void;
}

/** Targets and notes made by hand. */
export function useEntries(): Entries {
  const { save, replace, remove, importOf } = useMadeEntries(useRemovalToast());
  return {
    saveTarget: (entry) => save(targetFile(entry, new Date())),
    saveNote: (entry) => save(noteFile(entry, new Date())),
    replaceNote: (importId, entry) => replace(importId, noteFile(entry, new Date())),
    remove,
    importOf,
  };
}
