import type { Folder } from "./backupFolder.ts";

/** Of the browsers that let a page write to a folder; the types of the language do not know it yet. */
interface WithFolderPicker {
  showDirectoryPicker?: (options: { readonly id: string; readonly mode: "readwrite" }) => Promise<Folder>;
}

/** The browser's folder dialog; undefined where it has none. */
export function folderPicker(): (() => Promise<Folder>) | undefined {
  const { showDirectoryPicker: pick }: WithFolderPicker = globalThis as WithFolderPicker;
  return pick && (() => pick.call(globalThis, { id: "dipper-backup", mode: "readwrite" }));
}

/** Calls back when the page has nothing to do, at the earliest after so long; returns how to call it off. */
export function whenIdle(work: () => void, afterMs: number): () => void {
  const timer = setTimeout(() => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(work, { timeout: afterMs });
    else work();
  }, afterMs);
  return () => clearTimeout(timer);
}
