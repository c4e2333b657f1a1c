import type { EngineMethods } from "#src/engine/protocol.ts";
import type { AutomaticBackup, AutomaticBackupState } from "#src/view/automaticBackup.tsx";

import type { Folder, FolderFile, FolderKeeper } from "./backupFolder.ts";

const FILE = "dipper-auto.dipper";
const ASKED = { mode: "readwrite" } as const;
/** Imports come in runs; one backup is enough for a run. */
const AFTER_MS = 5_000;

export interface AutomaticBackupParts {
  readonly methods: Pick<EngineMethods, "backup" | "backupSummary">;
  readonly keeper: FolderKeeper;
  /** The browser's folder dialog; undefined where it has none. */
  readonly pick: (() => Promise<Folder>) | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Calls back later, when the page has nothing to do; returns how to call it off. */
  readonly later: (work: () => void, afterMs: number) => () => void;
  /** After a backup: its time stands in the engine's status. */
  readonly onWritten: () => void;
}

export interface AppAutomaticBackup extends AutomaticBackup {
  /** Takes up the folder of the last visit. */
  readonly start: () => Promise<void>;
  readonly onImported: () => void;
}

/** Writes a backup to a chosen folder after every run of imports. */
export function createAutomaticBackup(parts: AutomaticBackupParts): AppAutomaticBackup {
  const { methods, keeper, pick, now, later, onWritten } = parts;
  const listeners = new Set<() => void>();
  let state: AutomaticBackupState = pick ? { type: "off" } : { type: "unsupported" };
  let folder: Folder | undefined;
  let callOff: (() => void) | undefined;
  let writing: Promise<void> | undefined;

  function enter(next: AutomaticBackupState): void {
    state = next;
    for (const onChange of listeners) onChange();
  }

  function update(change: Partial<Extract<AutomaticBackupState, { type: "on" }>>): void {
    if (state.type === "on") enter({ ...state, ...change });
  }

  function takeUp(chosen: Folder, isAllowed: boolean): void {
    folder = chosen;
    const { name: folderName } = chosen;
    enter({ type: "on", folderName, isAllowed, isWriting: false, writtenMs: null, problem: null });
  }

  async function writeTo(chosen: Folder): Promise<void> {
    const isAllowed = (await chosen.queryPermission(ASKED)) === "granted";
    update({ isAllowed });
    if (!isAllowed) return;
    update({ isWriting: true });
    const made = await methods.backup({ passphrase: null, nowMs: now() });
    if (!made.ok) return update({ isWriting: false, problem: `${made.refusal.code}: ${made.refusal.message}` });
    await setAsideLarger(chosen, made.value);
    await put(await chosen.getFileHandle(FILE, { create: true }), made.value);
    update({ isWriting: false, writtenMs: now(), problem: null });
    onWritten();
  }

  /** Never lets little take the place of much: a store that lost its data and began again must not overwrite its rescue. */
  async function setAsideLarger(chosen: Folder, next: Blob): Promise<void> {
    const before = await existing(chosen);
    if (!before) return;
    const [old, fresh] = [await methods.backupSummary({ file: before }), await methods.backupSummary({ file: next })];
    if (!old.ok || (fresh.ok && fresh.value.rows >= old.value.rows)) return;
    const name = `dipper-auto-kept-${new Date(old.value.madeAtMs).toISOString().slice(0, 19).replaceAll(":", "")}.dipper`;
    await put(await chosen.getFileHandle(name, { create: true }), before);
  }

  async function write(): Promise<void> {
    await writing;
    const chosen = folder;
    if (!chosen) return;
    writing = writeTo(chosen).catch((error: unknown) =>
      update({ isWriting: false, problem: error instanceof Error ? error.message : String(error) }),
    );
    await writing;
  }

  return {
    state: () => state,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    async start() {
      if (!pick) return;
      try {
        const found = await keeper.read();
        if (found) takeUp(found, (await found.queryPermission(ASKED)) === "granted");
      } catch (error) {
        // A folder that cannot be read back is chosen again.
        if (!(error instanceof DOMException)) throw error;
      }
    },
    onImported() {
      callOff?.();
      if (folder) callOff = later(() => void write(), AFTER_MS);
    },
    async choose() {
      const chosen = await pick?.().catch(unlessDismissed);
      if (!chosen) return;
      await keeper.write(chosen);
      takeUp(chosen, true);
      await write();
    },
    async allow() {
      const answer = await folder?.requestPermission(ASKED).catch(unlessDismissed);
      if (answer === "granted") await write();
    },
    async stop() {
      callOff?.();
      folder = undefined;
      await keeper.forget();
      enter(pick ? { type: "off" } : { type: "unsupported" });
    },
  };
}

/** Whoever closes the dialog has decided. */
function unlessDismissed(error: unknown): undefined {
  if (!(error instanceof DOMException)) throw error;
}

async function existing(folder: Folder): Promise<File | undefined> {
  try {
    const file = await (await folder.getFileHandle(FILE)).getFile();
    return file.size === 0 ? undefined : file;
  } catch (error) {
    if (error instanceof DOMException && error.name === "NotFoundError") return undefined;
    throw error;
  }
}

/** @throws when the file does not have every byte afterwards */
async function put(file: FolderFile, content: Blob): Promise<void> {
  await content.stream().pipeTo(await file.createWritable());
  const { size } = await file.getFile();
  if (size !== content.size) throw new Error(`${size} of ${content.size} bytes were written`);
}
