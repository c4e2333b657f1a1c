import { IDBFactory } from "fake-indexeddb";
import { expect, test } from "vitest";

import { createAutomaticBackup } from "#src/app/start/automaticBackup.ts";
import { createFolderKeeper, type Folder, type FolderFile } from "#src/app/start/backupFolder.ts";
import { accepted, refused } from "#src/domain/result.ts";
import type { EngineMethods } from "#src/engine/protocol.ts";

/** A folder in memory: files become what was written when their stream is closed, as the browser's do. */
function memoryFolder(permission: PermissionState = "granted") {
  const files = new Map<string, string>();
  const state = { permission, onRequest: "granted" as PermissionState };
  const fileOf = (name: string): FolderFile => ({
    getFile: () => Promise.resolve(new File([files.get(name) ?? ""], name)),
    createWritable: () => {
      let text = "";
      const decoder = new TextDecoder();
      return Promise.resolve(
        new WritableStream<Uint8Array>({
          write: (chunk) => void (text += decoder.decode(chunk)),
          close: () => void files.set(name, text),
        }),
      );
    },
  });
  const folder: Folder = {
    name: "Backups",
    getFileHandle: (name, options) => {
      if (!files.has(name) && options?.create !== true) {
        return Promise.reject(new DOMException("", "NotFoundError"));
      }
      return Promise.resolve(fileOf(name));
    },
    queryPermission: () => Promise.resolve(state.permission),
    requestPermission: () => {
      state.permission = state.onRequest;
      return Promise.resolve(state.permission);
    },
  };
  return { folder, files, state };
}

/** A backup of n rows is the text "n rows". */
async function rowsIn(file: Blob): Promise<number> {
  return Number((await file.text()).split(" ")[0]);
}

function setUp({ permission = "granted" as PermissionState, hasPicker = true } = {}) {
  const memory = memoryFolder(permission);
  const engine = { rows: 10, full: false };
  let remembered: Folder | undefined;
  let due: (() => void) | undefined;
  const methods: Pick<EngineMethods, "backup" | "backupSummary"> = {
    backup: () =>
      Promise.resolve(
        engine.full
          ? refused({ code: "STORAGE_FULL", message: "no room" } as const)
          : accepted(new Blob([`${engine.rows} rows`])),
      ),
    backupSummary: async ({ file }) =>
      accepted({ madeAtMs: 86_400_000, imports: 1, rows: await rowsIn(file), isEncrypted: false }),
  };
  const written = { count: 0 };
  const backup = createAutomaticBackup({
    methods,
    keeper: {
      read: () => Promise.resolve(remembered),
      write: (folder) => {
        remembered = folder;
        return Promise.resolve();
      },
      forget: () => {
        remembered = undefined;
        return Promise.resolve();
      },
    },
    pick: hasPicker ? () => Promise.resolve(memory.folder) : undefined,
    now: () => 7,
    later: (work) => {
      due = work;
      return () => (due = undefined);
    },
    onWritten: () => void written.count++,
  });
  /** Waits for what `run` begins to be written. */
  const settled = async (run: () => void) => {
    const changed = new Promise<void>((resolve) => {
      let wasWriting = false;
      backup.subscribe(() => {
        const state = backup.state();
        const isWriting = state.type === "on" && state.isWriting;
        if (wasWriting && !isWriting) resolve();
        wasWriting = isWriting;
      });
    });
    run();
    await changed;
  };
  const afterImport = () =>
    settled(() => {
      backup.onImported();
      due?.();
    });
  const remember = () => void (remembered = memory.folder);
  return { ...memory, backup, engine, written, afterImport, remember, remembered: () => remembered, due: () => due };
}

test("a chosen folder is remembered and gets a backup at once", async () => {
  const { backup, files, folder, written, remembered } = setUp();
  expect(backup.state()).toEqual({ type: "off" });
  await backup.choose();
  expect(remembered()).toBe(folder);
  expect([...files]).toEqual([["dipper-auto.dipper", "10 rows"]]);
  expect(backup.state()).toMatchObject({ type: "on", folderName: "Backups", isAllowed: true, writtenMs: 7 });
  expect(written.count).toBe(1);
});

test("every run of imports writes it anew, once", async () => {
  const { backup, files, engine, written, afterImport } = setUp();
  await backup.choose();
  engine.rows = 20;
  backup.onImported();
  await afterImport();
  expect(files.get("dipper-auto.dipper")).toBe("20 rows");
  expect(written.count).toBe(2);
});

test("little never takes the place of much: the larger backup is kept beside", async () => {
  const { backup, files, engine, afterImport } = setUp();
  await backup.choose();
  engine.rows = 3;
  await afterImport();
  expect([...files]).toEqual([
    ["dipper-auto.dipper", "3 rows"],
    ["dipper-auto-kept-1970-01-02T000000.dipper", "10 rows"],
  ]);
});

test("without the browser's leave nothing is written until it is given again", async () => {
  const { backup, files, state } = setUp();
  state.permission = "prompt";
  await backup.choose();
  expect(files.size).toBe(0);
  expect(backup.state()).toMatchObject({ isAllowed: false });
  await backup.allow();
  expect(files.get("dipper-auto.dipper")).toBe("10 rows");
  expect(backup.state()).toMatchObject({ isAllowed: true });
});

test("the folder of the last visit is taken up again, whether or not the browser still allows it", async () => {
  const { backup, remember } = setUp({ permission: "prompt" });
  remember();
  await backup.start();
  expect(backup.state()).toMatchObject({ type: "on", folderName: "Backups", isAllowed: false, writtenMs: null });
});

test("a backup that cannot be made is told, and the old file stays", async () => {
  const { backup, files, engine, afterImport } = setUp();
  await backup.choose();
  engine.full = true;
  await afterImport();
  expect(backup.state()).toMatchObject({ isWriting: false, problem: "STORAGE_FULL: no room" });
  expect(files.get("dipper-auto.dipper")).toBe("10 rows");
});

test("stopping forgets the folder and leaves its files", async () => {
  const { backup, files, remembered, due } = setUp();
  await backup.choose();
  backup.onImported();
  await backup.stop();
  expect(remembered()).toBeUndefined();
  expect(due()).toBeUndefined();
  expect(files.size).toBe(1);
  expect(backup.state()).toEqual({ type: "off" });
});

test("where the browser has no folder dialog there is none", async () => {
  const { backup } = setUp({ hasPicker: false });
  await backup.start();
  await backup.choose();
  expect(backup.state()).toEqual({ type: "unsupported" });
});

test("the folder is kept in a database of its own, and none is left of it", async () => {
  const factory = new IDBFactory();
  const keeper = createFolderKeeper(factory);
  expect(await keeper.read()).toBeUndefined();
  expect(await factory.databases()).toEqual([]);
  // A real handle is cloned by the browser; a plain object stands for it here.
  await keeper.write({ name: "Backups" } as Folder);
  expect(await createFolderKeeper(factory).read()).toEqual({ name: "Backups" });
  expect((await factory.databases()).map(({ name }) => name)).toEqual(["dipper-backup-folder"]);
  await keeper.forget();
  expect(await factory.databases()).toEqual([]);
});
