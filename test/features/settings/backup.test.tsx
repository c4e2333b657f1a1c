import { act, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";

import { accepted, refused } from "#src/domain/result.ts";
import type { BackupSummary, EngineMethods, Progress, RestoreRefusal } from "#src/engine/protocol.ts";
import { backupError } from "#src/features/settings/backupError.ts";
import { BackupSettings } from "#src/features/settings/BackupSettings.tsx";
import { chooseWhere } from "#src/features/settings/saveFile.ts";
import { errorText } from "#src/ui/errorText.ts";
import { AS_OF, drawScreen, STATUS, type ScreenOptions } from "#test/features/overview/screen.tsx";

afterEach(() => vi.unstubAllGlobals());

const PASSPHRASE = "correct horse";

function draw(methods: Partial<EngineMethods>, options: Partial<ScreenOptions> = {}) {
  return drawScreen(<BackupSettings today={() => AS_OF} />, { methods, ...options });
}

/** What the browser's downloads were given, by name. */
function catchDownloads() {
  const downloads = new Map<string, string>();
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    downloads.set(this.download, this.href);
  });
  return downloads;
}

async function openBackup() {
  fireEvent.click(await screen.findByRole("button", { name: "Back up now…" }));
  return within(await screen.findByRole("dialog", { name: "Back up everything" }));
}

function type(dialog: Pick<typeof screen, "getByLabelText">, label: string, value: string) {
  fireEvent.change(dialog.getByLabelText(label), { target: { value } });
}

test("a backup asks for its passphrase twice, and says what losing it means", async () => {
  const asked: unknown[] = [];
  const downloads = catchDownloads();
  await draw({
    backup: (args) => {
      asked.push(args);
      return Promise.resolve(accepted(new Blob(["0123456789"])));
    },
  });
  const dialog = await openBackup();
  const make = dialog.getByRole("button", { name: "Back up" });
  expect(dialog.getByText(/a lost passphrase means a lost backup/)).toBeDefined();
  expect(make).toHaveProperty("disabled", true);
  type(dialog, "Passphrase", "short");
  expect(dialog.getByText("At least 8 characters")).toBeDefined();
  type(dialog, "Passphrase", PASSPHRASE);
  type(dialog, "Passphrase, again", "correct house");
  expect(dialog.getByText("The two do not agree")).toBeDefined();
  expect(make).toHaveProperty("disabled", true);
  type(dialog, "Passphrase, again", PASSPHRASE);
  fireEvent.click(make);
  expect(await screen.findByText("Backup saved")).toBeDefined();
  expect(asked).toMatchObject([{ passphrase: PASSPHRASE }]);
  expect([...downloads.keys()]).toEqual(["dipper-2026-11-20.dipper"]);
});

test("a backup without a passphrase is a choice that is named", async () => {
  const asked: unknown[] = [];
  catchDownloads();
  await draw({
    backup: (args) => {
      asked.push(args);
      return Promise.resolve(accepted(new Blob()));
    },
  });
  const dialog = await openBackup();
  fireEvent.click(dialog.getByRole("radio", { name: "Without" }));
  expect(dialog.getByText("Whoever has the file can read everything in it.")).toBeDefined();
  fireEvent.click(dialog.getByRole("button", { name: "Back up" }));
  expect(await screen.findByText("Backup saved")).toBeDefined();
  expect(asked).toMatchObject([{ passphrase: null }]);
});

test("a backup shows how far it is and can be called off", async () => {
  let signal: AbortSignal | undefined;
  let tell: ((progress: Progress) => void) | undefined;
  const downloads = catchDownloads();
  await draw({
    backup: (_, given, onProgress) => {
      [signal, tell] = [given, onProgress];
      return new Promise((_resolve, reject) => {
        given?.addEventListener("abort", () => reject(new DOMException("", "AbortError")));
      });
    },
  });
  const dialog = await openBackup();
  fireEvent.click(dialog.getByRole("radio", { name: "Without" }));
  fireEvent.click(dialog.getByRole("button", { name: "Back up" }));
  expect(await dialog.findByRole("progressbar")).toBeDefined();
  act(() => tell?.({ done: 1, total: 4 }));
  expect(await dialog.findByText("25%")).toBeDefined();
  fireEvent.click(dialog.getByRole("button", { name: "Cancel" }));
  await expect.poll(() => screen.queryByRole("dialog")).toBeNull();
  expect(signal?.aborted).toBe(true);
  expect(downloads.size).toBe(0);
  expect(screen.queryByText("The backup could not be saved")).toBeNull();
});

test("a full disk is said in the dialog", async () => {
  await draw({ backup: () => Promise.resolve(refused({ code: "STORAGE_FULL", message: "" } as const)) });
  const dialog = await openBackup();
  fireEvent.click(dialog.getByRole("radio", { name: "Without" }));
  fireEvent.click(dialog.getByRole("button", { name: "Back up" }));
  expect((await dialog.findByRole("alert")).textContent).toContain("The browser has no room for this");
});

test("the last backup is told, and none is a warning", async () => {
  await draw({}, { status: { lastBackupMs: 1_795_000_000_000 } });
  expect(await screen.findByRole("group", { name: /^Last backup Nov/ })).toBeDefined();
});

test("with nothing stored there is nothing to back up, but much to restore", async () => {
  await draw({}, { status: { imports: 0, rows: 0 } });
  expect(await screen.findByRole("button", { name: "Back up now…" })).toHaveProperty("disabled", true);
  expect(screen.getByRole("button", { name: "Restore from a backup…" })).toHaveProperty("disabled", false);
});

const SUMMARY: BackupSummary = { madeAtMs: 1_795_000_000_000, imports: 12, rows: 34_567, isEncrypted: true };
const FILE = new File(["x"], "mine.dipper");

async function chooseBackup() {
  fireEvent.click(await screen.findByRole("button", { name: "Restore from a backup…" }));
  const dialog = await screen.findByRole("dialog", { name: "Restore from a backup" });
  const input = dialog.querySelector("input[type=file]");
  fireEvent.change(input!, { target: { files: [FILE] } });
  return within(dialog);
}

test("restoring shows what the backup holds and what it replaces, and asks for the passphrase", async () => {
  const asked: unknown[] = [];
  await draw({
    backupSummary: () => Promise.resolve(accepted(SUMMARY)),
    restore: (args) => {
      asked.push(args);
      return Promise.resolve(accepted({ ...STATUS, imports: 12, rows: 34_567 }));
    },
  });
  const dialog = await chooseBackup();
  expect(await dialog.findByText("34,567")).toBeDefined();
  expect(dialog.getByText(/Everything stored now \(1 imports, 100 rows that count\) is replaced/)).toBeDefined();
  const confirm = dialog.getByRole("button", { name: "Replace and restore" });
  expect(confirm).toHaveProperty("disabled", true);
  type(dialog, "Passphrase", PASSPHRASE);
  fireEvent.click(confirm);
  expect(await screen.findByText("Backup restored")).toBeDefined();
  expect(screen.getByText("12 imports with 34,567 rows that count")).toBeDefined();
  expect(asked).toEqual([{ file: FILE, passphrase: PASSPHRASE, today: AS_OF }]);
});

test("a wrong passphrase leaves the dialog open to try another", async () => {
  await draw({
    backupSummary: () => Promise.resolve(accepted(SUMMARY)),
    restore: () => Promise.resolve(refused({ code: "ENCRYPTED", message: "" } as const)),
  });
  const dialog = await chooseBackup();
  await dialog.findByText("34,567");
  type(dialog, "Passphrase", "wrong");
  fireEvent.click(dialog.getByRole("button", { name: "Replace and restore" }));
  expect((await dialog.findByRole("alert")).textContent).toContain("The passphrase does not open this backup");
  expect(dialog.getByRole("button", { name: "Replace and restore" })).toHaveProperty("disabled", false);
});

test("a damaged file is refused before anything is asked", async () => {
  await draw({ backupSummary: () => Promise.resolve(refused({ code: "CORRUPT_ARCHIVE", message: "" } as const)) });
  const dialog = await chooseBackup();
  expect((await dialog.findByRole("alert")).textContent).toContain("This backup is damaged or incomplete");
  expect(dialog.queryByRole("button", { name: "Replace and restore" })).toBeNull();
});

test("a restore that is called off aborts", async () => {
  let signal: AbortSignal | undefined;
  await draw({
    backupSummary: () => Promise.resolve(accepted({ ...SUMMARY, isEncrypted: false })),
    restore: (_, given) => {
      signal = given;
      return new Promise(() => {});
    },
  });
  const dialog = await chooseBackup();
  fireEvent.click(await dialog.findByRole("button", { name: "Replace and restore" }));
  fireEvent.click(dialog.getByRole("button", { name: "Cancel" }));
  expect(signal?.aborted).toBe(true);
});

test.each([
  "CORRUPT_ARCHIVE",
  "ENCRYPTED",
  "STORAGE_NEWER",
  "STORAGE_FULL",
  "STORAGE_LOST",
  "STORAGE_BLOCKED",
  "NOT_A_TABLE",
] as const)("%s of a backup has words of its own that say nothing was changed", (code) => {
  const refusal: RestoreRefusal = { code, message: "" };
  for (const language of ["en", "zh"] as const) {
    const { what, fix } = backupError(refusal, language);
    expect(what).not.toBe(errorText(refusal, language).what);
    expect(fix).toMatch(language === "en" ? /Nothing was changed/ : /没有任何改动/);
  }
});

test("where the page may write files, the backup goes where its reader said", async () => {
  const written: Blob[] = [];
  const file = {
    createWritable: () => {
      const chunks: Uint8Array<ArrayBuffer>[] = [];
      return Promise.resolve(
        new WritableStream<Uint8Array<ArrayBuffer>>({
          write: (chunk) => void chunks.push(chunk),
          close: () => void written.push(new Blob(chunks)),
        }),
      );
    },
    getFile: () => Promise.resolve(written[0]),
  };
  const asked: { readonly suggestedName: string }[] = [];
  vi.stubGlobal("showSaveFilePicker", (options: { readonly suggestedName: string }) => {
    asked.push(options);
    return Promise.resolve(file);
  });
  const save = await chooseWhere("a.dipper", "Dipper backup");
  await save?.(new Blob(["0123456789"]));
  expect(asked).toMatchObject([{ suggestedName: "a.dipper" }]);
  expect(await written[0]?.text()).toBe("0123456789");
});

test("whoever closes the file dialog has called it off; a browser that forbids it downloads", async () => {
  vi.stubGlobal("showSaveFilePicker", () => Promise.reject(new DOMException("", "AbortError")));
  expect(await chooseWhere("a.dipper", "")).toBeUndefined();
  const downloads = catchDownloads();
  vi.stubGlobal("showSaveFilePicker", () => Promise.reject(new DOMException("", "SecurityError")));
  await (
    await chooseWhere("b.dipper", "")
  )?.(new Blob(["1"]));
  expect([...downloads.keys()]).toEqual(["b.dipper"]);
});

test("it speaks Chinese", async () => {
  await draw({}, { language: "zh" });
  expect(await screen.findByRole("button", { name: "立即备份…" })).toBeDefined();
});
